"""What the browser has to know of a version's language to read a query as the build read the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from legal_site.citation import cite
from legal_site.permalink import Provision, number_in_address
from legal_site.stemming import LETTERS, Stemmer, fold, words_of
from legal_site.view.reader import Reader

_NUMBERS = {
    letter: number_in_address(letter)
    for letter in (*LETTERS, *LETTERS.values())
    if number_in_address(letter) != fold(letter)
}
"""The letters of a number that its address keeps apart, and readers' words do not: 24ж is 24zh, 24з is 24z."""


def stemmer_of(reader: Reader) -> Stemmer:
    """The stemmer of a version's language."""
    return reader.content.stemmers[reader.written]


def language(reader: Reader, stemmer: Stemmer) -> dict[str, Any]:
    """What the browser has to know to read a query as the build read the texts."""
    search, written = reader.content.search, reader.written
    return {
        "letters": LETTERS,
        "ignored": sorted(stemmer.ignored),
        "shortest": stemmer.shortest,
        "drop": sorted(stemmer.drop),
        "change": stemmer.change,
        "whole": sorted(stemmer.whole),
        "synonyms": [
            [_typed(synonym.words.get(written, []), stemmer), _searched(synonym.means.get(written, []), stemmer)]
            for synonym in search.synonyms
        ],
        "citation": {
            kind: sorted({word for texts in local.values() for text in texts for word in words_of(text)})
            for kind, local in search.citation_words
        },
        "numbers": _NUMBERS,
        "printed": _printed(reader),
        "names": _names(reader),
        "laws": {law: _law(reader, law) for law in reader.content.laws},
    }


def _typed(texts: Iterable[str], stemmer: Stemmer) -> list[str]:
    """What readers type: each phrase as it stands, and without the words that say nothing if two others are left."""
    whole = {" ".join(map(stemmer.stem, words_of(text))) for text in texts}
    short = {tuple(stemmer.terms(text)) for text in texts}
    return sorted(whole | {" ".join(terms) for terms in short if len(terms) > 1})


def _searched(texts: Iterable[str], stemmer: Stemmer) -> list[str]:
    """What is searched for: the different words of each phrase."""
    return sorted({" ".join(dict.fromkeys(stemmer.terms(text))) for text in texts} - {""})


def _names(reader: Reader) -> dict[str, list[str]]:
    """From each name of a law to the laws that are called so, the longest name first: it may hold shorter ones."""
    found: dict[str, list[str]] = {}
    for law in reader.content.laws:
        for name in {" ".join(words_of(name)) for name in _names_of(reader, law)} - {""}:
            found.setdefault(name, []).append(law)
    return {name: found[name] for name in sorted(found, key=lambda name: (-len(name), name))}


def _names_of(reader: Reader, law: str) -> Iterator[str]:
    """Every name of a law, in every language."""
    info = reader.content.laws[law].info
    yield from (law, *reader.content.search.laws.get(law, ()))
    for forms in info.referred_as.values():
        yield from forms
    for names in (info.title, info.abbreviation):
        yield from names.values()
        # As it stands in a citation that is copied where the law is read in another language.
        yield from (f"{name} ({reader.content.site.jurisdiction[local]})" for local, name in names.items())


def _law(reader: Reader, law: str) -> dict[str, str]:
    info = reader.content.laws[law].info
    return {"abbreviation": reader.text(info.abbreviation), "title": reader.text(info.title)}


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
    own = {number_in_address(letter): reader.plain(letter) for letter in LETTERS}
    printed["letters"] = own if reader.version.citation_style == "sr" else {}
    return printed
