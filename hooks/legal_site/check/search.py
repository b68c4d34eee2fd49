"""What readers' words are brought to, and the queries that try it, fit the site."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.addresses import page_addresses
from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.index import REGISTERS, Index
from legal_site.load import Document
from legal_site.model.search import Search, SearchCases
from legal_site.permalink import guide_letters, letter
from legal_site.problems import did_you_mean
from legal_site.stemming import fold


def synonyms(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A synonym without words in a language of the site."""
    if not isinstance(model, Search):
        return
    for index, synonym in enumerate(model.synonyms):
        for name in ("words", "means"):
            for locale in context.written_locales:
                if locale not in getattr(synonym, name):
                    loc = ("synonyms", index, name, locale)
                    yield Finding(loc, "is missing: a synonym has words in each language")


def laws(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """Names of a law that the site does not have."""
    if isinstance(model, Search):
        for law in model.laws:
            if law not in context.index.laws:
                yield Finding(("laws", law), f"is no law of this site{did_you_mean(law, context.index.laws)}")


def same_word(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Everyday words that stand in two synonyms: which of the two is meant cannot be told."""
    if not isinstance(model, Search):
        return
    seen: dict[tuple[str, str], str] = {}
    for index, synonym in enumerate(model.synonyms):
        for locale, words in synonym.words.items():
            for number, word in enumerate(words):
                first = seen.setdefault((locale, fold(word)), synonym.id)
                if first != synonym.id:
                    loc = ("synonyms", index, "words", locale, number)
                    yield Finding(loc, f"is {word!r}, which stands in the synonym {first!r} too: keep one")


def queries(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A query in a version that the site does not have, or one that has to lead where nothing is."""
    if not isinstance(model, SearchCases):
        return
    versions = [version.locale for version in context.site.versions] if context.site else []
    for field in ("queries", "held_out"):
        for index, case in enumerate(getattr(model, field)):
            if versions and case.version not in versions:
                message = f"is {case.version!r}, which is no version of this site{did_you_mean(case.version, versions)}"
                yield Finding((field, index, "version"), message)
            for number, address in enumerate(case.hits):
                if not _exists(address, context.index):
                    loc = (field, index, "hits", number)
                    yield Finding(loc, f"is {address}, where nothing stands on this site")


def asked(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """What readers type, at an address to which the search does not lead."""
    if isinstance(model, Search):
        for address in model.asked:
            kind, *names = address.strip("/").split("/")
            found = "#" in address or (kind in _FILES and names)
            if not found or not _exists(address, context.index):
                yield Finding(("asked", address), "stands for an address where nothing is on this site")


_FILES = {"guide": "flows", "statement": "statement"}
"""Where the pages are written that are found as a whole; of others the search finds places, each by its anchor."""


def _exists(address: str, index: Index) -> bool:
    """Whether there is the page and its anchor; anchors of prose are not known before it is read."""
    page, _, anchor = address.partition("#")
    kind, *rest = page.strip("/").split("/")
    if kind == "about":
        return True
    if page not in page_addresses(index):
        return kind in _FILES and bool(rest) and f"{_FILES[kind]}/{rest[0]}" in index.unread
    if kind == "law" and len(rest) == 2:
        return bool(anchor) and index.is_published(f"{rest[0]}/{rest[1]}/{anchor}")
    if kind == "statement" and rest:
        return index.has_statement(f"{rest[0]}/{anchor}".rstrip("/"))
    if kind == "guide" and rest:
        if len(rest) == 1:
            found = not anchor or anchor in index.flows[rest[0]]
        else:
            found = page == guide_letters(rest[0]) and anchor in map(letter, index.given[rest[0]])
        return found or f"flows/{rest[0]}" in index.unread
    return not anchor or anchor in index.ids.get(kind, {anchor} if kind in REGISTERS else ())


OWN_RULES: tuple[OwnRule, ...] = (synonyms, same_word)
RULES: tuple[Rule, ...] = (laws, asked, queries)
