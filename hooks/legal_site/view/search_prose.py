"""The sections of the hand-written pages, as a search finds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from legal_site.view.reader import Reader
from legal_site.view.search_entry import Entry, Group

Prose = Mapping[str, str]
"""The Markdown of each hand-written page, by its address."""

_SECTION = re.compile(r"^#{1,6} +(.+?) *\{#([a-z0-9-]+)\} *$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`|#>]+|\{[^}]*\}|^\s*[-+] ", re.MULTILINE)


def prose_group(reader: Reader, address: str, markdown: str) -> Group:
    """The sections of a page by its Markdown; the first is the page itself."""
    _, *parts = _SECTION.split(markdown)
    rows = list(zip(parts[0::3], parts[1::3], parts[2::3], strict=True))
    names = [reader.plain(name) for name, _, _ in rows]
    entries: list[Entry] = []
    for title, (_, anchor, text) in zip(names, rows, strict=True):
        words = " ".join(_MARKS.sub(" ", _LINK.sub(r"\1", text)).split())
        kind = "section" if entries else "page"
        entries.append(Entry(anchor, kind, title, partial(reader.plain, words), title, names[0]))
    return Group(address, names[0] if names else address, entries)
