"""The shape of an article in the data exports. The descriptions are published in the JSON Schemas."""

from __future__ import annotations

from datetime import date
from typing import Literal

from legal_site.exports.data_text import Names, NoteShape, Provenances, ProvisionLink, Shape, Texts


class GapShape(Shape):
    """Numbers that exist in the law and are not published here, or that the legislator deleted."""

    kind: Literal["omitted", "repealed"]
    numbers: str
    """One number or the first and last of a row: `5`, `4-6`."""
    reason: Texts | None = None
    repealed_by: str | None = None
    """The gazette number of the law that deleted them."""


class SicShape(Shape):
    """A slip of the official text that is kept as it stands."""

    words: str
    """The words as they stand in the first version."""
    text: Texts


class ItemShape(Shape):
    """A numbered item of a paragraph, or a lettered one of an item."""

    id: str
    """`kz/112/p3-i2`."""
    number: str
    """As the gazette prints it."""
    citation: Names
    address: str
    """Where these words stand: on the article's page, or on the dated one if this is an earlier wording."""
    permanent_address: str
    """The address under which this dated wording stays for ever."""
    text: Texts
    items: list[ItemShape | GapShape]
    sic: list[SicShape]


class DifferenceShape(Shape):
    """Words of a published translation that differ from ours."""

    words: str
    ours: str | None = None
    note: Texts


class ParagraphShape(Shape):
    """One whole paragraph: its words, its items, its penalty or closing words."""

    id: str
    """`kz/146/p3`."""
    number: str
    """As the gazette prints it, or counted by us where it prints none (see the law's `paragraph_numbers`)."""
    citation: Names
    address: str
    """Where these words stand: on the article's page, or on the dated one if this is an earlier wording."""
    permanent_address: str
    """The address under which this dated wording stays for ever."""
    text: Texts | None = None
    """The paragraph's words; before items their opening words."""
    opening_missing: Texts | None = None
    """Why the opening words before the items cannot be shown."""
    items: list[ItemShape | GapShape]
    penalty: Texts | None = None
    """The block that continues an offence."""
    closing: Texts | None = None
    """Words after the items that are no penalty."""
    provenance: Provenances | None = None
    """Left out where the wording's holds."""
    sic: list[SicShape]
    plain: Texts | None = None
    """What it means in plain words: the publisher's, no part of the law."""
    elements: dict[str, Texts] | None = None
    """What must come together for the offence, in the publisher's words."""
    published_translation: list[DifferenceShape]
    referred_by: list[ProvisionLink]
    """The published paragraphs that refer to this one in their words."""
    quoted_by: list[str]
    """The addresses of the paragraphs of statements that quote it."""
    concerns: list[str]
    """The addresses of the questions in the guides for whom it may concern."""


class WordingShape(Shape):
    """An article in one wording."""

    as_of: date
    basis: Literal["consolidation", "gazette", "seen"]
    """What the date is: of the consolidation, of the gazette, or only the day the source was seen."""
    amended_by: list[str]
    """Gazette numbers of the amendments that this wording contains, as the source notes them."""
    history_known: bool
    """Whether the source notes amendments at all; if not, an empty list means nothing."""
    address: str
    permanent_address: str
    heading: Texts | None = None
    provenance: Provenances
    paragraphs: list[ParagraphShape | GapShape]


class HistoryShape(Shape):
    """One statement about how the article came to its present wording."""

    id: str
    text: Texts


class ArticleShape(Shape):
    """One article: its newest wording and those before it."""

    id: str
    """`kz/146`."""
    number: str
    """As the gazette prints it."""
    citation: Names
    address: str
    data: str
    """The address of the file about this article alone."""
    wording: WordingShape
    """The newest that is published here."""
    notes: list[NoteShape]
    history: list[HistoryShape]
    referred_by: list[ProvisionLink]
    earlier_wordings: list[WordingShape]
