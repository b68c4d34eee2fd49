// Writes a day as a language of the page writes it: „1. децембра 2026.”, “1 December 2026”. The browser's own forms
// have the month in another case, and take the language of a country that no page names.
window.guideDay = function (day, lang) {
  "use strict";
  var calendar = document.querySelector('[data-calendar][lang="' + lang + '"]'), months = calendar.content.textContent.split("|");
  var parts = { day: day.getUTCDate(), month: months[day.getUTCMonth()], year: day.getUTCFullYear() };
  return calendar.dataset.form.replace(/\{(\w+)\}/g, function (place, name) { return parts[name]; });
};
