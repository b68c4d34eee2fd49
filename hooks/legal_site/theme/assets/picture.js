// Lights the path taken in the picture of the guide.
(function () {
  "use strict";
  var box = document.querySelector("[data-flow]"), picture = document.querySelector(".flowchart");
  if (!box || !picture) return;
  box.addEventListener("guide:shown", function (event) {
    picture.querySelectorAll(".taken, .here").forEach(function (part) { part.classList.remove("taken", "here"); });
    function light(selector, name) {
      picture.querySelectorAll(selector).forEach(function (part) { part.classList.add(name); });
    }
    event.detail.steps.forEach(function (step) {
      light('.box[data-ref="' + step[0] + '"]', "taken");
      light('[data-from="' + step[0] + '"][data-choice="' + step[1] + '"]', "taken");
      light('[data-edge="' + step.join("/") + '"]', "taken");
    });
    light('.box[data-ref="' + event.detail.node + '"]', "here");
  });
})();
