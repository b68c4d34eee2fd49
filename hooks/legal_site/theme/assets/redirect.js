// What moved leads on: to where the wanted paragraph stands now, else to the page, keeping the anchor.
// On a page of which only anchors moved nothing else leads away. Who asked for the lasting address itself has it now.
(function () {
  "use strict";
  var wanted = location.hash && document.getElementById(location.hash.slice(1)), link = wanted && wanted.querySelector(":scope > a.moved");
  if (link) location.replace(link.href);
  else if (location.hash === "#target") history.replaceState(null, "", location.pathname);
  else if (document.querySelector("#target.moved")) location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
})();
