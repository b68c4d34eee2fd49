// The search: reads what is typed, loads the index when it is wanted, says how much was found.
(function () {
  "use strict";
  var own = window.legalSearch, forms = [], whole = document.querySelector("form[data-search-form] ~ [data-without-script]");
  var data = null, engine = null, loading = false, texts = [], waiting = [];

  own.index = function (value) {
    data = value;
    engine = own.engine(value);
    own.find = engine.find;
    own.read = engine.words;
    if (whole) whole.hidden = true;
    forms.forEach(function (answer) { answer(); });
  };
  own.texts = function (number, value) {
    texts[number] = value;
    waiting.splice(0).forEach(function (fill) { fill(); });
  };

  // Which file holds the text of an entry, and where in it.
  function placeOf(number) {
    var chunk = 0;
    while (number >= data.chunks[chunk]) number -= data.chunks[chunk++];
    return [chunk, number];
  }

  function attach(form, list, status) {
    // A copy on a disk names the file of each folder: its links lead to index.html.
    var input = form.elements.q, here = new URL(form.action), file = here.pathname.replace(/^.*\//, "");
    var show = null, more = null;

    function want() {
      if (loading) return;
      loading = true;
      loadOwnScript(new URL("index.js", here).href, fail);
    }

    // The page of the search says why everything is listed on it. A dialog has no such words: it leads there.
    function fail() {
      loading = false;
      if (!whole) return form.closest("[open]") && form.submit();
      var reason = whole.querySelector("p");
      reason.hidden = true;
      status.textContent = reason.textContent;
      whole.style.display = "block"; // nothing is left to wait for
    }

    function link(address, anchor) {
      return new URL("../" + address + file + (anchor ? "#" + anchor : ""), here).href;
    }

    function textOf(entry, use) {
      var place = placeOf(entry.number);
      function fill() {
        if (texts[place[0]]) use(texts[place[0]][place[1]]);
        else waiting.push(fill);
      }
      if (!(place[0] in texts)) {
        texts[place[0]] = null;
        loadOwnScript(new URL("text-" + place[0] + ".js", here).href, function () { delete texts[place[0]]; });
      }
      fill();
    }

    // What is said of a list: what is missing, how many hits, how many of them are shown.
    function say(found, shown) {
      var count = found.entries.length, says = data.says;
      var pages = new Set(found.entries.map(function (entry) { return entry.group; })).size;
      status.replaceChildren();
      found.missing.forEach(function (each) {
        status.append(says.missing.replace("{citation}", each.citation).replace("..", "."), " ", own.make("a", each.title, { href: link(each.address) }), ". ");
      });
      if (count) status.append((found.cited === 1 && pages > 1 && !found.missing.length ? says.readings : says.found).replace("{count}", count));
      if (shown < count) status.append(" ", says.shown.replace("{count}", shown));
      if (count || found.missing.length) return;
      status.append(says.none);
      if (says.guide) status.append(" ", own.make("a", says.guide, { href: link("guide/") }));
      status.append(" ", says.other);
      says.others.forEach(function (each) {
        status.append(" ", own.make("a", each[0], { lang: each[1], href: new URL(each[2] + file + "?" + new URLSearchParams({ q: input.value }), here) }));
      });
    }

    function offerMore(found, shown) {
      var rest = found.entries.length - shown;
      if (more) more.remove();
      if (!rest) return;
      more = own.make("button", data.says.more.replace("{count}", rest), { type: "button", "class": "found-more" });
      more.addEventListener("click", function () {
        var before = new Set(Array.from(list.querySelectorAll("a[data-hit]"), function (hit) { return hit.href; }));
        say(found, show(found, true));
        more.remove();
        Array.from(list.querySelectorAll("a[data-hit]")).find(function (hit) { return !before.has(hit.href); }).focus();
      });
      list.after(more);
    }

    function answer() {
      var query = input.value, found = { entries: [] }, shown;
      if (!engine) return want();
      if (query.trim()) found = engine.find(query);
      show = show || own.results(list, link, textOf);
      shown = show(found, false);
      list.dataset.query = query;
      offerMore(found, shown);
      if (query.trim()) say(found, shown);
      else status.replaceChildren();
    }

    forms.push(answer);
    input.addEventListener("focus", want);
    input.addEventListener("input", answer);
    answer();
    return answer;
  }

  function part(name) { return document.querySelector("[data-search-" + name + "]"); }

  // The page of the search: its query stands in its address.
  function attachPage(form) {
    var input = form.elements.q, answer;
    function asked() { return new URLSearchParams(location.search).get("q") || ""; }
    function address() { return location.pathname + (input.value ? "?" + new URLSearchParams({ q: input.value }) : ""); }
    if (!input.value) input.value = asked();
    answer = attach(form, part("results"), part("status"));
    input.addEventListener("input", function () {
      history.replaceState(null, "", address());
      dispatchEvent(new Event("address"));
    });
    form.addEventListener("submit", function (event) {
      if (!loading) return; // the index did not come: the page is asked for anew, as without scripts
      event.preventDefault();
      if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    });
    addEventListener("popstate", function () { input.value = asked(); answer(); });
  }

  var form = document.querySelector("form.search");
  if (form.hasAttribute("data-search-form")) attachPage(form);
  else attach(form, part("results"), part("status")); // in a dialog over another page
})();
