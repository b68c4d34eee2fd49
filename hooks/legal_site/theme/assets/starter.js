// The one script that stands in the page itself: it shows the colours that the reader chose, and loads the page's
// script once the first picture of the page is there. Where the address asks for something (a place, a search) and in a
// frame, which another page asks how high it is, the script is a part of the page like any other: the browser scrolls to
// a place, and says that it is done, when that script has run. So it is on coming back to a guide, to where the reader
// was. Where a link names a guide's node, that node is shown here: nobody waits for the script to read it. A browser that
// can do so shows nothing before, so that no other question stands there for a moment. Other pages go without the lines
// that are of a guide (starter.py).
(d => {
  let own = d.currentScript.dataset.late, rule = { createHTML: _ => _, createScriptURL: _ => _ }, place = location.hash;
  try { if (localStorage.scheme) d.documentElement.dataset.scheme = localStorage.scheme; } catch (closed) {}
  // Of a guide: answers stand behind the place
  let [id, answers] = place.slice(1).split("?");
  if (answers && !history.state) place = 0;
  if (id && !history.state && /guides|letters/.test(own) && "blocking" in d.currentScript) { // the picture has no such places
    d.head.append(Object.assign(d.createElement("link"), { blocking: "render", rel: "expect", href: "#" + id }));
    requestAnimationFrame(show); // frames wait for the style sheet, too
  }
  // Of every page
  if (self.trustedTypes) rule = trustedTypes.createPolicy("late-script", rule);
  if (place || location.search || self != top) return d.write(rule.createHTML(`<script defer src=${own}><\/script>`));
  function load() {
    if (!own) return;
    // Of a guide: its script finds the node shown
    show();
    // Of every page
    d.head.append(Object.assign(d.createElement("script"), { src: rule.createScriptURL(own) }));
    own = 0;
  }
  // Of a guide:
  function show() {
    let node = d.getElementById(id);
    if (node) node.className += " asked";
    if (node && !scrollY) node.scrollIntoView(); // else the reader has begun to scroll
  }
  // Of every page
  addEventListener("DOMContentLoaded", () => {
    setTimeout(load, 999); // for a browser that tells of no picture, or shows none
    // Of a guide: the style sheet is there with the next frame, and with it the place of the node
    requestAnimationFrame(show);
    // Of every page
    new PerformanceObserver(load).observe({ type: "paint", buffered: true });
  });
})(document);
