// Lights the path that the address tells in the picture of the guide.
(function () {
  "use strict";
  var picture = document.querySelector(".flowchart"), state = window.guideState;
  if (!picture || !state) return;

  // Whoever went on by keyboard before this script came is where he or she wants to be.
  function begun() { return document.activeElement && document.activeElement !== document.body; }

  function show() {
    var read = state.parse(location.hash), here = read.node ? picture.querySelector('.box[data-ref="' + read.node + '"]') : null;
    if (!here && !read.answers.size) return; // another place on the page
    picture.querySelectorAll(".taken, .here").forEach(function (part) { part.classList.remove("taken", "here"); });
    function light(selector, name) {
      picture.querySelectorAll(selector).forEach(function (part) { part.classList.add(name); });
    }
    read.answers.forEach(function (answer, question) {
      light('.box[data-ref="' + question + '"]', "taken");
      light('[data-from="' + question + '"][data-choice="' + answer + '"]', "taken");
      light('[data-edge="' + question + "/" + answer + '"]', "taken");
    });
    if (!here) return;
    here.classList.add("here");
    if (begun()) return;
    here.focus({ preventScroll: true });
    here.scrollIntoView({ block: "center" });
  }
  show();
  addEventListener("hashchange", show);
})();
