// What moved leads on: to where the wanted paragraph stands now, else to the page, keeping the anchor.
// On a page of which only anchors moved nothing else leads away.
(function () {
  "use strict";
  var wanted = location.hash && document.getElementById(location.hash.slice(1)), link = wanted && wanted.querySelector(":scope > a.moved");
  if (link) location.replace(link.href);
  else if (document.querySelector("#target.moved")) location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
})();
