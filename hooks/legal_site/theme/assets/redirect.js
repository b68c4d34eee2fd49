// This address leads on: to where the wanted paragraph stands now, else to the page, keeping the anchor.
(function () {
  "use strict";
  var wanted = location.hash && document.getElementById(location.hash.slice(1)), link = wanted && wanted.querySelector("a");
  location.replace(link ? link.href : document.querySelector("link[rel=canonical]").href + location.hash);
})();
