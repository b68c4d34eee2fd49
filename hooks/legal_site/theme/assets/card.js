// Tells the page that shows this card or guide how high it is, when that page's loader asks, and again when that
// changes. It tells nothing else.
(function () {
  "use strict";
  var asked = null;
  function tell() {
    asked.source.postMessage({ legalSiteHeight: Math.ceil(document.body.getBoundingClientRect().height) }, asked.origin);
  }
  addEventListener("message", function (event) {
    if (event.source !== parent || parent === window || event.origin === "null" || event.data !== "legal-site:height?") return;
    if (!asked && window.ResizeObserver) new ResizeObserver(tell).observe(document.body);
    asked = { source: event.source, origin: event.origin };
    tell();
  });
})();
