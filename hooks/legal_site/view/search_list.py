"""The page of the search for whoever has no scripts: all that can be found, by first letter."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from legal_site.alphabet import alphabetical, initial
from legal_site.view.reader import Reader
from legal_site.view.search import groups
from legal_site.view.search_prose import Prose


def search_view(reader: Reader, prose: Prose, pages: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Everything in alphabetical order; `pages` are the titles and addresses of all pages made from the content.

    Of the law and the statements the pages alone are listed: nobody looks for a paragraph by its number's letter.
    """
    names = {address: title for title, address in pages}
    rows = {}
    for group in groups(reader, prose):
        names[group.address] = group.title
        for entry in group.entries:
            if entry.kind not in ("paragraph", "item", "statement") and entry.name != group.title:
                rows[group.address_of(entry)] = entry.name
    key = alphabetical(reader.version.citation_style)
    listed = [(name, reader.link(address)) for address, name in (names | rows).items()]
    listed.sort(key=lambda row: (key(row[0]), row[1]))
    return {"listed": [(letter, list(own)) for letter, own in groupby(listed, key=lambda row: initial(row[0]))]}
