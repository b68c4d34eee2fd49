// Fills the letters in from the answers and the fields. What is typed is kept nowhere.
(function () {
  "use strict";
  var place = document.querySelector("[data-letters]"), state = window.guideState;
  if (!place) return;
  var letters = Array.from(place.querySelectorAll("[data-letter]")), steps = [], ready = new Set(), asked = null, BLANK = "____________";

  function chosen(letter) { return letter.querySelector('[name="letter.version"]:checked').value; }
  function sheet(letter) { return letter.querySelector('[data-letter-text="' + chosen(letter) + '"]'); }

  function facts(locale) {
    var list = place.querySelector('[data-facts="' + locale + '"]');
    return steps.map(function (step) {
      var fact = list && list.querySelector('[data-fact="' + step.join("/") + '"]');
      return fact ? fact.textContent : "";
    }).filter(Boolean).join(" ");
  }

  // A date is written as the letter's language writes it. An empty field stays a visible blank, and one with a day
  // outside its bounds as well: that is a slip of a figure in the year.
  function value(input, lang) {
    if (!input.validity.valid) return "";
    if (input.type !== "date" || !input.value) return input.value.trim();
    return window.guideDay ? window.guideDay(new Date(input.value + "T00:00:00Z"), lang) : input.value;
  }

  function fill(letter) {
    letter.querySelectorAll("[data-letter-text]").forEach(function (text) {
      var lang = text.querySelector(".sheet").lang;
      text.hidden = text.dataset.letterText !== chosen(letter);
      text.open = !text.hidden;
      text.querySelectorAll("[data-field]").forEach(function (blank) {
        var words = value(letter.querySelector('[name="' + blank.dataset.field + '"]'), lang);
        blank.textContent = words || BLANK;
        blank.classList.toggle("filled", words !== "");
      });
    });
  }

  function offerFacts(letter) {
    if (!ready.has(letter)) prepare(letter);
    letter.querySelectorAll("[data-facts-field]").forEach(function (input) {
      if (!input.dataset.edited) input.value = facts(chosen(letter));
    });
    fill(letter);
  }

  function text(letter) {
    return Array.from(sheet(letter).querySelectorAll(".sheet p")).map(function (line) { return line.textContent; }).join("\n\n") + "\n";
  }

  // RTF 1.9: every letter outside ASCII is written as a signed 16-bit \uN with a question mark for old readers.
  function rtf(letter) {
    var lines = Array.from(sheet(letter).querySelectorAll(".sheet p")).map(function (line) {
      var words = line.textContent.replace(/[\\{}]/g, "\\$&").replace(/\n/g, "\\line ").replace(/[^\x00-\x7f]/g, function (character) {
        var code = character.charCodeAt(0);
        return "\\u" + (code > 32767 ? code - 65536 : code) + "?";
      });
      return (line.className === "title" ? "{\\b " + words + "}" : words) + "\\par\\par";
    });
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24\n" + lines.join("\n") + "\n}\n";
  }

  function save(letter, kind) {
    var body = kind === "rtf" ? rtf(letter) : "\ufeff" + text(letter).replace(/\n/g, "\r\n");
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([body], { type: kind === "rtf" ? "application/rtf" : "text/plain" }));
    link.download = letter.dataset.letter + "." + kind;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function copy(letter) {
    function select() { getSelection().selectAllChildren(sheet(letter).querySelector(".sheet")); }
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(text(letter)).then(function () {
      letter.querySelector("[data-letter-said]").textContent = place.dataset.sayCopied;
    }, select);
  }

  // When a reader opens it: a browser that offers to fill in forms looks long at every field on a page.
  function prepare(letter) {
    var kept = letter.querySelector("template");
    kept.replaceWith(kept.content);
    var form = letter.querySelector("[data-fields]");
    ready.add(letter);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function (event) {
      letter.querySelector("[data-letter-said]").textContent = "";
      if ("factsField" in event.target.dataset) event.target.dataset.edited = "yes";
      if (event.target.name === "letter.version") offerFacts(letter);
      else fill(letter);
    });
    letter.addEventListener("click", function (event) {
      var data = (event.target.closest("button") || letter).dataset;
      if ("letterCopy" in data) copy(letter);
      else if (data.letterSave) save(letter, data.letterSave);
      else if ("letterPrint" in data) {
        asked = letter;
        print();
      }
    });
    letter.querySelectorAll("[data-needs-script]").forEach(function (element) { element.hidden = false; });
  }
  letters.forEach(function (letter) {
    function open() { offerFacts(letter); }
    letter.querySelector(".fill > summary").addEventListener("click", open);
    letter.querySelector(".fill").addEventListener("toggle", open);
    if (letter.querySelector(".fill").open) open();
  });

  // A letter is printed alone: the one whose button asked for it; from the browser's menu the only one that is open.
  // A phone prepares the pages after print() has returned: what was asked for is forgotten with the reader's next act.
  addEventListener("beforeprint", function () {
    var open = place.querySelectorAll(".fill[open]"), alone = asked || (open.length === 1 && open[0].parentNode);
    letters.forEach(function (letter) { letter.classList.toggle("printing", letter === alone); });
    document.documentElement.classList.toggle("print-letter", !!alone);
  });
  ["pointerdown", "keydown"].forEach(function (act) { addEventListener(act, function () { asked = null; }, true); });

  // The address names the letter that the reader chose, and the answers before it.
  function fromAddress() {
    var read = state.parse(location.hash), letter = document.getElementById(read.node), named = letters.indexOf(letter) >= 0;
    if (!named && !read.answers.size) return; // another place on the page
    steps = Array.from(read.answers);
    ready.forEach(offerFacts);
    if (!named) return;
    offerFacts(letter);
    letter.querySelector(".fill").open = true;
    // Whoever went on by keyboard before this script came is where he or she wants to be.
    if (document.activeElement && document.activeElement !== document.body) return;
    letter.scrollIntoView();
    letter.querySelector("h2").focus({ preventScroll: true });
  }
  if (!state) return;
  fromAddress();
  addEventListener("hashchange", fromAddress);
})();
