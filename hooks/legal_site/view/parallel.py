"""One article in all versions, cut into rows that stand side by side. The rows are the same on every version's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legal_site.content import Law
from legal_site.model.base import Text
from legal_site.model.law import Article, Item, Paragraph
from legal_site.permalink import Provision
from legal_site.relations import item_of, paragraph_of
from legal_site.view.labels import article_heading, printed
from legal_site.view.paragraph import Gap, gap_view
from legal_site.view.provenance import provenance_of, text_kind
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class Column:
    """One version of the article."""

    reader: Reader
    title: str
    kind: str
    """What the article's words are in it: `official`, `translation` or `transliteration`."""


@dataclass(frozen=True)
class Cell:
    """One version's part of a row: words of the law, or what is said in their place."""

    words: str | None = None
    remark: str | None = None
    gap: Gap | None = None


@dataclass(frozen=True)
class Row:
    """One block of the article in every version, in the order of the columns."""

    kind: str
    """`opening`, `penalty`, `closing` or `gap`."""
    cells: list[Cell]


@dataclass(frozen=True)
class Name:
    """How a version calls a paragraph or an item."""

    label: str
    citation: str


@dataclass(frozen=True)
class Group:
    """A published paragraph or item: its opening row, its items, its closing rows."""

    provision: Provision
    names: list[Name]
    kinds: list[str]
    """What its words are in each version."""
    opening: Row
    rest: list[Group | Row]


def columns(readers: Iterable[Reader], law: Law, article: Article) -> list[Column]:
    """The columns, one for each version."""
    return [
        Column(reader, article_heading(reader, article), text_kind(reader, provenance_of(reader, law, article)))
        for reader in readers
    ]


def compared(law: Law, article: Article) -> list[tuple[Provision, Paragraph]]:
    """The paragraphs whose translation is compared with a published one."""
    return [
        (paragraph_of(law.id, article, part), part)
        for part in article.paragraphs
        if isinstance(part, Paragraph) and part.published_translation
    ]


def rows(sides: Sequence[Column], law: Law, article: Article) -> list[Group | Row]:
    """The article's paragraphs and what is not published of it."""
    found: list[Group | Row] = []
    for part in article.paragraphs:
        if isinstance(part, Paragraph):
            kinds = [text_kind(side.reader, provenance_of(side.reader, law, article, part)) for side in sides]
            found.append(_group(sides, part, paragraph_of(law.id, article, part), kinds))
        else:
            found.append(Row("gap", [Cell(gap=gap_view(side.reader, part, "paragraph")) for side in sides]))
    return found


def _group(sides: Sequence[Column], part: Paragraph | Item, provision: Provision, kinds: list[str]) -> Group:
    form = "{})" if isinstance(part, Item) else "({})"
    rest: list[Group | Row] = []
    for item in part.items:
        if isinstance(item, Item):
            rest.append(_group(sides, item, item_of(provision, item), kinds))
        else:
            rest.append(Row("gap", [Cell(gap=gap_view(side.reader, item, "item")) for side in sides]))
    if isinstance(part, Paragraph):
        ends = (("penalty", part.penalty), ("closing", part.closing))
        rest.extend(Row(kind, _words(sides, text)) for kind, text in ends if text)
    return Group(
        provision,
        [Name(form.format(printed(side.reader, part.number)), side.reader.cite(provision)) for side in sides],
        kinds,
        Row("opening", _opening(sides, part)),
        rest,
    )


def _opening(sides: Sequence[Column], part: Paragraph | Item) -> list[Cell]:
    if part.text is not None:
        return _words(sides, part.text)
    missing = part.opening_missing
    return [Cell(remark=side.reader.text(missing) if missing else None) for side in sides]


def _words(sides: Sequence[Column], text: Text) -> list[Cell]:
    return [Cell(words=side.reader.text(text)) for side in sides]
