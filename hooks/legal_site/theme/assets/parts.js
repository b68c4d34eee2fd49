// Words of the law, bodies and notes on time limits stand once on the page, however many outcomes need them.
// This opens them in place, where a link leads to them without scripts.
(function () {
  "use strict";
  var box = document.querySelector("[data-flow]");
  if (!box) return;

  function inPlace(link) {
    var part = document.getElementById(link.hash.slice(1));
    if (!part) return;
    var details = document.createElement("details"), summary = document.createElement("summary");
    summary.textContent = link.textContent;
    details.className = part.className;
    details.append(summary);
    part.querySelectorAll("[data-part-body]").forEach(function (body) { details.append(body.cloneNode(true)); });
    link.replaceWith(details);
  }

  function open(place) { place.querySelectorAll("a[href^='#part.']").forEach(inPlace); }
  box.addEventListener("guide:show", function (event) { open(document.getElementById(event.detail.node)); });
  box.addEventListener("guide:shown", function () { open(box.querySelector("[data-trail]")); });
})();
