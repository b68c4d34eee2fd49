"""The few kinds of XML elements that an Akoma Ntoso document is put together from, and its bytes.

Only blocks are set on lines of their own: white space within a law's words would be a change of them. An element
of the standard library has no parent, so that an article stands in its own document and in its law's at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def block(name: str, attributes: Mapping[str, str], children: Iterable[Element]) -> Element:
    """An element that holds other elements and no words. Attributes stand in the order given."""
    element = Element(name, dict(attributes))
    element.extend(children)
    element.text = "\n" if len(element) else None
    element.tail = "\n"
    return element


def line(name: str, words: str | Iterable[str | Element], attributes: Mapping[str, str] | None = None) -> Element:
    """An element that holds words, and elements among them, on a line of its own."""
    element = inline(name, words, attributes)
    element.tail = "\n"
    return element


def inline(name: str, words: str | Iterable[str | Element], attributes: Mapping[str, str] | None = None) -> Element:
    """An element among words."""
    element = Element(name, dict(attributes or {}))
    last: Element | None = None
    for part in [words] if isinstance(words, str) else words:
        if isinstance(part, Element):
            element.append(part)
            last = part
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return element


def document(root: Element) -> str:
    """The text of the file that holds one document."""
    whole = block("akomaNtoso", {"xmlns": NAMESPACE}, [root])
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(whole, encoding="unicode")
