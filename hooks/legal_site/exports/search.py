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
from legal_site.citation import cite
from legal_site.permalink import Provision
from legal_site.site import Site
from legal_site.stemming import LETTERS, Stemmer, words_of
from legal_site.view.reader import Reader
from legal_site.view.search import WEIGHTS, Entry, Group, groups

CHUNK = 24_000
"""About how many letters of text one file holds."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    for version in site.content.site.versions:
        reader = site.reader(version.locale, permalink.SEARCH)
        found = [group for group in groups(reader, site.prose(version)) if group.entries]
        chunks = list(_chunks(found))
        yield f"{reader.own_address}index.js", _script("index", _index(reader, found, chunks))
        for number, texts in enumerate(chunks):
            yield f"{reader.own_address}text-{number}.js", _script("texts", [number, texts])


def _script(name: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"legalSearch.{name}({text});\n"


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
        "chunks": [len(texts) for texts in chunks],
        "lengths": lengths,
        "terms": " ".join(terms),
        "postings": list(terms.values()),
    }


def stemmer_of(reader: Reader) -> Stemmer:
    """The stemmer of a version's language."""
    return reader.content.stemmers[reader.written]


def language(reader: Reader, stemmer: Stemmer) -> dict[str, Any]:
    """What the browser has to know to read a query as the build read the texts."""
    search, written = reader.content.search, reader.written
    words = search.citation_words
    return {
        "letters": LETTERS,
        "ignored": sorted(stemmer.ignored),
        "shortest": stemmer.shortest,
        "drop": sorted(stemmer.drop),
        "change": stemmer.change,
        "synonyms": [
            [
                sorted({phrase for word in synonym.words.get(written, ()) for phrase in _phrases(word, stemmer)}),
                sorted({" ".join(dict.fromkeys(stemmer.terms(word))) for word in synonym.means.get(written, ())} - {""}),
            ]
            for synonym in search.synonyms
        ],
        "citation": {
            level: sorted({word for local in words.values() for text in local for word in words_of(text)})
            for level, words in (("article", words.article), ("paragraph", words.paragraph), ("item", words.item))
        },
        "printed": _printed(reader),
        "laws": {law: _law(reader, law) for law in reader.content.laws},
    }


def _phrases(words: str, stemmer: Stemmer) -> Iterator[str]:
    """The forms of a phrase: as it stands, and without the words that say nothing, if two are left."""
    yield " ".join(map(stemmer.stem, words_of(words)))
    terms = list(stemmer.terms(words))
    if len(terms) > 1:
        yield " ".join(terms)


def _law(reader: Reader, law: str) -> dict[str, Any]:
    info = reader.content.laws[law].info
    named = [form for forms in info.referred_as.values() for form in forms]
    names = [law, *info.title.values(), *info.abbreviation.values(), *named, *reader.content.search.laws.get(law, ())]
    return {
        "names": sorted({" ".join(words_of(name)) for name in names}),
        "abbreviation": reader.text(info.abbreviation),
        "title": reader.text(info.title),
    }


def _printed(reader: Reader) -> dict[str, Any]:
    """How this version prints each level of a citation, before a number without a letter and before one with it.

    A provision that is not published has no citation of its own, and yet has to be named.
    """
    printed: dict[str, Any] = {"article": [], "paragraph": [], "item": []}
    for number in ("1", "1a"):
        before = ""
        for level, parts in zip(printed, ((number,), (number, number), (number, number, number)), strict=True):
            text = reader.plain(cite(reader.version.citation_style, Provision("", *parts), "")).rstrip()
            printed[level].append(text.removeprefix(before).replace(number, "{number}"))
            before = text
    cyrillic = any(letter in LETTERS for letter in printed["article"][0])
    printed["letters"] = {latin: letter for letter, latin in LETTERS.items() if len(latin) == 1} if cyrillic else {}
    return printed


def _postings(entries: list[Entry], stemmer: Stemmer) -> tuple[list[list[int]], dict[str, list[int]]]:
    """The length of each entry's three fields, and for each word where it stands.

    A posting is `(steps from the entry before) * 3 + field`, and after it `-count` where the word stands there
    more than once.
    """
    lengths: list[list[int]] = []
    places: dict[str, list[tuple[int, int, int]]] = {}
    for number, entry in enumerate(entries):
        own = []
        for which, text in enumerate((entry.headline, entry.text, entry.around)):
            counts = Counter(stemmer.terms(text))
            own.append(len(counts))
            for term, count in counts.items():
                places.setdefault(term, []).append((number, which, count))
        lengths.append(own)
    postings: dict[str, list[int]] = {}
    for term in sorted(places):
        last, row = 0, []
        for number, which, count in places[term]:
            row.append((number - last) * 3 + which)
            row += [-count] if count > 1 else []
            last = number
        postings[term] = row
    return lengths, postings
