// Optional: fits the height of embedded cards and guides. Only frames of the site that this file comes from are asked,
// and only their answer is heard.
(function () {
  "use strict";
  var home = new URL(document.currentScript.src).origin;
  function ours() {
    return Array.from(document.querySelectorAll("iframe")).filter(function (frame) {
      try { return new URL(frame.src).origin === home; } catch (error) { return false; }
    });
  }
  function ask(frame) { frame.contentWindow.postMessage("legal-site:height?", home); }
  addEventListener("message", function (event) {
    var height = event.origin === home && event.data && Number(event.data.legalSiteHeight);
    if (!(height > 0)) return;
    ours().forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = Math.ceil(Math.min(height, 99999)) + 2 + "px";
    });
  });
  function all() { ours().forEach(function (frame) { frame.addEventListener("load", function () { ask(frame); }); ask(frame); }); }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", all);
  else all();
  addEventListener("resize", function () { ours().forEach(ask); });
})();
