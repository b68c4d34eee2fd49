// Reads a typed citation („čl. 146 st. 3 KZ”, `146/3`, `zkp 65`) as the laws and the places that it may mean.
// A place is a list of article, paragraph and item, as far as they are named. Each is a number; of a row „1–5” what
// lies between is a place too, with both its ends.
(function () {
  "use strict";
  var LEVELS = ["article", "paragraph", "item"], NEAR = 8;

  window.legalSearch.citations = function (language, words) {
    var names = Object.keys(language.names), levelOf = new Map(); // the longest name first
    LEVELS.forEach(function (level, at) { language.citation[level].forEach(function (word) { levelOf.set(word, at); }); });
    var begins = new Set(names.map(function (name) { return name.split(" ")[0]; }));

    function typed(name) { return new RegExp("\\b" + name.replace(/ /g, "[^a-z0-9]+") + "\\b", "g"); }

    // How a citation is printed in this version, whether or not it exists.
    function printed(law, place) {
      return place.map(function (number, at) {
        var own = number.replace(/[a-z]+/, function (letters) {
          return language.printed.letters[letters] || letters.replace(/./g, function (letter) { return language.printed.letters[letter] || letter; });
        });
        return language.printed[LEVELS[at]][/[0-9]$/.test(number) ? 0 : 1].replace("{number}", own);
      }).join("") + (law ? " " + language.laws[law].abbreviation : "");
    }

    // The places that a text without names of laws means, or null where it is no citation. `said`: by words for levels.
    function placesOf(text) {
      var here = [], places = [here], last = {}, asked = null, guessed = false, gap = "";
      var parts = [...text.matchAll(/([^a-z0-9]*)([a-z0-9]+)/g)];
      var understood = parts.length <= 16 && parts.every(function (part) {
        var word = part[2], until = language.citation.until.includes(word), level = asked, joined, opened;
        gap += part[1];
        if (levelOf.has(word)) { asked = levelOf.get(word); places.said = true; return true; }
        if (!/^[0-9]+[a-z]{0,3}$/.test(word)) { gap += until ? "-" : ","; return until || words.ignored.has(word); }
        joined = /[,;&+\p{Pd}]/u.test(gap);
        opened = part[1].includes("(");
        if (asked === null) {
          if (guessed && !joined) return false; // „51/2, 4/1”: then 4 was an article
          // Beside the last number that stood in brackets, or in none, as this one does; else one level deeper.
          level = joined ? last[opened] ?? last[!opened] ?? 0 : here.length;
          // „ст. 1. и 153”: no row of paragraphs goes on so far away (row.py).
          if (joined && level === 1 && parseInt(word) > parseInt(here[1]) + NEAR) level = 0;
        }
        // „146-3”: no row runs backwards, so the second number lies deeper.
        if (joined && asked === null && /^[^,;&+]*\p{Pd}[^,;&+]*$/u.test(gap) && parseInt(word) < parseInt(here[level])) level = here.length;
        guessed = joined && level > 0;
        if (level >= LEVELS.length) return false;
        if (!here[level]) { // deeper; or named after all that it belongs to: „тач. 1. и 2. става 3”
          (level < here.length ? places : [here]).forEach(function (place) { place[level] = place[level] || word; });
        } else {
          if (!joined) return false;
          if (/\p{Pd}/u.test(gap)) places.push(here.slice(0, level).concat([[here[level], word]]));
          here = here.slice(0, level).concat(word);
          places.push(here);
        }
        last[opened] = level;
        asked = null;
        gap = "";
        return true;
      });
      return understood && here[0] ? places : null;
    }

    // The laws and the places that a query means, or null where it is no citation.
    function read(query) {
      // Letters that folding would make one, in a number: they wait behind a sign that it leaves alone.
      var apart = [], kept = query.replace(/([0-9])(\p{L})(?!\p{L})/gu, function (both, digit, letter) {
        if (!language.numbers[letter.toLowerCase()]) return both;
        apart.push(letter.toLowerCase());
        return digit + "\ue000";
      });
      var text = words.fold(kept).replace(/\ue000/g, function () { return language.numbers[apart.shift()]; }).replace(/([a-z])([0-9])/g, "$1 $2").replace(/([0-9])([a-z]{2,})/g, function (both, digit, word) {
        return levelOf.has(word) || begins.has(word) ? digit + " " + word : both; // else a part of the number: 2bis
      });
      var name = names.find(function (name) { return typed(name).test(text); });
      var places = placesOf(name ? text.replace(typed(name), "") : text);
      return places && { laws: name ? language.names[name] : [], places: places };
    }

    return { read: read, printed: printed };
  };
})();
