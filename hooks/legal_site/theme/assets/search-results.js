// Shows what was found: by page, a few hits of each at first, all of them on demand.
(function () {
  "use strict";
  var own = window.legalSearch, PAGES = 10, OF_A_PAGE = 3, CITED_OF_A_PAGE = 30;

  own.make = function (name, text, attributes) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  };
  var make = own.make;

  // The pieces of a text around the words found, shortened.
  function excerpt(pieces) {
    var before = pieces[0], last = pieces.length - 1, room = 320;
    if (pieces.length > 1 && before.length > 90) pieces[0] = "… " + before.slice(-80).replace(/^\S*\s/, "");
    pieces = pieces.filter(function (piece, at) {
      var length = (piece.textContent || piece).length;
      room -= length;
      return room >= 0 || (room + length > 0 && (typeof piece === "string" || at < last));
    });
    return pieces.map(function (piece, at) {
      return at && typeof piece === "string" && piece.length > 200 ? piece.slice(0, 200).replace(/\s\S*$/, "") + " …" : piece;
    });
  }

  // `link` makes the address of an anchor of a page; `textOf` hands over the words of an entry, now or later.
  own.results = function (list, link, textOf) {
    function hit(entry, found) {
      var item = make("li"), words = make("p", "", { "class": "found-words" });
      var name = make("a", "", { "data-hit": "", href: link(entry.group.address, entry.anchor) });
      name.append.apply(name, own.read.marked(entry.name, found.marks));
      textOf(entry, function (text) { words.replaceChildren.apply(words, excerpt(own.read.marked(text, found.marks))); });
      item.append(make("span", entry.kind, { "class": "found-kind" }), " ", name, words);
      return item;
    }

    function page(group, entries, found) {
      var item = make("li"), heading = make("h2"), hits = make("ol");
      heading.append(make("a", group.title, { href: link(group.address) }));
      hits.append.apply(hits, entries.map(function (entry) { return hit(entry, found); }));
      item.append(heading, hits);
      return item;
    }

    // Returns how many hits are shown: of some pages some, unless `all` are wanted.
    return function (found, all) {
      var groups = new Map(), shown = 0, some = found.cited ? CITED_OF_A_PAGE : OF_A_PAGE;
      found.entries.forEach(function (entry) {
        if (!groups.has(entry.group)) groups.set(entry.group, []);
        groups.get(entry.group).push(entry);
      });
      list.replaceChildren.apply(list, Array.from(groups).slice(0, all ? groups.size : PAGES).map(function (pair) {
        var entries = all ? pair[1] : pair[1].slice(0, some);
        shown += entries.length;
        return page(pair[0], entries, found);
      }));
      return shown;
    };
  };
})();
