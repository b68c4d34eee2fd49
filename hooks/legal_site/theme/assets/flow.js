// Asks one question at a time. Answers live in the fragment of the address and nowhere else.
(function () {
  "use strict";
  var box = document.querySelector("[data-flow]"), state = window.guideState;
  if (!box || !state) return;
  var flow = state.read(box), shown = null, now = null, says = box.querySelector("[data-say]");
  var trail = box.querySelector("[data-trail]"), list = trail.querySelector("ol");
  var sharing = Array.from(box.querySelector("[data-sharing]").content.children), refused = sharing[sharing.length - 1];
  var copied = sharing[0].querySelector("[data-copied]");
  var TAKES = "[data-takes-answers]", beside = Array.from(document.querySelectorAll(".beside " + TAKES));

  function part(node, selector) { return flow.nodes.get(node).querySelector(selector); }
  function title(node) { return part(node, "[data-title]").textContent; }
  function label(step) { return part(step[0], '[data-answer="' + step[1] + '"]').textContent; }
  function depth() { return (history.state && history.state.guide) || 0; }

  function show(settled, move) {
    now = settled;
    if (shown) flow.nodes.get(shown).hidden = true;
    shown = settled.node;
    var node = flow.nodes.get(shown);
    node.hidden = false;
    refused.hidden = true;
    copied.textContent = "";
    if (!flow.questions.has(shown)) sharing.forEach(function (row) { part(shown, ".tools").before(row); });
    listSteps(settled);
    tell(settled, move);
    node.querySelectorAll("a[data-version]").forEach(function (link) { link.hash = state.print(shown, settled.kept); });
    beside.concat(Array.from(node.querySelectorAll(TAKES))).forEach(function (link) {
      link.hash = state.print(link.dataset.takesAnswers || shown, new Map(settled.steps));
    });
    document.title = title(shown) + " · " + document.title.split(" · ").slice(-2).join(" · ");
    announce("guide:show", settled);
    dispatchEvent(new Event("address"));
    // Tasks of their own, so that none holds up the page. With the next picture: focus and scrolling need its layout,
    // and what moves with them does not move before the reader's eyes. Then what lies further down.
    function look() {
      // Whoever went on by keyboard before this script came is where he or she wants to be.
      var begun = move === "stay" && document.activeElement && document.activeElement !== document.body;
      if (!begun) part(settled.node, "[data-title]").focus({ preventScroll: true });
      if (move !== "soon" && !says.textContent && node.classList.contains("asked")) return;
      (says.textContent ? says : node).scrollIntoView({ block: "start" });
    }
    if (move === "now") look();
    else if (move) requestAnimationFrame(look);
    setTimeout(function () { announce("guide:shown", settled); });
  }

  function announce(name, settled) {
    box.dispatchEvent(new CustomEvent(name, { detail: { node: settled.node, steps: settled.steps } }));
  }

  function listSteps(settled) {
    var done = !flow.questions.has(settled.node);
    trail.hidden = settled.steps.length === 0;
    trail.querySelector("[data-trail-heading]").textContent = done ? box.dataset.whyTitle : box.dataset.trailTitle;
    list.textContent = "";
    settled.steps.forEach(function (step) {
      var row = document.createElement("li"), answer = document.createElement("strong"), change = document.createElement("a");
      row.append(title(step[0]) + " ");
      answer.textContent = label(step);
      change.textContent = box.dataset.change;
      change.href = state.print(step[0], settled.kept);
      change.dataset.change = step[0];
      change.setAttribute("aria-label", box.dataset.change + ": " + title(step[0]));
      row.append(answer, " ", change);
      if (done) part(step[0], "[data-why]").querySelectorAll(".parts > li > *").forEach(function (words) { row.append(words.cloneNode(true)); });
      list.append(row);
    });
  }

  // Whoever was led into the middle learns with the outcome that there was something before.
  function inMiddle(settled, move) {
    return move === "soon" && !flow.questions.has(settled.node) && settled.steps.length && settled.steps[0][0] !== flow.start;
  }

  function tell(settled, move) {
    var words = settled.fits ? "" : box.dataset.sayStale;
    if (settled.fits && settled.dropped.length) words = box.dataset.sayDropped + " " + settled.dropped.map(function (node) { return box.dataset.quoted.replace("{words}", title(node)); }).join(", ") + ".";
    says.textContent = words || (inMiddle(settled, move) ? box.dataset.sayMiddle : "");
  }

  function go(settled) {
    history.pushState({ guide: depth() + 1 }, "", state.print(settled.node, settled.kept));
    show(settled, "soon");
  }

  // A node that had another id carries it before its words (old_anchors.py), for links of that time.
  function renamed(id) {
    var node = !flow.nodes.has(id) && box.querySelector('[data-node] > span[id="' + id + '"]:empty');
    return node ? node.parentNode.dataset.node : id;
  }

  function read() {
    var found = state.parse(location.hash), answers = new Map();
    found.answers.forEach(function (answer, question) { answers.set(renamed(question), answer); });
    return { node: renamed(found.node), answers: answers, clean: found.clean };
  }

  // An anchor on the page that is no node (the list of letters, words of the law) is left to the browser.
  function fromAddress(move) {
    var asked = read();
    if (!flow.nodes.has(asked.node) && asked.answers.size === 0 && document.getElementById(location.hash.slice(1))) {
      if (!now) show(state.settle(flow, "", new Map()), "");
      return;
    }
    var settled = state.settle(flow, asked.node, asked.answers);
    settled.fits = settled.fits && asked.clean;
    if (!settled.fits || asked.node !== settled.node && asked.answers.size) history.replaceState(history.state, "", state.print(settled.node, settled.kept));
    show(settled, move);
  }

  function leave(event) {
    event.preventDefault();
    var back = depth();
    function away() { location.replace("about:blank"); }
    if (!back) return away();
    // Back to the first step, a new entry in place of all later ones, and that one replaced in turn.
    addEventListener("popstate", function (event) {
      event.stopImmediatePropagation();
      history.replaceState(null, "", location.pathname);
      history.pushState(null, "", location.pathname);
      away();
    }, { once: true, capture: true });
    history.go(-back);
  }

  // A copy on a disk is nowhere for others: what is shared or printed names the page of the site.
  function address() {
    return location.protocol === "file:" ? document.querySelector("link[rel=canonical]").href : location.href.split("#")[0];
  }

  function copy(kind) {
    var whole = address() + (kind === "bare" ? "#" + shown : state.print(shown, now.kept));
    function select() {
      var field = refused.querySelector("input");
      refused.hidden = false;
      field.value = whole;
      field.select();
    }
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(whole).then(function () { copied.textContent = box.dataset.sayCopied; }, select);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a, button");
    if (!now || !link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    var data = link.dataset;
    if (data.answer && box.contains(link)) {
      event.preventDefault();
      go(state.choose(flow, shown, data.answer, now.kept));
    } else if (data.change) {
      event.preventDefault();
      go(state.settle(flow, data.change, now.kept));
    } else if ("restart" in data) {
      event.preventDefault();
      go(state.settle(flow, "", new Map()));
    } else if ("self" in data) event.preventDefault(); // the address has this place already, and the answers with it
    else if ("leave" in data) leave(event);
    else if (data.share) copy(data.share);
    else if ("print" in data) print();
  });

  var opened = [];
  addEventListener("beforeprint", function () {
    box.querySelectorAll("[data-node]:not([hidden]) details").forEach(function (words) {
      if (!words.open) { words.open = true; opened.push(words); }
    });
    var line = document.createElement("p"), now = new Date();
    var today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
    line.dataset.printed = "";
    line.textContent = address() + location.hash + " · " + (window.guideDay ? window.guideDay(today, document.documentElement.lang) : today.toISOString().slice(0, 10));
    box.append(line);
  });
  addEventListener("afterprint", function () {
    opened.splice(0).forEach(function (words) { words.open = false; });
    box.querySelectorAll("[data-printed]").forEach(function (line) { line.remove(); });
  });

  function begin() {
    flow.nodes.forEach(function (element) { element.hidden = true; });
    document.querySelectorAll("[data-needs-script]").forEach(function (element) { element.hidden = false; });
    document.querySelectorAll("[data-without-script]").forEach(function (element) { element.hidden = true; });
    document.documentElement.classList.add("guided");
    addEventListener("popstate", function () { fromAddress("soon"); });
    fromAddress(location.hash.length > 1 ? atOnce ? "now" : "stay" : "");
    if (!history.state) history.replaceState({ guide: 0 }, ""); // starter.js knows by it that the reader comes back
  }

  // Where the address names a node the browser is about to scroll to it, and on coming back to where the reader was:
  // all must stand in its place before. Else the page is not held up.
  var came = performance.getEntriesByType ? performance.getEntriesByType("navigation")[0] : null;
  var atOnce = flow.nodes.has(renamed(state.parse(location.hash).node)) && !read().answers.size || (came && came.type !== "navigate");
  if (atOnce) begin();
  else setTimeout(begin);
})();
