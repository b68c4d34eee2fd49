// Reads a query as stemming.py read the texts: any script, with or without diacritics, any ending.
(function () {
  "use strict";
  var own = window.legalSearch = {};

  own.words = function (language) {
    var ignored = new Set(language.ignored), drop = new Set(language.drop), whole = new Set(language.whole), known = new Map();

    function fold(text) { // an apostrophe divides no word
      var latin = Array.from(text.toLowerCase(), function (letter) {
        return Object.hasOwn(language.letters, letter) ? language.letters[letter] : letter;
      }).join("");
      return latin.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/dj/g, "d").replace(/[’']/g, "");
    }

    function wordsOf(text) { return fold(text).match(/[a-z0-9]+/g) || []; }

    function withoutEnding(word) {
      var rest = word, at, put;
      for (at = word.length; at >= language.shortest; at--) {
        if (whole.has(word.slice(0, at)) && (at === word.length || drop.has(word.slice(at)))) return word.slice(0, at);
      }
      for (at = language.shortest; at < word.length; at++) {
        if (drop.has(word.slice(at))) { rest = word.slice(0, at); break; }
      }
      for (at = 0; at < rest.length; at++) {
        put = Object.hasOwn(language.change, rest.slice(at)) ? language.change[rest.slice(at)] : null;
        if (put !== null && at + put.length >= language.shortest) return rest.slice(0, at) + put;
      }
      return rest;
    }

    function stem(word) {
      if (!known.has(word)) known.set(word, /^[0-9]/.test(word) ? word : withoutEnding(word));
      return known.get(word);
    }

    function terms(text) {
      return wordsOf(text).filter(function (word) { return !ignored.has(word); }).map(stem);
    }

    // The text in pieces, those whose word is among the terms found marked.
    function marked(text, found) {
      var nodes = [], end = 0;
      text.replace(/[\p{L}\p{M}\p{N}’']+/gu, function (word, at) {
        if (!wordsOf(word).some(function (each) { return found.has(stem(each)); })) return word;
        var mark = document.createElement("mark");
        mark.textContent = word;
        nodes.push(text.slice(end, at), mark);
        end = at + word.length;
        return word;
      });
      nodes.push(text.slice(end));
      return nodes;
    }

    return { fold: fold, wordsOf: wordsOf, stem: stem, terms: terms, marked: marked, ignored: ignored };
  };
})();
