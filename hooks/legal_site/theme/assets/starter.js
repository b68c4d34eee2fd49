// The one script that stands in the page itself: it shows the colours that the reader chose, and loads the page's
// script once the first picture of the page is there. Where the address asks for something (a guide's answers, a place,
// a search) and in a frame, which another page asks how high it is, the script is a part of the page like any other:
// the browser scrolls to a place, and says that it is done, when that script has run.
(d => {
  let own = d.currentScript.dataset.late, rule = { createHTML: _ => _, createScriptURL: _ => _ };
  try { if (localStorage.scheme) d.documentElement.dataset.scheme = localStorage.scheme; } catch (closed) {}
  if (self.trustedTypes) rule = trustedTypes.createPolicy("late-script", rule);
  if (location.hash || location.search || self != top)
    return d.write(rule.createHTML(`<script defer src=${own}><\/script>`));
  function load() {
    if (!own) return;
    let script = d.createElement("script");
    script.src = rule.createScriptURL(own);
    d.head.append(script);
    own = 0;
  }
  addEventListener("DOMContentLoaded", () => {
    setTimeout(load, 999); // for a browser that tells of no picture, or shows none
    requestAnimationFrame(() => new PerformanceObserver(load).observe({ type: "paint", buffered: true }));
  });
})(document);
