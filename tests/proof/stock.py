"""The same pages as stock tools make them: our words as Markdown, for MkDocs, Material and static-i18n as they come."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from bench.corpus import write_stock
from legal_site import permalink
from legal_site.packing import pack, packable
from proof.places import Place, Places

_BLOCKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "blockquote": "> "}
_PLAIN_BLOCKS = {"p", "dt", "dd", "td", "th", "summary", "div", "section", "ul", "ol", "dl", "details", "table", "tr"}
_LEFT_OUT = {"svg", "script", "style", "form", "button", "textarea", "select", "nav"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#])")


def build(folder: Path, places: Places, wanted: list[Place]) -> Path:
    """Builds a stock site with the wanted pages at their addresses, packed as ours are."""
    project = write_stock(folder / "project", [])
    for place in wanted:
        address = place.address.partition("#")[0]
        path = places.folder / permalink.file_of(address)
        own = address.removeprefix(f"/{place.version}/").strip("/")
        page = project / "docs" / place.version / f"{own}/index.md".lstrip("/")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(markdown(path.read_text("utf-8")), "utf-8")
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    pack(site, packable(site))
    return site


def markdown(html: str) -> str:
    """The words of a page's main part as headings, paragraphs and lists."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    main = next(tree.iter("main"), tree)
    return "\n\n".join(_blocks(main, "")) + "\n"


def _blocks(element: Element, mark: str) -> Iterator[str]:
    words: list[str] = [element.text or ""]

    def said() -> Iterator[str]:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            yield mark + _SPECIAL.sub(r"\\\1", text)

    for child in element:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            pass
        elif child.tag in _BLOCKS or child.tag in _PLAIN_BLOCKS:
            yield from said()
            yield from _blocks(child, _BLOCKS.get(child.tag, mark))
        else:
            words.append("".join(child.itertext()))
        words.append(child.tail or "")
    yield from said()
