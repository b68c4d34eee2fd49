// Opens the search over any page: with the link, or with the key /. Letters typed at once go into the field.
(function () {
  "use strict";
  // Only scripts of this site are loaded; a browser that knows Trusted Types sees to it (policy.py).
  var rule = { createScriptURL: function (address) {
    var whole = new URL(address, document.baseURI);
    if (whole.origin !== location.origin) throw new TypeError(address + " is not of this site");
    return whole.href;
  } };
  if (window.trustedTypes) rule = trustedTypes.createPolicy("own-script", rule);
  window.loadOwnScript = function (address, failed) {
    var script = document.createElement("script");
    script.src = rule.createScriptURL(address);
    script.async = false; // in the order of the calls
    script.onerror = failed;
    document.head.append(script);
  };

  var link = document.querySelector("a[data-search]"), dialog = null;
  if (!link) return;

  function make(name, attributes, inside) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.append.apply(element, inside || []);
    return element;
  }

  // Speech input types letters that nobody meant: a key alone can be turned off where it has done harm (WCAG 2.1.4).
  var own = document.querySelector("form[data-search-form]"), key = make("input", { type: "checkbox", checked: "" });
  var byKey = make("label", { "class": "meta by-key" }, [key, link.dataset.key]);
  if (own) document.querySelector("main").append(byKey);

  function open() {
    if (own) { own.elements.q.focus(); return; }
    if (!dialog) {
      var input = make("input", { id: "q", name: "q", type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" });
      var form = make("form", { "class": "search", role: "search", action: link.href }, [make("label", { "for": "q" }, [link.dataset.label]), input]);
      var close = make("button", { type: "button" }, [link.dataset.close]);
      dialog = make("dialog", { "class": "search-box md-typeset", "aria-label": link.textContent }, [
        form, close, make("p", { "class": "meta", role: "status", "data-search-status": "" }), make("ol", { "class": "found", "data-search-results": "" }), byKey
      ]);
      close.addEventListener("click", function () { dialog.close(); });
      dialog.addEventListener("click", function (event) { if (event.target.closest("a[data-hit]")) dialog.close(); });
      document.body.append(dialog);
      loadOwnScript(link.dataset.search, function () {
        if (dialog.open) form.submit(); // to the page of the search, as the link leads without scripts
        dialog.remove();
        dialog = null;
      });
    }
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").focus();
  }

  link.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !key.checked) return;
    if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
})();
