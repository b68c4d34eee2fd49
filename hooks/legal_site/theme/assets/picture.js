// Lights the path that the address tells in the picture of the guide.
(function () {
  "use strict";
  var picture = document.querySelector(".flowchart"), state = window.guideState;
  if (!picture || !state) return;

  function show() {
    var read = state.parse(location.hash), here = null;
    picture.querySelectorAll(".taken, .here").forEach(function (part) { part.classList.remove("taken", "here"); });
    function light(selector, name) {
      picture.querySelectorAll(selector).forEach(function (part) { part.classList.add(name); });
    }
    read.answers.forEach(function (answer, question) {
      light('.box[data-ref="' + question + '"]', "taken");
      light('[data-from="' + question + '"][data-choice="' + answer + '"]', "taken");
      light('[data-edge="' + question + "/" + answer + '"]', "taken");
    });
    if (read.node) here = picture.querySelector('.box[data-ref="' + read.node + '"]');
    if (!here) return;
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
  }
  show();
  addEventListener("hashchange", show);
})();
