// Copies, saves and shares a paragraph. Without it all of that is there to be selected.
(() => {
  function tools(box) {
    const find = (name, place = box) => place.querySelector(name), text = name => find(`[data-${name}]`).textContent;
    const safe = {
      bib: text => text.replace(/[&%$#_{}]/g, "\\$&"),
      ris: text => text,
      json: text => JSON.stringify(text).slice(1, -1),
      html: text => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt()};`),
      md: text => text.replace(/[\\`*_[\]<>]/g, "\\$&").replace(/^\d+(?=\))/, "$&\\"),
    };

    function made(what, form) {
      // The citation's own name, and behind it what is said of the words.
      const [name, rest = ""] = [...find("[data-citation]").childNodes].map(node => safe[form](node.textContent));
      const url = text(what === "link" ? what : "lasting");
      const link = form === "md" ? `[${name}](${url})` : `<a href="${url}">${name}</a>`;
      if (what !== "quote") return link + rest;
      const lines = text(what).split("\n").slice(0, -1).map(safe[form]), source = lines.pop().replace(name, () => link);
      return form === "md" ? `> ${lines.join("\n>\n> ")}\n\n${source}`
        : `<blockquote><p>${lines.join("</p><p>")}</p></blockquote><p>${source}</p>`;
    }

    function show(text) {
      const field = find("textarea");
      field.value = text;
      field.focus();
      field.select();
    }

    async function copy(what, form) {
      const said = find("[data-said]"), plain = form ? made(what, form) : text(what);
      said.textContent = "";
      find("textarea").value = text("quote");
      try {
        await (form ? navigator.clipboard.writeText(plain) : navigator.clipboard.write([new ClipboardItem({
          "text/plain": new Blob([plain], { type: "text/plain" }),
          "text/html": new Blob([made(what, "html")], { type: "text/html" }),
        })]));
        said.textContent = said.dataset.said;
      } catch (refused) { show(plain); }
    }

    function save(form) {
      const whole = find(".records", document), file = document.createElement("a"), url = text("lasting");
      let record = find(`[data-record=${form}]`, whole).textContent.replace(url.split("#")[0], url);
      for (const key in box.dataset) record = record.replace(safe[form](whole.dataset[key]), () => safe[form](box.dataset[key]));
      find("[data-said]").textContent = "";
      show(record);
      // RIS is read line by line, each ended by CR LF.
      file.href = "data:," + encodeURIComponent(form === "ris" ? record.replace(/$/gm, "\r") + "\n" : record);
      file.download = `${box.dataset.id}.${form}`;
      file.click();
    }

    find("summary").after(find("template", document).content.cloneNode(true));
    find("[data-share]").hidden = !navigator.share;
    box.onclick = event => {
      const data = event.target.dataset;
      if (data.copy) copy(data.copy, find("select").value);
      if (data.save) save(data.save);
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
