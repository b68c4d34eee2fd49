"""The index of each version, which the reader's browser loads with the first letter of a query.

`index.js` holds every word with the entries it stands in, in the form from which MiniSearch makes its index;
`text-<n>.js` hold the words of the entries, and only those are loaded that are shown. They are scripts and no
JSON so that a copy of the site on a disk can be searched too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from legal_site import permalink
from legal_site.exports.search_language import language, stemmer_of
from legal_site.site import Site
from legal_site.stemming import Stemmer
from legal_site.view.reader import Reader
from legal_site.view.search import groups
from legal_site.view.search_entry import FIELDS, WEIGHTS, Entry, Group

CHUNK = 24_000
"""About how many letters of text one file holds."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    for version in site.content.site.versions:
        reader = site.reader(version.locale, permalink.SEARCH)
        found = [group for group in groups(reader, site.prose(version)) if group.entries]
        chunks = list(_chunks(found))
        yield f"{reader.own_address}index.js", _script("index", _index(reader, found, chunks))
        for number, texts in enumerate(chunks):
            yield f"{reader.own_address}text-{number}.js", _script("texts", number, texts)


def _script(name: str, *values: Any) -> str:
    texts = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"legalSearch.{name}({','.join(texts)});\n"


def _chunks(found: list[Group]) -> Iterator[list[str]]:
    """The texts of the entries in order; a page's stay together."""
    texts: list[str] = []
    for group in found:
        texts += [entry.text for entry in group.entries]
        if sum(map(len, texts)) > CHUNK:
            yield texts
            texts = []
    if texts:
        yield texts


def _index(reader: Reader, found: list[Group], chunks: list[list[str]]) -> dict[str, Any]:
    entries = [entry for group in found for entry in group.entries]
    kinds = sorted({entry.kind for entry in entries})
    stemmer = stemmer_of(reader)
    lengths, terms = _postings(entries, stemmer)
    others = list(_others(reader))
    return {
        "language": language(reader, stemmer),
        "says": {
            "found": reader.ui("search_found", count="{count}"),
            "readings": reader.ui("search_readings", count="{count}"),
            "shown": reader.ui("search_shown", count="{count}"),
            "more": reader.ui("search_more", count="{count}"),
            "missing": reader.ui("search_missing", citation="{citation}"),
            "laws": reader.ui("laws"),
            "none": reader.ui("search_none"),
            "other": reader.ui("search_elsewhere") if others else "",
            "others": others,
            "guide": reader.ui("search_guide") if reader.content.flows else "",
        },
        "kinds": [[kind, reader.ui(f"search_kind_{kind}"), WEIGHTS.get(kind, 1)] for kind in kinds],
        "groups": [
            [
                group.address.removeprefix("/"),
                group.title,
                [[e.anchor, kinds.index(e.kind), e.name] for e in group.entries],
            ]
            for group in found
        ],
        "fields": FIELDS,
        "chunks": [len(texts) for texts in chunks],
        "lengths": lengths,
        "terms": " ".join(terms),
        "postings": " ".join(",".join(map(str, row)) for row in terms.values()),  # a text is read faster than lists
    }


def _others(reader: Reader) -> Iterator[tuple[str, str, str]]:
    """The versions in another language: name, language, and the link from this version's search to theirs."""
    for version in reader.content.site.versions:
        if version.written != reader.written:
            yield version.name, version.lang, reader.in_version(version)


def _postings(entries: list[Entry], stemmer: Stemmer) -> tuple[list[list[int]], dict[str, list[int]]]:
    """The length of each entry's fields, and for each word where it stands.

    A posting is `(steps from the entry before) * (number of fields) + field`, and after it `-count` where the word
    stands there more than once.
    """
    lengths: list[list[int]] = []
    places: dict[str, list[tuple[int, int, int]]] = {}
    for number, entry in enumerate(entries):
        own = []
        for which, text in enumerate(getattr(entry, field) for field in FIELDS):
            counts = Counter(stemmer.terms(text))
            own.append(len(counts))
            for term, count in counts.items():
                places.setdefault(term, []).append((number, which, count))
        lengths.append(own)
    postings: dict[str, list[int]] = {}
    for term in sorted(places):
        last, row = 0, []
        for number, which, count in places[term]:
            row.append((number - last) * len(FIELDS) + which)
            row += [-count] if count > 1 else []
            last = number
        postings[term] = row
    return lengths, postings
