// What a guide's letters and its picture have in common: the way back takes the answers along, and the page can be left.
(function () {
  "use strict";
  var back = document.querySelector("[data-back]"), leave = document.querySelector("[data-leave]"), state = window.guideState;
  if (!back || !leave) return;

  function keep() {
    if (!state) return;
    var read = state.parse(location.hash);
    if (read.answers.size) back.hash = state.print(document.getElementById(read.node) ? "" : read.node, read.answers);
  }
  keep();
  addEventListener("hashchange", keep);
  leave.addEventListener("click", function (event) {
    event.preventDefault();
    location.replace("about:blank");
  });
  document.querySelectorAll("main > [data-needs-script]").forEach(function (element) { element.hidden = false; });
})();
