// Finds a word in the packed index of a version, with MiniSearch.
(function () {
  "use strict";
  var SEARCH = { boost: { headline: 2.4, text: 1, around: 0.3, asked: 1.2 }, bm25: { k: 1.4, b: 0.8, d: 0.6 } };

  window.legalSearch.postings = function (data) {
    var count = data.lengths.length, fields = data.fields, fieldIds = {}, ids = {}, kept = new Map();
    var sums = fields.map(function (field, which) { fieldIds[field] = which; return 0; });
    var options = {
      fields: fields,
      tokenize: function (text) { return text.split(" "); },
      processTerm: function (term) { return term; }
    };
    var terms = data.terms.split(" "), postings = data.postings.split(" ");
    var placeOf = new Map(terms.map(function (term, at) { return [term, at]; }));
    data.lengths.forEach(function (row, number) {
      ids[number] = number;
      row.forEach(function (length, which) { sums[which] += length; });
    });
    var averages = sums.map(function (sum) { return sum / count; });

    // exports/search.py says how the postings were packed.
    function unpacked(term) {
      var places = {}, number = 0, which = 0;
      postings[placeOf.get(term)].split(",").map(Number).forEach(function (value) {
        if (value < 0) { places[which][number] = -value; return; }
        number += Math.floor(value / fields.length);
        which = value % fields.length;
        (places[which] = places[which] || {})[number] = 1;
      });
      return [term, places];
    }

    // The words that a term may stand for: itself, else those that begin with it or look like it.
    function near(term) {
      if (placeOf.has(term)) return [term];
      var found = terms.filter(function (each) { return term.length > 2 && each.startsWith(term); });
      if (!found.length && term.length > 4) found = terms.filter(function (each) { return each[0] === term[0]; });
      return found;
    }

    // MiniSearch's index of some words alone: that of all takes an old phone a fifth of a second.
    function indexOf(some) {
      return MiniSearch.loadJS({
        documentCount: count, nextId: count, documentIds: ids, fieldIds: fieldIds,
        fieldLength: data.lengths, averageFieldLength: averages,
        storedFields: {}, dirtCount: 0, index: some.map(unpacked), serializationVersion: 2
      }, options);
    }

    // What a word finds: as it stands, else as a beginning, else with a slip of the finger.
    function search(term) {
      if (kept.has(term)) return kept.get(term);
      var some = near(term), mini = some.length ? indexOf(some) : null, found = mini ? mini.search(term, SEARCH) : [];
      if (mini && !found.length) found = mini.search(term, Object.assign({ prefix: true }, SEARCH));
      if (mini && !found.length) found = mini.search(term, Object.assign({ fuzzy: 0.2 }, SEARCH));
      kept.set(term, found);
      return found;
    }

    // What all words of a phrase find together.
    function searchAll(phrase) {
      var rows = phrase.split(" ").map(search), together = new Map();
      rows.forEach(function (row) {
        row.forEach(function (result) {
          var sum = together.get(result.id) || { id: result.id, score: 0, terms: [], match: {}, words: 0 };
          sum.score += result.score;
          sum.words += 1;
          sum.terms = sum.terms.concat(result.terms);
          Object.assign(sum.match, result.match);
          together.set(result.id, sum);
        });
      });
      return Array.from(together.values()).filter(function (sum) { return sum.words === rows.length; });
    }

    return { search: search, searchAll: searchAll, has: function (term) { return placeOf.has(term); } };
  };
})();
