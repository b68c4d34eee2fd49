"""What a text makes of itself: words, emphasis, lists and links. All other markup is the site's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pydantic import BaseModel

from legal_site.check.references import MENTION
from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.load import Document, Loc
from legal_site.markup import made
from legal_site.model.law import Article
from legal_site.problems import shown

_HTML = re.compile(r"<(?:[a-zA-Z/!?])[^>]*>?|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_SCRIPT_ADDRESS = re.compile(r"\b(?:(?:java|vb)script\s*:|data\s*:\s*[a-z]+/[a-z0-9.+-]+\s*[;,])", re.IGNORECASE)
_TYPED_AS_ADDRESS = frozenset({"address", "official_address", "source_address"})  # the decoder refuses others
_MAY_MAKE = re.compile(r"[\[{!\\<&#]")
"""Without one of these Markdown makes nothing but paragraphs, emphasis and lists."""
ELEMENTS = frozenset({"p", "em", "strong", "code", "a", "ul", "ol", "li", "br", "blockquote"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_FORMULA = re.compile(r"[=+@-]")


def html(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """HTML in a text. The site makes the markup; texts are words."""
    for loc, text in document.strings:
        if "<" in text or "&" in text:
            for match in _HTML.finditer(text):
                yield Finding(loc, f"has HTML in it: {shown(match.group())}; write plain words")


def script_addresses(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """An address that would run a program instead of opening a page."""
    for loc, text in document.strings:
        if ":" in text:
            match = _SCRIPT_ADDRESS.search(text)
            if match and loc[-1] not in _TYPED_AS_ADDRESS:
                yield Finding(loc, f"has an address that is not allowed: {match.group()!r}; use https://")


def elements(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Markdown that would make another element than those of editorial texts, or give one an attribute.

    What comes out is looked at, not what was typed: pictures, addresses kept for later and `{onclick=…}` are among
    the many ways in which Markdown (with `attr_list`) leads into a page.
    """
    for loc, text in document.strings:
        if _MAY_MAKE.search(MENTION.sub("", text)) and not _HTML.search(text) and not _never_markdown(key, loc):
            for tag, attributes in _made(text):
                for name, value in attributes:
                    if not _is_allowed(tag, name, value or "", text):
                        given = shown(f"{name}={value}")
                        yield Finding(loc, f"would give the page {given}: only {{lang=en}} and links are allowed")
                if tag not in ELEMENTS:
                    yield Finding(loc, f"would become <{tag}> on the page: only emphasis, lists and links are allowed")


def _never_markdown(key: str, loc: Loc) -> bool:
    """Colours begin like headings; words in braces are filled in where the interface and letters have them."""
    return key == "interface" or (key.startswith("letters/") and loc[0] == "parts") or loc[0] == "colours"


def _is_allowed(tag: str, name: str, value: str, text: str) -> bool:
    if name == "lang":
        return _LANGUAGE.fullmatch(value) is not None
    if tag == "ol" and name == "start":
        return value.isdecimal()
    # Links are written [words](address), whose targets `addresses` looks at.
    return (tag, name) == ("a", "href") and f"]({value}" in text


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def _made(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The elements of a text's HTML, with their attributes."""
    parser = _Elements()
    parser.feed(made(text))
    parser.close()
    return parser.found


def formulas(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Words of the law that a spreadsheet would compute: they stand in a table of their own (OWASP, CSV injection)."""
    if not isinstance(model, Article):
        return
    for loc, text in document.strings:
        if "paragraphs" in loc and _FORMULA.match(text):
            yield Finding(loc, f"begins with {text[0]}, which makes it a formula in a spreadsheet: begin with a word")


OWN_RULES: tuple[OwnRule, ...] = (html, script_addresses, elements, formulas)
