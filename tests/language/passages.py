"""Every text of the content and of the prose, with its language, its place and whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from legal_site.decode import decode
from legal_site.load import Document, Loc, load
from legal_site.model.law import Article, Difference, EarlierWording, Item, LawInfo, Paragraph
from legal_site.model.site import SiteInfo
from legal_site.model.statement import StatementNote, StatementParagraph
from legal_site.problems import ContentError, Place

_OFFICIAL: frozenset[tuple[type[BaseModel], str]] = frozenset(
    {
        (LawInfo, "title"),
        (Article, "heading"),
        (EarlierWording, "heading"),
        (Paragraph, "text"),
        (Paragraph, "penalty"),
        (Paragraph, "closing"),
        (Item, "text"),
        (Difference, "words"),
        (StatementParagraph, "text"),
        (StatementNote, "words"),
    }
)
"""The words of laws and statements, and their translations. Every other text, one of a later field too, is ours."""

_FRONT_MATTER = re.compile(r"(title|description):\s+(.*)")
_BLOCK_BEGINS = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+|#+\s+|>\s*)")
_VERSION = re.compile(r"(?:.+ )?\d+(?:\.\d+)+\S*")
_HEADING_ID = re.compile(r"\s*\{#[^}\n]*\}\s*$")


@dataclass(frozen=True)
class Passage:
    """One text in one language: a field of the content, or a paragraph, heading or list item of the prose."""

    text: str
    locale: str
    ours: bool
    """False for the words of a law or statement and for their translation."""
    place: Place
    """Where the text begins."""
    source: str
    """The file's text from there on."""

    def line_of(self, words: str) -> str:
        """File and line where some words of this text stand; where the text begins if they are wrapped or escaped."""
        opening = r"\s+".join(re.escape(word) for word in words.split()[:4])
        found = re.search(opening, self.source)
        line = self.place.line + (self.source.count("\n", 0, found.start()) if found else 0)
        return f"{self.place.file}:{line}"


def passages(content: Path, docs: Path) -> list[Passage]:
    """All texts of a content folder and of the prose beside it. Raises ContentError if a file cannot be decoded."""
    decoded = decode(load(content))
    if decoded.problems:
        raise ContentError(decoded.problems)
    site = decoded.models["site"]
    assert isinstance(site, SiteInfo)
    locales = {version.locale for version in site.written_versions}
    found: list[Passage] = []
    for key, model in decoded.models.items():
        found += _of_document(decoded.documents[key], model, locales)
    for locale in sorted(locales):
        for path in sorted((docs / locale).rglob("*.md")):
            found += _of_prose(path, path.relative_to(docs.parent).as_posix(), locale)
    return found


def _of_document(document: Document, model: BaseModel, locales: Iterable[str]) -> Iterator[Passage]:
    lines = document.path.read_text("utf-8").split("\n")
    for loc, text, ours in _texts(model, (), frozenset(locales)):
        for locale, words in text.items():
            place = document.place((*loc, locale))
            yield Passage(words, locale, ours, Place(place.file, place.line), "\n".join(lines[place.line - 1 :]))


def _texts(
    value: object, loc: Loc, locales: frozenset[str], ours: bool = True
) -> Iterator[tuple[Loc, dict[str, str], bool]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            official = (type(value), name) in _OFFICIAL
            yield from _texts(getattr(value, name), (*loc, name), locales, not official)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*loc, index), locales, ours)
    elif isinstance(value, dict):
        if value and value.keys() <= locales and all(isinstance(words, str) for words in value.values()):
            yield loc, value, ours
            return
        for key, part in value.items():
            yield from _texts(part, (*loc, key), locales, ours)


def _of_prose(path: Path, name: str, locale: str) -> Iterator[Passage]:
    lines = path.read_text("utf-8").split("\n")
    for number, text in _blocks(lines):
        yield Passage(text, locale, True, Place(name, number), "\n".join(lines[number - 1 :]))


def _blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Paragraphs, headings, list items and cells with the number of their first line; no code, no front matter."""
    block: list[str] = []
    start, fenced, head = 0, False, bool(lines) and lines[0] == "---"
    for number, line in enumerate([*lines, ""], 1):
        if head:
            head = number == 1 or line != "---"
            if found := _FRONT_MATTER.fullmatch(line):
                yield number, found[2]
            continue
        fence, row = line.lstrip().startswith("```"), line.startswith("|")
        begins = _BLOCK_BEGINS.match(line)
        if block and (not line.strip() or begins or fence or fenced or row):
            yield start, " ".join(block)
            block = []
        fenced ^= fence
        if row and not fenced:
            yield from ((number, cell) for cell in _cells(line))
        elif not fenced and not fence and line.strip():
            start = start if block else number
            block.append(_HEADING_ID.sub("", line[begins.end() if begins else 0 :]).strip())


def _cells(row: str) -> list[str]:
    """The texts of a row. One with a version in it names a program, is made by a program and has no words of ours."""
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    if any(_VERSION.fullmatch(cell) for cell in cells):
        return []
    return [cell for cell in cells if cell.strip("-: ")]
