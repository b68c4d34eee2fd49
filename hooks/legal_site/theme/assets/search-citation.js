// Reads a typed citation („čl. 146 st. 3 KZ”, `146/3`, `zkp 65`) as the laws and the numbers that it may mean.
(function () {
  "use strict";
  var LEVELS = ["article", "paragraph", "item"];

  window.legalSearch.citations = function (language, words) {
    var names = [];
    Object.keys(language.laws).forEach(function (law) {
      language.laws[law].names.forEach(function (name) { names.push({ law: law, words: name.split(" ") }); });
    });
    names.sort(function (a, b) { return b.words.length - a.words.length; });
    var levelOf = new Map();
    LEVELS.forEach(function (level) { language.citation[level].forEach(function (word) { levelOf.set(word, level); }); });
    var begins = new Set(names.map(function (name) { return name.words[0]; }));

    function indexOf(list, part) {
      for (var at = 0; at + part.length <= list.length; at++) {
        if (part.every(function (word, step) { return list[at + step] === word; })) return at;
      }
      return -1;
    }

    // Takes the longest name of a law out of the words; returns the laws that are called so.
    function takeLaws(rest) {
      var found = names.find(function (name) { return indexOf(rest, name.words) >= 0; });
      if (!found) return [];
      rest.splice(indexOf(rest, found.words), found.words.length);
      return names.filter(function (name) { return name.words.join(" ") === found.words.join(" "); })
        .map(function (name) { return name.law; });
    }

    // The numbers by level, or null where the words are no citation.
    function takeNumbers(rest) {
      var numbers = { said: false }, asked = null, deepest = -1;
      var understood = rest.every(function (word) {
        if (levelOf.has(word)) { asked = levelOf.get(word); numbers.said = true; return true; }
        if (!/^[0-9]+[a-z]{0,3}$/.test(word)) return words.ignored.has(word);
        var level = asked || LEVELS[deepest + 1];
        if (!level || level in numbers) return false;
        numbers[level] = word;
        deepest = Math.max(deepest, LEVELS.indexOf(level));
        asked = null;
        return true;
      });
      return understood && numbers.article ? numbers : null;
    }

    // How a citation is printed in this version, whether or not it exists.
    function printed(law, numbers) {
      return LEVELS.filter(function (level) { return level in numbers; }).map(function (level) {
        var number = numbers[level];
        var own = number.replace(/[a-z]/g, function (letter) { return language.printed.letters[letter] || letter; });
        return language.printed[level][/[0-9]$/.test(number) ? 0 : 1].replace("{number}", own);
      }).join("") + (law ? " " + language.laws[law].abbreviation : "");
    }

    // The laws, the numbers and how the anchors end that a query means, or null where it is no citation.
    function read(query) {
      var split = words.fold(query).replace(/([a-z])([0-9])/g, "$1 $2").replace(/([0-9])([a-z]{2,})/g, function (both, digit, word) {
        return levelOf.has(word) || begins.has(word) ? digit + " " + word : both; // else a part of the number: 2bis
      });
      var rest = split.match(/[a-z0-9]+/g) || [];
      if (rest.length > 16) return null;
      var laws = takeLaws(rest), numbers = takeNumbers(rest);
      if (!numbers) return null;
      var anchor = (numbers.paragraph ? "p" + numbers.paragraph : "") + (numbers.item ? "-i" + numbers.item : "");
      return { laws: laws, numbers: numbers, anchor: anchor };
    }

    return { read: read, printed: printed };
  };
})();
