// Copies and shares a paragraph. Without it the citation, the links and the line under a quote are there to be selected.
(() => {
  function tools(box) {
    const find = (name, place = box) => place.querySelector(name), text = name => find(`[data-${name}]`).textContent;
    const template = find("template", document), [before, after] = template.dataset.marks.split("|");
    const field = document.createElement("textarea");
    const safe = {
      html: text => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt()};`),
      md: text => text.replace(/[\\`*_[\]<>]/g, "\\$&").replace(/^\d+(?=\))/, "$&\\"),
    };

    // The paragraph's words line by line, as the page has them. What an editor says of a gap is no word of the law.
    function words() {
      const lines = [...box.parentNode.querySelectorAll("[data-law-text] p, p[data-statement-text], .gap")].map(line => {
        const item = line.closest(".item");
        return line.className === "gap" ? "[…]" : (item ? find(".label", item).textContent + " " : "") + line.textContent;
      }).filter((line, at, all) => line !== "[…]" || all[at - 1] !== line);
      // Where words begin or end with marks of their own, others would stand beside them.
      const all = lines.join("\n");
      return /^(\d+\) )?["„“«]|["”“»][.;]?$/.test(all) ? all : before + all + after;
    }

    // The line under a quote: the citation, and behind it what is said of the words.
    function source(citation, said) {
      return `— ${citation}${text("citation").endsWith(".") ? "" : "."} ${said}`;
    }

    function plain(what) {
      return what === "quote" ? [words(), source(text("citation"), text("source")), text("lasting")].join("\n") : text(what);
    }

    function made(what, form) {
      // The citation's own name, and behind it what is said of the words.
      const [name, rest = ""] = [...find("[data-citation]").childNodes].map(node => safe[form](node.textContent));
      const url = text(what === "link" ? what : "lasting");
      const link = form === "md" ? `[${name}](${url})` : `<a href="${url}">${name}</a>`;
      if (what !== "quote") return link + rest;
      const lines = words().split("\n").map(safe[form]), said = source(link + rest, safe[form](text("source")));
      return form === "md" ? `> ${lines.join("\n>\n> ")}\n\n${said}`
        : `<blockquote><p>${lines.join("</p><p>")}</p></blockquote><p>${said}</p>`;
    }

    async function copy(what, form) {
      const said = find("[data-said]"), copied = form ? made(what, form) : plain(what);
      said.textContent = "";
      field.value = plain("quote");
      try {
        await (form ? navigator.clipboard.writeText(copied) : navigator.clipboard.write([new ClipboardItem({
          "text/plain": new Blob([copied], { type: "text/plain" }),
          "text/html": new Blob([made(what, "html")], { type: "text/html" }),
        })]));
        said.textContent = said.dataset.said;
      } catch (refused) {
        field.value = copied;
        field.focus();
        field.select();
      }
    }

    find("summary").after(template.content.cloneNode(true));
    field.readOnly = true;
    field.rows = 6;
    field.value = plain("quote");
    field.setAttribute("aria-label", text("citation"));
    box.append(field);
    find("[data-source]").hidden = true; // it stands in the field now
    find("[data-share]").hidden = !navigator.share || !find("[href$='#records']"); // the card is shared, if there is one
    box.onclick = event => {
      const data = event.target.dataset;
      if (data.copy) copy(data.copy, find("select").value);
      if (data.share) navigator.share({ title: text("citation"), url: text("link").replace("#", "") + "/" }).catch(String);
    };
  }

  // Made when a reader comes to it: in all paragraphs at once it would hold up the page.
  function reached(event) {
    const box = event.target.closest && event.target.closest(".cite");
    if (box && !box.onclick) tools(box);
  }
  ["focusin", "pointerdown", "toggle"].forEach(name => document.addEventListener(name, reached, true));
  document.querySelectorAll(".cite[open]").forEach(tools);
})();
