"""The laws as data: the list of all, one law with all its articles, one article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from legal_site import permalink
from legal_site.content import Law
from legal_site.exports.data_article_shape import ArticleShape
from legal_site.exports.data_file import DataFile, written
from legal_site.exports.data_text import Names, NoteShape, Provenances, Shape, Texts, kinds
from legal_site.exports.every_version import EveryVersion


class LawShape(Shape):
    """A law of which articles are published here; never the whole law."""

    id: str
    title: Texts
    abbreviation: Texts
    """How we call the law in a citation."""
    kind: Literal["code", "law", "constitution"]
    gazette: list[str]
    """Numbers of the official gazette in which the law and its amendments were published."""
    gazette_note: Texts | None = None
    adopted_on: date | None = None
    passed_by: Texts | None = None
    """Who passed the law."""
    official_address: str | None = None
    """Web address of the official text."""
    paragraph_numbers: Literal["printed", "counted"]
    """Whether the gazette prints the paragraphs' numbers or we count them."""
    address: str
    data: str
    """The address of the file about this law with all its articles."""
    provenance: Provenances
    """What holds for every article that does not say otherwise."""
    notes: list[NoteShape]


class ArticleListing(Shape):
    """An article in a list."""

    id: str
    number: str
    citation: Names
    heading: Texts | None = None
    address: str
    permanent_address: str
    """The address under which this wording stays for ever."""
    as_of: date
    """The date of the newest wording published here."""
    data: str
    """The address of the file about the article."""


class LawListing(LawShape):
    """A law in the list of all."""

    articles: list[ArticleListing]


class LawsFile(DataFile):
    """All laws of which articles are published here, and those articles."""

    laws: list[LawListing]


class LawFile(DataFile):
    """One law with all its published articles."""

    law: LawShape
    articles: list[ArticleShape]


class ArticleFile(DataFile):
    """One article."""

    law: LawShape
    article: ArticleShape


def data_address(law: Law) -> str:
    """The address of the file about one law."""
    return f"/data/law/{law.id}.json"


def law_shape(every: EveryVersion, law: Law) -> LawShape:
    """What is said of a law as a whole."""
    info = law.info
    provenances = every.provenances(info.provenance)
    return LawShape(
        id=law.id,
        title=every.texts(info.title, kinds(provenances)),
        abbreviation=every.ours(info.abbreviation),
        kind=info.kind,
        gazette=info.gazette,
        gazette_note=every.ours(info.gazette_note) if info.gazette_note else None,
        adopted_on=info.adopted_on,
        passed_by=every.ours(info.passed_by) if info.passed_by else None,
        official_address=info.official_address,
        paragraph_numbers=info.paragraph_numbers,
        address=permalink.law(law.id),
        data=data_address(law),
        provenance=provenances,
        notes=[every.note(note) for note in info.notes],
    )


def listing(article: ArticleShape) -> ArticleListing:
    """An article as it stands in the list of all laws."""
    return ArticleListing(
        id=article.id,
        number=article.number,
        citation=article.citation,
        heading=article.wording.heading,
        address=article.address,
        permanent_address=article.wording.permanent_address,
        as_of=article.wording.as_of,
        data=article.data,
    )


def law_text(file: LawFile, articles: Iterable[bytes]) -> bytes:
    """The text of a file without articles and of the articles that belong into it: they are its last field."""
    assert not file.articles
    before, _, after = written(file, compact=True).encode().rpartition(b"[]")
    return b"%b[%b]%b" % (before, b",".join(articles), after)
