// From a query to the entries of one version: citations first, else words.
(function () {
  "use strict";
  var own = window.legalSearch;

  own.engine = function (data) {
    var words = own.words(data.language), entries = [], byAddress = new Map();
    data.groups.forEach(function (row) {
      var group = { address: row[0], title: row[1], first: entries.length }, article = row[0].match(/^law\/(.+)\/(.+)\/$/);
      row[2].forEach(function (each) {
        var kind = data.kinds[each[1]];
        entries.push({
          number: entries.length, group: group, anchor: each[0], kind: kind[1], weight: kind[2], name: each[2],
          law: article && article[1], place: article && (article[2] + "-" + each[0]).replace(/-[pi]/g, "-").split("-"),
          begins: kind[0] !== "paragraph" || group.first === entries.length // what its headline is the headline of
        });
      });
      byAddress.set(group.address, group);
    });
    var postings = own.postings(data), citations = own.citations(data.language, words);
    var ranked = own.ranking(data, words, postings, function (number) { return entries[number]; });

    function best(text, terms) {
      var marks = new Set(), all = terms.length ? ranked(text, terms, marks) : [], least = all.length ? all[0].score / 5 : 0;
      all = all.filter(function (total) { return total.score >= least; }).slice(0, 100);
      return { entries: all.map(function (total) { return entries[total.id]; }), marks: marks, cited: false, missing: [] };
    }

    // The provisions that are cited, and what is not published of them; if all of it, where to look instead.
    function cited(citation) {
      var laws = citation.laws, missing = [];

      // At a place stands the very paragraph or item, or all of the article; between 24 and 26 stands 24a too.
      function fits(place, entry) {
        return (laws.length ? laws.includes(entry.law) : entry.law) && (place.length < 2 || place.length === entry.place.length) &&
          place.every(function (number, at) {
            var own = entry.place[at];
            return number.join ? parseInt(own) >= parseInt(number[0]) && parseInt(own) < parseInt(number[1]) : number === own;
          });
      }

      var found = entries.filter(function (entry) { return citation.places.some(function (place) { return fits(place, entry); }); });
      var missed = citation.places.filter(function (place) { // of a row „1–5” its ends alone are missed
        return !place[place.length - 1].join && !found.some(function (entry) { return fits(place, entry); });
      });
      if (missed.length && !laws.length && !citation.places.said) return null;
      missed.forEach(function (place) {
        (laws.length ? laws : [""]).forEach(function (law) {
          var address = law ? "law/" + law + "/" : "law/", whole = law ? data.language.laws[law] : { title: data.says.laws };
          var shown = byAddress.get(address + place[0] + "/") || { address: address, title: whole.title };
          missing.push({ citation: citations.printed(law, place), address: shown.address, title: shown.title });
        });
      });
      if (!found.length) found = entries.filter(function (entry) {
        return missing.some(function (each) { return each.address === entry.group.address; });
      });
      if (found.length) return { entries: found, marks: new Set(), cited: citation.places.length, missing: missing };
      var terms = missed.map(function (place) { return place[0]; }).filter(postings.has);
      return Object.assign(best(terms.join(" "), terms), { missing: missing });
    }

    // The entries, best first, the words to mark in them, and what was cited but is not published.
    function find(query) {
      var text = query.slice(0, 300), citation = citations.read(text);
      return (citation && cited(citation)) || best(text, Array.from(new Set(words.terms(text))).slice(0, 16));
    }

    return { find: find, words: words };
  };
})();
