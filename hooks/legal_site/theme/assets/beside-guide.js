// What a guide's letters and its picture have in common: the way back takes the answers along, and the page can be left.
(function () {
  "use strict";
  var back = Array.from(document.querySelectorAll("[data-back]")), leave = document.querySelector("[data-leave]"), state = window.guideState;
  if (!leave) return;

  function keep() {
    var read = state.parse(location.hash);
    if (read.answers.size) back.forEach(function (link) { link.hash = state.print(document.getElementById(read.node) ? "" : read.node, read.answers); });
  }
  if (state) {
    keep();
    addEventListener("hashchange", keep);
  }

  // The guide that the reader came from, with what was typed there, rather than a new one behind which it stays.
  function before() {
    var entries = window.navigation ? navigation.entries() : [], place = window.navigation ? navigation.currentEntry.index : 0;
    return place && entries[place - 1].url ? new URL(entries[place - 1].url).pathname : "";
  }
  back.forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (before() !== link.pathname || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      history.back();
    });
  });
  leave.addEventListener("click", function (event) {
    event.preventDefault();
    location.replace("about:blank");
  });
  document.querySelectorAll("main > [data-needs-script]").forEach(function (element) { element.hidden = false; });
})();
