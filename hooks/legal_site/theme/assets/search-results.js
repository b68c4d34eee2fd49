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

  // The first words found in a text and what stands around them; `pieces` are marked and unmarked in turn.
  function excerpt(pieces) {
    var before = pieces[0], shown = [], room = 320;
    if (pieces.length > 1 && before.length > 90) pieces[0] = "… " + before.slice(-80).replace(/^\S*\s/, "");
    pieces.every(function (piece) {
      var marked = typeof piece !== "string", length = (marked ? piece.textContent : piece).length, whole = length <= room;
      if (whole) shown.push(piece);
      else shown.push(marked ? "" : piece.slice(0, room).replace(/\s*\S*$/, ""), " …");
      room -= length;
      return whole;
    });
    return shown;
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
