// Reads a typed citation („čl. 146 st. 3 KZ”, `146/3`, `zkp 65`) and finds the provisions that it may mean.
(function () {
  "use strict";
  var LEVELS = ["article", "paragraph", "item"];

  window.legalSearch.citations = function (language, words, places) {
    var names = [];
    Object.keys(language.laws).forEach(function (law) {
      language.laws[law].forEach(function (name) { names.push({ law: law, words: name.split(" ") }); });
    });
    names.sort(function (a, b) { return b.words.length - a.words.length; });
    var levelOf = new Map();
    LEVELS.forEach(function (level) { language.citation[level].forEach(function (word) { levelOf.set(word, level); }); });

    function indexOf(list, part) {
      for (var at = 0; at + part.length <= list.length; at++) {
        if (part.every(function (word, step) { return list[at + step] === word; })) return at;
      }
      return -1;
    }

    // Takes the longest name of a law out of the words; returns the laws that are called so.
    function takeLaws(rest) {
      var found = names.find(function (name) { return indexOf(rest, name.words) >= 0; });
      if (!found) return null;
      rest.splice(indexOf(rest, found.words), found.words.length);
      return names.filter(function (name) { return name.words.join(" ") === found.words.join(" "); })
        .map(function (name) { return name.law; });
    }

    // The numbers by level, or null where the words are no citation.
    function takeNumbers(rest) {
      var numbers = {}, asked = null, deepest = -1;
      var understood = rest.every(function (word) {
        if (levelOf.has(word)) { asked = levelOf.get(word); return true; }
        if (!/^[0-9]+[a-z]?$/.test(word)) return words.ignored.has(word);
        var level = asked || LEVELS[deepest + 1];
        if (!level || level in numbers) return false;
        numbers[level] = word;
        deepest = Math.max(deepest, LEVELS.indexOf(level));
        asked = null;
        return true;
      });
      return understood && numbers.article ? numbers : null;
    }

    return function (query) {
      var split = words.fold(query).replace(/([a-z])([0-9])/g, "$1 $2").replace(/([0-9])([a-z]{2})/g, "$1 $2");
      var rest = split.match(/[a-z0-9]+/g) || [];
      if (rest.length > 16) return [];
      var laws = takeLaws(rest), numbers = takeNumbers(rest);
      if (!numbers) return [];
      var anchor = numbers.paragraph ? "p" + numbers.paragraph + (numbers.item ? "-i" + numbers.item : "") : null;
      var found = [];
      (laws || Object.keys(language.laws)).forEach(function (law) {
        found = found.concat(places("law/" + law + "/" + numbers.article + "/", anchor));
      });
      return found;
    };
  };
})();
