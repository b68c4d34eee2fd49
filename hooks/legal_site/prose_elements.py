"""What a hand-written page may have beside words: looked at in the HTML that the converter makes of it."""

from __future__ import annotations

import re
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


class _Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text.lower()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            typed = _TYPED_AS.get(tag)
            sign = typed if typed and typed in self.text else f"<{tag}"
            self.found.append((f"has the element <{tag}>: {_MAY_BE}", sign))
        for key, value in attrs:
            allowed = key in _KEPT_ATTRIBUTES and (key != "style" or _ALIGNED.fullmatch(value or ""))
            if not allowed or (key == "href" and not TARGET.fullmatch(value or "")):
                given = shown(f"{key}={value}")
                self.found.append((f"would give the page {given}: {_MAY_BE}", key))

    def handle_comment(self, data: str) -> None:
        self.found.append((f"has a comment, which readers would be sent: {_MAY_BE}", "<!--"))

    def unknown_decl(self, data: str) -> None:
        self.found.append((f"has a declaration: {_MAY_BE}", "<!["))

    def handle_decl(self, decl: str) -> None:
        self.found.append((f"has a declaration: {_MAY_BE}", "<!"))

    def handle_pi(self, data: str) -> None:
        self.found.append((f"has an instruction for programs: {_MAY_BE}", "<?"))


@lru_cache(maxsize=64)
def elements_of(text: str) -> list[tuple[str, str]]:
    """What a page may not have, each with words by which it is found in the text."""
    try:
        html = markdown.markdown(text, extensions=list(EXTENSIONS))
    except RecursionError:
        return [("is nested too deeply", "")]
    parser = _Elements(text)
    parser.feed(html)
    parser.close()
    return parser.found
