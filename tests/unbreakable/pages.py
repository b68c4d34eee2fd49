"""What a rendered project consists of: its elements, where its links lead, its data."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree import ElementTree

from lxml import html

_OF_TEXTS = {
    *((tag, ()) for tag in ("p", "em", "strong", "code", "ul", "ol", "li", "br", "blockquote")),
    *(("a", ("href",)), ("em", ("lang",)), ("strong", ("lang",)), ("ol", ("start",))),
}
"""The elements, with their attributes, that editorial texts may be made of."""
_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcdoc", "background")
_SCHEMES = ("", "http", "https", "mailto", "tel")
_SAVED = "data:text/plain;charset=utf-8,"
"""How the address of a record begins: a text to be saved, whatever it says."""
_FORMULA = re.compile(r"[=+@\t\r-]")

Element = tuple[str, tuple[str, ...]]


@dataclass
class Pages:
    """Every file that a build would write, by address."""

    files: Mapping[str, str | bytes]
    elements: set[Element] = field(default_factory=set)
    """Each kind of element with the names of its attributes."""
    scripts: dict[str, int] = field(default_factory=dict)
    """How many scripts each page has."""
    words: dict[str, str] = field(default_factory=dict)
    """The text of each page."""

    def __post_init__(self) -> None:
        for address, text in self.files.items():
            if address.endswith(("/", ".html")) and isinstance(text, str):
                self._read(address, text)

    def _read(self, address: str, text: str) -> None:
        tree = html.document_fromstring(text)
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        self.elements.update((element.tag, tuple(sorted(map(str, element.attrib)))) for element in elements)
        self.scripts[address] = Counter(element.tag for element in elements)["script"]
        self.words[address] = tree.text_content()
        for element in elements:
            for name in _ADDRESSES:
                # Browsers pass over white space and control characters in the scheme of an address.
                target = re.sub(r"[\x00-\x20]", "", element.get(name, ""))
                saved = "download" in element.attrib and target.startswith(_SAVED)
                assert saved or urlsplit(target).scheme.lower() in _SCHEMES, f"{address}: {name}={target}"
            if element.get("type") == "application/ld+json":
                json.loads(element.text or "")

    def faults(self, before: "Pages") -> Iterator[str]:
        """What differs from the pages of the same project before the hostile words came in."""
        for element in self.elements - before.elements - _OF_TEXTS:
            yield f"an element that was not there: {element}"
        for address, count in self.scripts.items():
            if count != before.scripts.get(address, count):
                yield f"{address}: {count} scripts in place of {before.scripts[address]}"
        yield from self._data()

    def _data(self) -> Iterator[str]:
        for address, text in self.files.items():
            if ".." in address or "//" in address or not address.startswith("/"):
                yield f"{address}: written outside the site"
            if address.endswith(".json"):
                json.loads(text)
            elif address.endswith(".xml"):
                ElementTree.fromstring(text)
            elif address.endswith((".md", ".txt")) and re.search(r"<[a-z]+[\s/>](?!ttps?:)", str(text)):
                yield f"{address}: has HTML in it"
            elif address.endswith(".csv"):
                rows = csv.reader(io.StringIO(str(text)))
                yield from (f"{address}: a formula: {cell}" for row in rows for cell in row if _FORMULA.match(cell))
