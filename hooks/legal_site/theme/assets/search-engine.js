// The index of one version in MiniSearch, and the order of what it finds.
(function () {
  "use strict";
  var WHOLE = 1.5, COVERED = 1.6, BM25 = { k: 1.2, b: 0.5, d: 0.5 };
  var own = window.legalSearch, FIELDS = ["headline", "text", "around"];
  var OPTIONS = {
    fields: FIELDS,
    tokenize: function (text) { return text.split(" "); },
    processTerm: function (term) { return term; }
  };
  var BOOST = { headline: 2, text: 1, around: 0.4 };

  // Makes MiniSearch's index of some words alone: that of all takes an old phone a fifth of a second.
  // exports/search.py says how the postings were packed.
  function indexer(data) {
    var count = data.lengths.length, ids = {}, sums = [0, 0, 0], terms = data.terms.split(" ");
    var placeOf = new Map(terms.map(function (term, at) { return [term, at]; }));
    data.lengths.forEach(function (row, number) {
      ids[number] = number;
      row.forEach(function (length, which) { sums[which] += length; });
    });

    function places(term) {
      var places = {}, number = 0, which = 0;
      data.postings[placeOf.get(term)].forEach(function (value) {
        if (value < 0) { places[which][number] = -value; return; }
        number += Math.floor(value / 3);
        which = value % 3;
        (places[which] = places[which] || {})[number] = 1;
      });
      return [term, places];
    }

    // The index of the words that a term may stand for: itself, else those that begin with it or look like it.
    return function (term) {
      var near = placeOf.has(term) ? [term] : terms.filter(function (each) { return term.length > 2 && each.startsWith(term); });
      if (!near.length && term.length > 4) near = terms.filter(function (each) { return each[0] === term[0]; });
      return MiniSearch.loadJS({
        documentCount: count, nextId: count, documentIds: ids, fieldIds: { headline: 0, text: 1, around: 2 },
        fieldLength: data.lengths, averageFieldLength: sums.map(function (sum) { return sum / count; }),
        storedFields: {}, dirtCount: 0, index: near.map(places), serializationVersion: 2
      }, OPTIONS);
    };
  }

  own.engine = function (data) {
    var words = own.words(data.language), entries = [], byAddress = new Map();
    data.groups.forEach(function (row) {
      var group = { address: row[0], title: row[1], first: entries.length };
      row[2].forEach(function (each) {
        entries.push({ number: entries.length, group: group, anchor: each[0], kind: data.kinds[each[1]][1], weight: data.kinds[each[1]][2], name: each[2] });
      });
      group.end = entries.length;
      byAddress.set(group.address, group);
    });
    var indexOf = indexer(data), kept = new Map();
    var cited = own.citations(data.language, words, function (address, anchor) {
      var group = byAddress.get(address);
      return !group ? [] : entries.slice(group.first, group.end).filter(function (entry) {
        return anchor === null || entry.anchor === anchor;
      });
    });

    // What a word finds: as it stands, else as a beginning, else with a slip of the finger.
    function search(term) {
      if (kept.has(term)) return kept.get(term);
      var mini = indexOf(term), options = { boost: BOOST, bm25: BM25 };
      var found = mini.search(term, options);
      if (!found.length && term.length > 2) found = mini.search(term, Object.assign({ prefix: true }, options));
      if (!found.length && term.length > 4) found = mini.search(term, Object.assign({ fuzzy: 0.2 }, options));
      kept.set(term, found);
      return found;
    }

    // What all words of a phrase find together.
    function searchAll(phrase) {
      var rows = phrase.split(" ").map(search), together = new Map();
      rows.forEach(function (row) {
        row.forEach(function (result) {
          var sum = together.get(result.id) || { id: result.id, score: 0, terms: [], match: {}, words: 0 };
          sum.score += result.score * rows.length; // as MiniSearch weighs a text in which all words stand
          sum.words += 1;
          sum.terms = sum.terms.concat(result.terms);
          Object.assign(sum.match, result.match);
          together.set(result.id, sum);
        });
      });
      return Array.from(together.values()).filter(function (sum) { return sum.words === rows.length; });
    }

    function add(found, results, weight, marks) {
      results.forEach(function (result) {
        var score = result.score * weight, kept = found.get(result.id);
        var heads = result.terms.filter(function (term) { return result.match[term].indexOf("headline") >= 0; }).length;
        if (!kept || kept.score < score) found.set(result.id, { score: score, heads: heads });
        result.terms.forEach(function (term) { marks.add(term); });
      });
    }

    function ranked(text, terms, marks) {
      var line = " " + words.wordsOf(text).map(words.stem).join(" ") + " ", totals = new Map();
      var found = terms.map(function (term) {
        var own = new Map();
        add(own, search(term), 1, marks);
        return own;
      });
      data.language.synonyms.forEach(function (row) {
        row[0].forEach(function (phrase) {
          if (line.indexOf(" " + phrase + " ") < 0) return;
          var parts = phrase.split(" ").filter(function (part) { return terms.indexOf(part) >= 0; });
          row[1].forEach(function (meaning) {
            var meant = new Map();
            add(meant, searchAll(meaning), 0.9, marks);
            parts.forEach(function (part) {
              var into = found[terms.indexOf(part)];
              meant.forEach(function (own, id) {
                var score = own.score / parts.length, kept = into.get(id);
                if (!kept || kept.score < score) into.set(id, { score: score, heads: own.heads / parts.length });
              });
            });
          });
        });
      });
      var weights = found.map(function (own) { // of a rare word, more is lost when it is missing
        return Array.from(own.values()).reduce(function (most, part) { return Math.max(most, part.score); }, 0);
      });
      var all = weights.reduce(function (sum, weight) { return sum + weight; }, 0) || 1;
      found.forEach(function (own, at) {
        own.forEach(function (part, id) {
          var total = totals.get(id) || { id: id, score: 0, covered: 0, words: 0, heads: 0 };
          total.score += part.score;
          total.covered += (weights[at] / all + 1 / terms.length) / 2;
          total.words += 1;
          total.heads += part.heads;
          totals.set(id, total);
        });
      });
      // Whoever types a whole headline means it, and not the many texts that use its words.
      totals.forEach(function (total) {
        var length = data.lengths[total.id][0], whole = length ? Math.min(1, total.heads / length) * Math.pow(Math.min(1, total.heads / terms.length), 2) : 0;
        total.score *= Math.pow(total.covered, COVERED) * (1 + WHOLE * whole);
        var weight = entries[total.id].weight;
        if (weight < 1 || total.words === terms.length) total.score *= weight;
      });
      return Array.from(totals.values()).sort(function (a, b) { return b.score - a.score || a.id - b.id; });
    }

    // Entries, the best first, and the terms to mark in them.
    function find(query) {
      var marks = new Set(), text = query.slice(0, 300), readings = cited(text);
      if (readings.length) return { entries: readings, marks: marks, cited: true };
      var terms = Array.from(new Set(words.terms(text))).slice(0, 16);
      var all = terms.length ? ranked(text, terms, marks) : [];
      var least = all.length ? all[0].score / 5 : 0;
      return {
        entries: all.filter(function (total) { return total.score >= least; }).slice(0, 100)
          .map(function (total) { return entries[total.id]; }),
        marks: marks,
        cited: false
      };
    }

    return { find: find, words: words };
  };
})();
