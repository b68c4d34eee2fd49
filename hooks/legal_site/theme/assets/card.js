// Tells the page that shows this card how high it is, when that page's loader asks. It tells nothing else.
addEventListener("message", function (event) {
  "use strict";
  if (event.source !== parent || parent === window || event.origin === "null" || event.data !== "legal-site:height?") return;
  event.source.postMessage({ legalSiteHeight: Math.ceil(document.body.getBoundingClientRect().height) }, event.origin);
});
