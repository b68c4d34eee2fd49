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
  var box = document.querySelector("[data-flow]"), limits = window.guideDeadlines, near = 14, typed = {};
  if (!box) return;

  function rule(row) {
    var data = row.dataset;
    return { unit: data.unit, period: Number(data.period), starts: data.starts.split(" "), countsFirstDay: "countsFirstDay" in data, weekendExtends: "weekendExtends" in data };
  }
  function today() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }

  function compute(form) {
    var says = form.dataset, printed = new Intl.DateTimeFormat(says.lang, { dateStyle: "full", timeZone: "UTC" });
    form.parentNode.querySelectorAll("[data-deadline]").forEach(function (row) {
      var result = limits.end(rule(row), typed), place = row.querySelector("[data-ends]"), button = row.querySelector("[data-ics]");
      button.hidden = !result;
      row.classList.remove("passed", "near");
      if (!result) { place.textContent = ""; return; }
      var left = (limits.parse(result.day).getTime() - today()) / 86400000, words = says.until;
      if (row.dataset.kind === "wait-until") words = says.after;
      else if (row.dataset.kind === "answer-by") words = says.answerBy;
      else if (left < 0) { words = says.passed; row.classList.add("passed"); }
      else if (left <= near) { words = says.near; row.classList.add("near"); }
      function shown(day) { return printed.format(limits.parse(day)); }
      place.textContent = words.replace("{date}", shown(result.day)) + (result.extended ? " " + says.extended.replace("{date}", shown(result.extended)) : "");
      place.textContent = place.textContent.replace(/\.\.+/g, ".");
      row.dataset.end = result.day;
    });
  }

  function fill(form) {
    form.querySelectorAll("input").forEach(function (input) { input.value = typed[input.name] || ""; });
    compute(form);
  }

  box.querySelectorAll("[data-dates]").forEach(function (form) {
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function (event) {
      typed[event.target.name] = event.target.value;
      compute(form);
    });
  });
  box.addEventListener("guide:show", function (event) {
    var form = document.getElementById(event.detail.node).querySelector("[data-dates]");
    if (form) fill(form);
  });
  box.addEventListener("click", function (event) {
    var button = event.target.closest("[data-ics]");
    if (!button) return;
    var row = button.closest("[data-deadline]"), stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    var file = new Blob([limits.calendar(row.querySelector("strong").textContent, row.dataset.end, stamp)], { type: "text/calendar" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = row.dataset.deadline + ".ics";
    link.click();
    URL.revokeObjectURL(link.href);
  });
})();
