// The order of what is found: how much of the query an entry covers, whether it is headed so, what its kind weighs.
// The numbers were chosen by trying several hundred sets of them (decisions/0010).
(function () {
  "use strict";
  var WHOLE = 1.2, COVERED = 1.9, MEANT = 0.95, LITERAL = 0.8;

  window.legalSearch.ranking = function (data, words, postings, entryOf) {
    var HEADLINE = data.fields.indexOf("headline");

    function scored(results, weight, marks) {
      var found = new Map();
      results.forEach(function (result) {
        var heads = result.terms.filter(function (term) { return result.match[term].indexOf("headline") >= 0; }).length;
        found.set(result.id, { score: result.score * weight, heads: heads });
        result.terms.forEach(function (term) { marks.add(term); });
      });
      return found;
    }

    // The synonyms of a query's phrases, each with the words of the query that it stands for.
    function meaningsOf(text, terms) {
      var lines = [words.wordsOf(text).map(words.stem), words.terms(text)].map(function (line) { return " " + line.join(" ") + " "; });
      var meanings = [];
      data.language.synonyms.forEach(function (row) {
        row[0].forEach(function (phrase) {
          if (!lines.some(function (line) { return line.indexOf(" " + phrase + " ") >= 0; })) return;
          var parts = phrase.split(" ").map(function (part) { return terms.indexOf(part); }).filter(function (at) { return at >= 0; });
          meanings.push({ parts: parts, phrases: row[1] });
        });
      });
      return meanings;
    }

    // What a synonym finds is shared out among the words of its phrase, which by themselves count for less then.
    function addMeanings(found, meanings, marks) {
      var damped = new Set();
      meanings.forEach(function (meaning) {
        if (!meaning.parts.length) meaning.parts = [found.push(new Map()) - 1]; // all its words are ignored ones
        if (meaning.parts.length > 1) meaning.parts.forEach(function (at) { damped.add(at); });
      });
      damped.forEach(function (at) {
        found[at].forEach(function (part) { part.score *= LITERAL; });
      });
      meanings.forEach(function (meaning) {
        var count = meaning.parts.length;
        meaning.phrases.forEach(function (phrase) {
          scored(postings.searchAll(phrase), MEANT, marks).forEach(function (part, id) {
            meaning.parts.forEach(function (at) {
              var kept = found[at].get(id), score = part.score / count;
              if (!kept || kept.score < score) found[at].set(id, { score: score, heads: part.heads / count });
            });
          });
        });
      });
    }

    function most(found) {
      return Array.from(found.values()).reduce(function (most, part) { return Math.max(most, part.score); }, 0);
    }

    // Whoever types a whole headline means it, and not the many texts that use its words.
    function headed(total, count) {
      var length = entryOf(total.id).begins ? data.lengths[total.id][HEADLINE] : 0;
      return length ? WHOLE * Math.min(1, total.heads / length) * Math.pow(total.headed / count, 2) : 0;
    }

    // The numbers of entries with their scores, best first; words found are added to `marks`.
    return function (text, terms, marks) {
      var found = terms.map(function (term) { return scored(postings.search(term), 1, marks); }), totals = new Map();
      var weights = found.map(most); // of a rare word, more is lost when it is missing
      addMeanings(found, meaningsOf(text, terms), marks);
      weights = found.map(function (own, at) { return weights[at] || most(own) / 2; });
      var all = weights.reduce(function (sum, weight) { return sum + weight; }, 0) || 1, count = found.length;
      found.forEach(function (own, at) {
        own.forEach(function (part, id) {
          var total = totals.get(id) || { id: id, score: 0, covered: 0, words: 0, heads: 0, headed: 0 };
          total.score += part.score;
          total.covered += (weights[at] / all + 1 / count) / 2;
          total.words += 1;
          total.heads += part.heads;
          if (part.heads) total.headed += 1;
          totals.set(id, total);
        });
      });
      totals.forEach(function (total) {
        var weight = entryOf(total.id).weight;
        total.score *= Math.pow(total.covered, COVERED) * (1 + headed(total, count));
        if (weight < 1 || total.words === count) total.score *= weight;
      });
      return Array.from(totals.values()).sort(function (a, b) { return b.score - a.score || a.id - b.id; });
    };
  };
})();
