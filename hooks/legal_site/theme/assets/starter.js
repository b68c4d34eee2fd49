// The one script that stands in the page itself: it shows the colours that the reader chose, and loads the page's
// script once the first picture of the page is there. Where the address asks for something (a place, a search) and in a
// frame, which another page asks how high it is, the script is a part of the page like any other: the browser scrolls to
// a place, and says that it is done, when that script has run. So it is on coming back to a guide, to where the reader
// was. Where a link names a guide's node, that node is shown here: nobody waits for the script to read it. A browser that
// can do so shows nothing before, so that no other question stands there for a moment.
(d => {
  let own = d.currentScript.dataset.late, rule = { createHTML: _ => _, createScriptURL: _ => _ };
  let [id, answers] = location.hash.slice(1).split("?");
  try { if (localStorage.scheme) d.documentElement.dataset.scheme = localStorage.scheme; } catch (closed) {}
  if (id && !history.state && /guides|letters/.test(own) && "blocking" in d.currentScript) {
    d.head.append(Object.assign(d.createElement("link"), { rel: "expect", href: "#" + id, blocking: "render" }));
    requestAnimationFrame(show); // frames wait for the style sheet, too
  }
  if (self.trustedTypes) rule = trustedTypes.createPolicy("late-script", rule);
  if (id && (!answers || history.state) || location.search || self != top)
    return d.write(rule.createHTML(`<script defer src=${own}><\/script>`));
  function load() {
    if (own) d.head.append(Object.assign(d.createElement("script"), { src: rule.createScriptURL(own) }));
    own = 0;
  }
  function show() {
    let node = d.getElementById(id);
    if (node) node.className += " asked";
    if (node && !scrollY) node.scrollIntoView(); // else the reader has begun to scroll
  }
  addEventListener("DOMContentLoaded", () => {
    setTimeout(load, 999); // for a browser that tells of no picture, or shows none
    requestAnimationFrame(() => { // the style sheet is there now, and with it the place of the node
      show();
      new PerformanceObserver(load).observe({ type: "paint", buffered: true });
    });
  });
})(document);
