// Computes time limits from the dates that the reader enters. They are kept nowhere.
// tests/guides/deadlines.yml holds the cases that this file and deadline.py share.
window.guideDeadlines = (function () {
  "use strict";
  var DAY = 86400000;

  // Days are counted in UTC, so that no time zone or daylight saving moves them.
  function parse(text) {
    var match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!match) return null;
    var day = new Date(Date.UTC(+match[1], +match[2] - 1, +match[3]));
    return day.toISOString().slice(0, 10) === text ? day : null;
  }
  function iso(day) { return day.toISOString().slice(0, 10); }
  function plus(day, days) { return new Date(day.getTime() + days * DAY); }

  function afterMonths(day, months) {
    var first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
    var length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    return plus(first, Math.min(day.getUTCDate(), length) - 1);
  }

  // rule: {unit, period, starts, countsFirstDay, weekendExtends}; days: {occasion: "2026-03-10"}.
  function end(rule, days) {
    var given = rule.starts.map(function (start) { return parse(days[start] || ""); });
    if (given.indexOf(null) >= 0) return null;
    var first = new Date(Math.max.apply(null, given));
    var last = rule.unit === "days" ? plus(first, rule.period) : afterMonths(first, rule.unit === "years" ? 12 * rule.period : rule.period);
    if (rule.countsFirstDay) last = plus(last, -1);
    var weekday = last.getUTCDay(), extended = null;
    if (rule.weekendExtends && (weekday === 6 || weekday === 0)) extended = iso(plus(last, weekday === 6 ? 2 : 1));
    return { day: iso(last), extended: extended };
  }

  function calendar(name, day, stamp) {
    var next = iso(plus(parse(day), 1)), digits = function (text) { return text.replace(/-/g, ""); };
    function fold(line) { return line.match(/.{1,36}/gu).join("\r\n "); }
    function escape(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n"); }
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//guide//deadlines//EN", "BEGIN:VEVENT",
      "UID:" + digits(day) + "-" + stamp.replace(/\D/g, "") + "@guide", "DTSTAMP:" + stamp,
      "DTSTART;VALUE=DATE:" + digits(day), "DTEND;VALUE=DATE:" + digits(next), fold("SUMMARY:" + escape(name)),
      "BEGIN:VALARM", "ACTION:DISPLAY", fold("DESCRIPTION:" + escape(name)), "TRIGGER:-P7D", "END:VALARM",
      "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
  }

  return { end: end, parse: parse, calendar: calendar };
})();

(function () {
  "use strict";
  var box = document.querySelector("[data-flow]"), dates = document.querySelector("[data-dates]");
  var limits = window.guideDeadlines, near = 14;
  if (!box || !dates || !limits) return;
  var says = dates.dataset, form = null, weekday = null;

  function rule(row) {
    var data = document.getElementById("part.limit-" + row.dataset.deadline).dataset;
    return { kind: data.kind, unit: data.unit, period: Number(data.period), starts: data.starts.split(" "), countsFirstDay: "countsFirstDay" in data, weekendExtends: "weekendExtends" in data };
  }
  function today() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }
  function rows() { return dates.parentNode.parentNode.querySelectorAll("[data-deadline]"); }
  // What is wrong with a day is said beside it; that it is none, in the browser's own words and only once the field is
  // left: a year that is being typed is not wrong yet.
  function read(input) {
    // A browser that knows no field for dates hands over whatever was typed: that is no day.
    var day = input.validity.valid && limits.parse(input.value), ahead = day && day.getTime() > today();
    var wrong = input === document.activeElement ? "" : input.validationMessage;
    input.parentNode.querySelector(".ends").textContent = ahead ? says.future : wrong;
    return day && !ahead ? input.value : "";
  }
  function days() {
    var typed = {};
    if (form) form.querySelectorAll("input").forEach(function (input) { typed[input.name] = read(input); });
    return typed;
  }
  // Made for the first date: it takes longer than all else that a guide does while its page loads.
  function shown(day) {
    if (!window.guideDay) return day;
    weekday = weekday || new Intl.DateTimeFormat(says.lang, { weekday: "long", timeZone: "UTC" });
    return weekday.format(limits.parse(day)) + ", " + window.guideDay(limits.parse(day), says.lang);
  }

  function tell(row, typed) {
    var own = rule(row), result = limits.end(own, typed), place = row.querySelector(".ends"), words = says.until;
    row.classList.remove("passed", "near");
    if (place) place.remove();
    place = document.createElement("p");
    place.className = "ends";
    if (!result) {
      var missing = own.starts.filter(function (start) { return !typed[start]; });
      if (missing.length === own.starts.length) return;
      place.textContent = says.missing.replace("{question}", form.querySelector('[data-occasion="' + missing[0] + '"] label').textContent);
      row.append(place);
      return;
    }
    // The cautious day is the one to act by; a time limit that the law extends is over only with its last day, and
    // whoever must wait for its end waits for that one.
    var over = own.kind === "wait-until" || limits.parse(result.day).getTime() < today();
    var day = result.extended && over ? result.extended : result.day;
    var left = (limits.parse(day).getTime() - today()) / 86400000;
    if (own.kind === "wait-until") words = says.after;
    else if (own.kind === "answer-by" && left >= 0) words = says.answerBy;
    else if (own.kind === "answer-by") { words = says.answerLate; row.classList.add("passed"); }
    else if (left < 0) { words = says.passed; row.classList.add("passed"); }
    else if (left <= near) { words = says.near; row.classList.add("near"); }
    var text = words.replace("{date}", shown(day));
    if (result.extended && day !== result.extended) text += " " + says.extended.replace("{date}", shown(result.extended));
    // The day it was counted from is said back: day and month are easily mistaken for each other.
    text += " " + says.counted.replace("{date}", shown(own.starts.map(function (start) { return typed[start]; }).sort().pop()));
    place.textContent = text.replace(/\.\.+/g, ".") + " ";
    row.append(place);
    if (row.classList.contains("passed")) return;
    var button = document.createElement("button");
    button.type = "button";
    button.dataset.ics = day;
    button.textContent = says.ics;
    place.append(button);
  }

  function compute() {
    var typed = days();
    rows().forEach(function (row) { tell(row, typed); });
  }

  function ask() {
    var asked = [].concat.apply([], Array.from(rows(), function (row) { return rule(row).starts; }));
    form.querySelectorAll("[data-occasion]").forEach(function (line) { line.hidden = asked.indexOf(line.dataset.occasion) < 0; });
  }

  // The fields are made when they are opened: a browser that offers to fill in forms looks long at every one on a page.
  function prepare() {
    if (form) return;
    dates.append(dates.querySelector("template").content.cloneNode(true));
    form = dates.querySelector("form");
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("change", compute);
    form.addEventListener("focusout", function (event) { read(event.target); });
    ask();
  }
  dates.addEventListener("click", prepare);
  dates.addEventListener("toggle", prepare);
  box.addEventListener("guide:show", function (event) {
    var place = document.getElementById(event.detail.node).querySelector("[data-dates-here]");
    if (!place) return;
    place.append(dates);
    dates.hidden = false;
    if (form) ask();
    compute();
  });
  box.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-ics]");
    if (!button) return;
    var row = button.closest("[data-deadline]"), stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    var name = document.getElementById("part.limit-" + row.dataset.deadline + ".title").textContent;
    if (rule(row).kind === "act-by") name = says.lastDay.replace("{name}", name);
    var file = new Blob([limits.calendar(name, button.dataset.ics, stamp)], { type: "text/calendar" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = row.dataset.deadline + ".ics";
    link.click();
    URL.revokeObjectURL(link.href);
  });
})();
