// From a query to the entries of one version: citations first, else words.
(function () {
  "use strict";
  var own = window.legalSearch;

  own.engine = function (data) {
    var words = own.words(data.language), entries = [], byAddress = new Map();
    data.groups.forEach(function (row) {
      var group = { address: row[0], title: row[1], first: entries.length };
      row[2].forEach(function (each) {
        var kind = data.kinds[each[1]];
        entries.push({
          number: entries.length, group: group, anchor: each[0], kind: kind[1], weight: kind[2], name: each[2],
          begins: kind[0] !== "paragraph" || group.first === entries.length // what its headline is the headline of
        });
      });
      group.end = entries.length;
      byAddress.set(group.address, group);
    });
    var postings = own.postings(data), citations = own.citations(data.language, words);
    var ranked = own.ranking(data, words, postings, function (number) { return entries[number]; });

    function best(text, terms) {
      var marks = new Set(), all = terms.length ? ranked(text, terms, marks) : [], least = all.length ? all[0].score / 5 : 0;
      all = all.filter(function (total) { return total.score >= least; }).slice(0, 100);
      return { entries: all.map(function (total) { return entries[total.id]; }), marks: marks, cited: false, missing: [] };
    }

    // The provisions that are cited; else what is not published of them, and where to look instead.
    function cited(citation) {
      var laws = Object.keys(data.language.laws), named = citation.laws.length, found = [], missing = [];
      (named ? citation.laws : laws).forEach(function (law) {
        var group = byAddress.get("law/" + law + "/" + citation.numbers.article + "/");
        var own = group ? entries.slice(group.first, group.end) : [], meant = own.filter(function (entry) {
          return entry.anchor.endsWith(citation.anchor);
        });
        found = found.concat(meant);
        if (named && !meant.length) missing.push({
          citation: citations.printed(law, citation.numbers), entries: own,
          address: group ? group.address : "law/" + law + "/", title: group ? group.title : data.language.laws[law].title
        });
      });
      if (found.length) return { entries: found, marks: new Set(), cited: true, missing: [] };
      if (!named && citation.numbers.said) missing.push({
        citation: citations.printed("", citation.numbers), entries: [], address: "law/", title: data.says.laws
      });
      if (!missing.length) return null;
      var near = [].concat.apply([], missing.map(function (each) { return each.entries; })), number = citation.numbers.article;
      return Object.assign(near.length || !postings.has(number) ? { entries: near, marks: new Set(), cited: true } : best(number, [number]), { missing: missing });
    }

    // The entries, best first, the words to mark in them, and what was cited but is not published.
    function find(query) {
      var text = query.slice(0, 300), citation = citations.read(text);
      return (citation && cited(citation)) || best(text, Array.from(new Set(words.terms(text))).slice(0, 16));
    }

    return { find: find, words: words };
  };
})();
