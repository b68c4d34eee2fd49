// The state of a guide: read from and written to the address, followed along the flow. No page is touched here.
// tests/guides/state.yml holds the cases that this file and graph.py, fragment.py share.
window.guideState = (function () {
  "use strict";
  var ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  // The page is the data: the flow is read from its nodes and answers.
  function read(box) {
    var flow = { start: box.dataset.start, questions: new Map(), nodes: new Map() };
    box.querySelectorAll("[data-node]").forEach(function (element) {
      var node = element.dataset.node;
      flow.nodes.set(node, element);
      if ("outcome" in element.dataset) return;
      var answers = new Map();
      element.querySelectorAll("[data-answer]").forEach(function (link) {
        answers.set(link.dataset.answer, link.getAttribute("href").slice(1));
      });
      flow.questions.set(node, answers);
    });
    return flow;
  }

  // "#is-official?what-happened=called&…" -> node and answers, in the order of the address.
  function parse(hash) {
    var text = hash.replace(/^#/, "");
    try { text = decodeURIComponent(text); } catch (error) { return { node: "", answers: new Map(), clean: false }; }
    var cut = text.indexOf("?");
    var node = cut < 0 ? text : text.slice(0, cut);
    var answers = new Map(), clean = node === "" || ID.test(node);
    (cut < 0 ? "" : text.slice(cut + 1)).split("&").forEach(function (pair) {
      if (pair === "") return;
      var parts = pair.split("=");
      if (parts.length === 2 && ID.test(parts[0]) && ID.test(parts[1]) && !answers.has(parts[0])) answers.set(parts[0], parts[1]);
      else clean = false;
    });
    return { node: ID.test(node) ? node : "", answers: answers, clean: clean };
  }

  function print(node, answers) {
    var pairs = [];
    answers.forEach(function (answer, question) { pairs.push(question + "=" + answer); });
    return "#" + node + (pairs.length ? "?" + pairs.join("&") : "");
  }

  // Follows the answers as far as they lead: from the start, or from where the reader came in.
  function walk(flow, answers) {
    var first = answers.keys().next().value;
    var node = answers.has(flow.start) || !flow.questions.has(first) ? flow.start : first;
    var steps = [];
    while (flow.questions.has(node)) {
      var next = flow.questions.get(node).get(answers.get(node));
      if (next === undefined) break;
      steps.push([node, answers.get(node)]);
      node = next;
    }
    return { steps: steps, end: node };
  }

  function reachable(flow, node) {
    var seen = new Set(), ahead = [node];
    while (ahead.length) {
      var here = ahead.pop();
      if (seen.has(here)) continue;
      seen.add(here);
      (flow.questions.get(here) || new Map()).forEach(function (next) { ahead.push(next); });
    }
    return seen;
  }

  // What an address shows: the node, the answers before it, those kept for later, those that fell away.
  function settle(flow, node, answers) {
    var fits = true, dropped = [], known = new Map();
    answers.forEach(function (answer, question) {
      if (flow.questions.has(question) && flow.questions.get(question).has(answer)) known.set(question, answer);
      else { fits = false; dropped.push(question); }
    });
    if (known.size === 0) {
      if (flow.nodes.has(node)) return { node: node, steps: [], kept: known, dropped: dropped, fits: fits };
      return { node: flow.start, steps: [], kept: known, dropped: dropped, fits: fits && node === "" };
    }
    var way = walk(flow, known);
    var visited = way.steps.map(function (step) { return step[0]; });
    visited.push(way.end);
    var place = visited.indexOf(node);
    if (place < 0) { fits = fits && node === ""; place = visited.length - 1; }
    var still = reachable(flow, visited[place]), kept = new Map(), steps = way.steps.slice(0, place);
    way.steps.forEach(function (step) { kept.set(step[0], step[1]); });
    known.forEach(function (answer, question) {
      if (kept.has(question)) return;
      if (still.has(question)) kept.set(question, answer);
      else dropped.push(question);
    });
    return { node: visited[place], steps: steps, kept: kept, dropped: dropped, fits: fits };
  }

  // The reader answers: where it leads, past the later questions that are answered already.
  function choose(flow, node, answer, answers) {
    var given = new Map(answers);
    if (!given.size || given.keys().next().value === node) {
      given.delete(node);
      given = new Map([[node, answer]].concat(Array.from(given)));
    } else given.set(node, answer);
    return settle(flow, walk(flow, given).end, given);
  }

  return { read: read, parse: parse, print: print, walk: walk, settle: settle, choose: choose };
})();
