// Two conveniences on top of pages that work without them: the version switch keeps the reader's
// place, and the colour scheme can be chosen. Nothing is sent; only the scheme is remembered (starter.js shows it).
(function () {
  "use strict";
  var root = document.documentElement;

  function keepPlace() {
    document.querySelectorAll("header a[data-version]").forEach(function (link) {
      if (link.search !== location.search) link.search = location.search;
      if (link.hash !== location.hash) link.hash = location.hash;
    });
  }
  keepPlace();
  ["hashchange", "popstate", "address"].forEach(function (name) { addEventListener(name, keepPlace); });

  function offer(place) {
    var button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", place.dataset.schemeLabel);
    button.title = place.dataset.schemeLabel;
    button.addEventListener("click", function () {
      var dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      var next = dark ? "light" : "dark";
      root.dataset.scheme = next;
      try { localStorage.setItem("scheme", next); } catch (error) { /* the choice holds for this page */ }
    });
    place.append(button);
  }

  setTimeout(function () { // in a task of its own, which holds nothing up
    var place = document.querySelector("[data-scheme-label]");
    if (place) offer(place);
  });
})();
