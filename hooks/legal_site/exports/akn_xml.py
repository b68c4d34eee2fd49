"""The few kinds of XML elements that an Akoma Ntoso document is put together from, and its text.

Only blocks are set on lines of their own: white space within a law's words would be a change of them. An element is
its text, so that an article is written once and stands in its own document and in its law's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\t": "&#09;", "\r": "&#13;"}


class Element(str):
    """The text of an element. Any other string is words, which are escaped where they are put in."""

    __slots__ = ()


def block(name: str, attributes: Mapping[str, str], children: Iterable[Element]) -> Element:
    """An element that holds other elements and no words. Attributes stand in the order given."""
    inside = "".join(children)
    return Element(f"{_element(name, attributes, inside and chr(10) + inside)}\n")


def line(name: str, words: str | Iterable[str | Element], attributes: Mapping[str, str] | None = None) -> Element:
    """An element that holds words, and elements among them, on a line of its own."""
    return Element(f"{inline(name, words, attributes)}\n")


def inline(name: str, words: str | Iterable[str | Element], attributes: Mapping[str, str] | None = None) -> Element:
    """An element among words."""
    parts = [words] if isinstance(words, str) else words
    inside = "".join(part if isinstance(part, Element) else escape(part) for part in parts)
    return Element(_element(name, attributes or {}, inside))


def _element(name: str, attributes: Mapping[str, str], inside: str) -> str:
    start = "".join((name, *(f' {key}="{escape(value, _IN_ATTRIBUTE)}"' for key, value in attributes.items())))
    return f"<{start}>{inside}</{name}>" if inside else f"<{start} />"


def document(root: Element) -> str:
    """The text of the file that holds one document."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + block("akomaNtoso", {"xmlns": NAMESPACE}, [root])
