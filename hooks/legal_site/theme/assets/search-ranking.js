// The order of what is found: how much of the query an entry covers, whether it is headed so, what its kind weighs.
(function () {
  "use strict";
  var WHOLE = 1.3, COVERED = 1.9, MEANT = 0.95, LITERAL = 0.4;

  window.legalSearch.ranking = function (data, words, postings, entryOf) {
    function scored(results, weight, marks) {
      var found = new Map();
      results.forEach(function (result) {
        var heads = result.terms.filter(function (term) { return result.match[term].indexOf("headline") >= 0; }).length;
        found.set(result.id, { score: result.score * weight, heads: heads });
        result.terms.forEach(function (term) { marks.add(term); });
      });
      return found;
    }

    function keepBetter(into, id, part) {
      var kept = into.get(id);
      if (!kept || kept.score < part.score) into.set(id, part);
    }

    // What the synonyms of a query's phrases find is shared out among the words of the phrase, which count for less then.
    function addSynonyms(found, text, terms, marks) {
      var lines = [words.wordsOf(text).map(words.stem), words.terms(text)].map(function (line) { return " " + line.join(" ") + " "; });
      var meant = [];
      data.language.synonyms.forEach(function (row) {
        row[0].forEach(function (phrase) {
          if (!lines.some(function (line) { return line.indexOf(" " + phrase + " ") >= 0; })) return;
          var parts = phrase.split(" ").filter(function (part) { return terms.indexOf(part) >= 0; });
          var into = parts.map(function (part) { return found[terms.indexOf(part)]; });
          if (!into.length) into = [found[found.push(new Map()) - 1]]; // all its words are among those that say nothing
          row[1].forEach(function (meaning) {
            meant.push({ into: into, entries: scored(postings.searchAll(meaning), MEANT, marks) });
          });
        });
      });
      var phrases = new Set(meant.map(function (each) { return each.into; }).filter(function (into) { return into.length > 1; }));
      var damped = new Set([].concat.apply([], Array.from(phrases)));
      damped.forEach(function (own) { own.forEach(function (part) { part.score *= LITERAL; }); });
      meant.forEach(function (each) {
        each.entries.forEach(function (part, id) {
          var share = { score: part.score / each.into.length, heads: part.heads / each.into.length };
          each.into.forEach(function (own) { keepBetter(own, id, share); });
        });
      });
    }

    function most(found) {
      return Array.from(found.values()).reduce(function (most, part) { return Math.max(most, part.score); }, 0);
    }

    // Whoever types a whole headline means it, and not the many texts that use its words.
    function headed(total, count) {
      var length = entryOf(total.id).begins ? data.lengths[total.id][0] : 0;
      return length ? WHOLE * Math.min(1, total.heads / length) * Math.pow(total.headed / count, 2) : 0;
    }

    // The numbers of entries with their scores, best first; words found are added to `marks`.
    return function (text, terms, marks) {
      var found = terms.map(function (term) { return scored(postings.search(term), 1, marks); });
      var weights = found.map(most);
      addSynonyms(found, text, terms, marks);
      weights = found.map(function (own, at) { return weights[at] || most(own) / 2; });
      var totals = new Map(); // of a rare word, more is lost when it is missing
      var all = weights.reduce(function (sum, weight) { return sum + weight; }, 0) || 1;
      found.forEach(function (own, at) {
        own.forEach(function (part, id) {
          var total = totals.get(id) || { id: id, score: 0, covered: 0, words: 0, heads: 0, headed: 0 };
          total.score += part.score;
          total.covered += (weights[at] / all + 1 / found.length) / 2;
          total.words += 1;
          total.heads += part.heads;
          if (part.heads) total.headed += 1;
          totals.set(id, total);
        });
      });
      totals.forEach(function (total) {
        var weight = entryOf(total.id).weight;
        total.score *= Math.pow(total.covered, COVERED) * (1 + headed(total, found.length));
        if (weight < 1 || total.words === found.length) total.score *= weight;
      });
      return Array.from(totals.values()).sort(function (a, b) { return b.score - a.score || a.id - b.id; });
    };
  };
})();
