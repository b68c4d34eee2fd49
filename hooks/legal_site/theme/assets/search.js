// The search: reads what is typed, loads the index when it is wanted, shows what was found.
(function () {
  "use strict";
  var own = window.legalSearch = { forms: [] };
  var data = null, engine = null, loading = false, texts = [], waiting = [];

  own.index = function (value) {
    data = value;
    var begin = performance.now();
    engine = own.engine(value);
    performance.measure("legal-search", { start: begin });
    own.find = engine.find;
    own.read = engine.words;
    own.forms.forEach(function (answer) { answer(); });
  };
  own.texts = function (number, value) {
    texts[number] = value;
    waiting.splice(0).forEach(function (fill) { fill(); });
  };

  function make(name, text, attributes) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }

  // Which file holds the text of an entry, and where in it.
  function placeOf(number) {
    var chunk = 0;
    while (number >= data.chunks[chunk]) number -= data.chunks[chunk++];
    return [chunk, number];
  }

  function excerpt(text, marks) {
    var pieces = engine.words.marked(text, marks), before = pieces[0];
    if (pieces.length > 1 && before.length > 90) pieces[0] = "… " + before.slice(-80).replace(/^\S*\s/, "");
    var last = pieces.length - 1, room = 320;
    pieces = pieces.filter(function (piece, at) {
      var length = (piece.textContent || piece).length;
      room -= length;
      if (room < 0 && room + length > 0 && typeof piece === "string") {
        pieces[at] = piece;
        return true;
      }
      return room >= 0 || (at < last && room + length > 0);
    });
    return pieces.map(function (piece, at) {
      return at && typeof piece === "string" && piece.length > 200 ? piece.slice(0, 200).replace(/\s\S*$/, "") + " …" : piece;
    });
  }

  own.attach = function (form, results, status) {
    var input = form.elements.q, root = new URL("..", form.action).href, folder = form.action.replace(/[?#].*$/, "");

    function want() {
      if (loading) return;
      loading = true;
      loadOwnScript(folder + "index.js");
    }

    function hit(entry, marks) {
      var item = make("li"), link = make("a", "", { "data-hit": "", href: root + entry.group.address + "#" + entry.anchor });
      link.append.apply(link, engine.words.marked(entry.name, marks));
      var words = make("p", "", { "class": "found-words" }), place = placeOf(entry.number);
      function fill() {
        if (!texts[place[0]]) { waiting.push(fill); return; }
        words.replaceChildren.apply(words, excerpt(texts[place[0]][place[1]], marks));
      }
      if (!(place[0] in texts)) { texts[place[0]] = null; loadOwnScript(folder + "text-" + place[0] + ".js"); }
      fill();
      item.append(make("span", entry.kind, { "class": "found-kind" }), " ", link, words);
      return item;
    }

    function show(found) {
      var groups = new Map();
      found.entries.forEach(function (entry) {
        if (!groups.has(entry.group)) groups.set(entry.group, []);
        groups.get(entry.group).push(entry);
      });
      return Array.from(groups).slice(0, 10).map(function (pair) {
        var item = make("li"), heading = make("h2"), list = make("ol");
        heading.append(make("a", pair[0].title, { href: root + pair[0].address }));
        pair[1].slice(0, found.cited ? 30 : 3).forEach(function (entry) { list.append(hit(entry, found.marks)); });
        item.append(heading, list);
        return item;
      });
    }

    function answer() {
      var query = input.value;
      if (query.trim()) want();
      if (!engine && query.trim()) return;
      var found = query.trim() ? engine.find(query) : { entries: [] }, count = found.entries.length;
      results.replaceChildren.apply(results, count ? show(found) : []);
      results.dataset.query = query;
      status.replaceChildren();
      if (!query.trim()) return;
      status.append(count ? data.says[found.cited && new Set(found.entries.map(function (e) { return e.group; })).size > 1 ? "readings" : "found"].replace("{count}", count) : data.says.none);
      if (!count && data.says.guide) status.append(" ", make("a", data.says.guide, { href: root + "guide/" }));
    }

    own.forms.push(answer);
    input.addEventListener("focus", want);
    input.addEventListener("input", answer);
    answer();
    return answer;
  };

  function part(name) { return document.querySelector("[data-search-" + name + "]"); }
  var form = document.querySelector("form.search");
  if (!form.hasAttribute("data-search-form")) { // in a dialog over another page
    own.attach(form, part("results"), part("status"));
    return;
  }
  var input = form.elements.q;
  function asked() { return new URLSearchParams(location.search).get("q") || ""; }
  function address() { return location.pathname + (input.value ? "?" + new URLSearchParams({ q: input.value }) : ""); }
  document.querySelectorAll("[data-without-script]").forEach(function (part) { part.hidden = true; });
  if (!input.value) input.value = asked();
  var answer = own.attach(form, part("results"), part("status"));
  input.addEventListener("input", function () { history.replaceState(null, "", address()); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
  });
  addEventListener("popstate", function () { input.value = asked(); answer(); });
})();
