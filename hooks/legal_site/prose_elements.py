"""What a hand-written page may have beside words: looked at in the HTML that the converter makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

import markdown

from legal_site.check.markup import ELEMENTS
from legal_site.problems import shown

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
"""Of Python-Markdown: those of mkdocs.yml with MkDocs' own, in its order; a test compares."""

TARGET = re.compile(r"(https?://|mailto:)\S+|/([a-z0-9-]+/)*(#[a-z0-9-]+)?|#[a-z0-9-]+")
"""Where a link may lead: an address of the web or of the site, or an anchor."""

_ELEMENTS = ELEMENTS | {
    "abbr", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "span", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr",
}  # fmt: skip
_KEPT_ATTRIBUTES = frozenset({"id", "lang", "href", "start", "style", "title", "class", "scope", "colspan", "rowspan"})
_TYPED_AS = {"img": "![", "div": "[toc]"}
_MAY_BE = "a page is words, links, lists and tables"
_ALIGNED = re.compile(r"text-align: (left|right|center);")
_UNNAMED = "\ue000"
"""Stands before the words of a heading in place of the anchor that MkDocs would make of them."""


@dataclass(frozen=True)
class Made:
    """What a page is made of beside words."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    """What it may not have, each with words by which it is found in the text."""
    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    """Those that are written, each as often as it stands."""


class _Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text.lower()
        self.made = Made()
        self.found = self.made.faults

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            typed = _TYPED_AS.get(tag)
            sign = typed if typed and typed in self.text else f"<{tag}"
            self.found.append((f"has the element <{tag}>: {_MAY_BE}", sign))
        for key, given in attrs:
            value = given or ""
            if key not in _KEPT_ATTRIBUTES or (key == "style" and not _ALIGNED.fullmatch(value)):
                self.found.append((f"would give the page {shown(f'{key}={given}')}: {_MAY_BE}", key))
            elif key == "href":
                self.made.links.append(value)
            elif key == "id" and value.startswith(_UNNAMED):
                self._unnamed(value.removeprefix(_UNNAMED))
            elif key == "id":
                self.made.anchors.append(value)

    def _unnamed(self, words: str) -> None:
        message = (
            f"the heading {shown(words)} has no anchor, by which it is linked and found: write one behind it such as "
            "{#how-we-work}, the same in every language"
        )
        self.found.append((message, f"# {words.lower()}"))

    def handle_comment(self, data: str) -> None:
        self.found.append((f"has a comment, which readers would be sent: {_MAY_BE}", "<!--"))

    def unknown_decl(self, data: str) -> None:
        self.found.append((f"has a declaration: {_MAY_BE}", "<!["))

    def handle_decl(self, decl: str) -> None:
        self.found.append((f"has a declaration: {_MAY_BE}", "<!"))

    def handle_pi(self, data: str) -> None:
        self.found.append((f"has an instruction for programs: {_MAY_BE}", "<?"))


@lru_cache(maxsize=64)
def elements_of(text: str) -> Made:
    """What becomes of a page's Markdown, its front matter taken off."""
    unnamed = {"slugify": lambda words, _: f"{_UNNAMED}{words}"}
    try:
        html = markdown.markdown(text, extensions=list(EXTENSIONS), extension_configs={"toc": unnamed})
    except RecursionError:
        return Made([("is nested too deeply", "")])
    parser = _Elements(text)
    parser.feed(html)
    parser.close()
    return parser.made
