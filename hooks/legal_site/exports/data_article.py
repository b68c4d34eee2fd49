"""One article as data: each wording, paragraph by paragraph, in every version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from legal_site import permalink
from legal_site.content import Law
from legal_site.exports.data_text import (
    EveryVersion,
    Kind,
    Names,
    NoteShape,
    Provenances,
    ProvisionLink,
    Shape,
    Texts,
    kinds,
)
from legal_site.model.base import Provenance, Text
from legal_site.model.law import Article, Item, Omission, Paragraph, Repealed, Wording
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import item_of, paragraph_of


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
    """The address of these words: in force now, or of the earlier wording if this is one."""
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
    """The address of these words: in force now, or of the earlier wording if this is one."""
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
    """One article: the wording in force and those before it."""

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


def data_address(law: Law, article: Article) -> str:
    """The address of the file about one article."""
    return f"/data/law/{law.id}/{number_in_address(article.number)}.json"


def article_shape(every: EveryVersion, law: Law, article: Article) -> ArticleShape:
    """An article with all that its pages say of it."""
    here = Provision(law.id, number_in_address(article.number))
    current = _Wording(every, law, article, article.wording, article.provenance, is_current=True)
    earlier = [
        _Wording(every, law, article, old.wording, article.provenance | old.provenance, is_current=False).shape(
            old.heading or article.heading, old.paragraphs
        )
        for old in article.earlier_wordings
    ]
    return ArticleShape(
        id=str(here),
        number=article.number,
        citation=every.names(lambda reader: reader.cite(here)),
        address=here.page,
        data=data_address(law, article),
        wording=current.shape(article.heading, article.paragraphs),
        notes=[every.note(note) for note in article.notes],
        history=[HistoryShape(id=entry.id, text=every.rich(entry.text)) for entry in article.history],
        referred_by=_referring(every, here),
        earlier_wordings=earlier,
    )


def _referring(every: EveryVersion, provision: Provision) -> list[ProvisionLink]:
    return every.provisions(sorted(every.site.relations.referred_by.get(str(provision), ())))


@dataclass(frozen=True)
class _Wording:
    """One wording on its way to a shape."""

    every: EveryVersion
    law: Law
    article: Article
    wording: Wording
    own_provenance: Mapping[str, Provenance]
    is_current: bool
    """Whether its words are in force, with the notes and relations that belong to those alone."""

    @property
    def provenance(self) -> dict[str, Provenance]:
        """The wording's own over the law's."""
        laws = self.law.info.provenance
        return {locale: self.own_provenance.get(locale, Provenance()).over(base) for locale, base in laws.items()}

    @property
    def permanent(self) -> str:
        return permalink.wording(self.law.id, self.article.number, self.wording.as_of)

    @property
    def page(self) -> str:
        return permalink.article(self.law.id, self.article.number) if self.is_current else self.permanent

    def shape(self, heading: Text | None, parts: Sequence[Paragraph | Omission | Repealed]) -> WordingShape:
        provenances = self.every.provenances(self.provenance)
        own = kinds(provenances)
        return WordingShape(
            as_of=self.wording.as_of,
            basis=self.wording.basis,
            amended_by=self.wording.amended_by,
            history_known=self.wording.history_known,
            address=self.page,
            permanent_address=self.permanent,
            heading=self.every.texts(heading, own) if heading else None,
            provenance=provenances,
            paragraphs=[
                self._paragraph(part, own) if isinstance(part, Paragraph) else self._gap(part) for part in parts
            ],
        )

    def _paragraph(self, part: Paragraph, own: Mapping[str, Kind]) -> ParagraphShape:
        every, here = self.every, paragraph_of(self.law.id, self.article, part)
        provenances = None
        if part.provenance:
            base = self.provenance
            provenances = every.provenances(
                {locale: part.provenance.get(locale, Provenance()).over(base[locale]) for locale in base}
            )
            own = kinds(provenances)
        relations, name = every.site.relations, str(here)
        return ParagraphShape(
            id=name,
            number=part.number,
            citation=every.names(lambda reader: reader.cite(here)),
            address=f"{self.page}#{here.anchor}",
            permanent_address=f"{self.permanent}#{here.anchor}",
            text=every.texts(part.text, own) if part.text else None,
            opening_missing=every.ours(part.opening_missing) if part.opening_missing else None,
            items=self._items(part, here, own),
            penalty=every.texts(part.penalty, own) if part.penalty else None,
            closing=every.texts(part.closing, own) if part.closing else None,
            provenance=provenances,
            sic=self._sic(here),
            plain=every.rich(part.plain) if part.plain else None,
            elements={key: every.rich(text) for key, text in part.elements} if part.elements else None,
            published_translation=[
                DifferenceShape(words=each.words, ours=each.ours, note=every.rich(each.note))
                for each in part.published_translation
            ],
            referred_by=_referring(every, here),
            quoted_by=[_quoting(quoting) for quoting in sorted(relations.quoted_by.get(name, ()))],
            concerns=[f"{permalink.guide(flow)}#{question}" for flow, question in relations.concerns.get(name, ())],
        )

    def _items(
        self, part: Paragraph | Item, parent: Provision, own: Mapping[str, Kind]
    ) -> list[ItemShape | GapShape]:
        return [
            self._item(item, item_of(parent, item), own) if isinstance(item, Item) else self._gap(item)
            for item in part.items
        ]

    def _item(self, item: Item, here: Provision, own: Mapping[str, Kind]) -> ItemShape:
        return ItemShape(
            id=str(here),
            number=item.number,
            citation=self.every.names(lambda reader: reader.cite(here)),
            address=f"{self.page}#{here.anchor}",
            permanent_address=f"{self.permanent}#{here.anchor}",
            text=self.every.texts(item.text, own),
            items=self._items(item, here, own),
            sic=self._sic(here),
        )

    def _sic(self, here: Provision) -> list[SicShape]:
        found = [sic for sic in self.article.sic if sic.about == here.anchor] if self.is_current else []
        return [SicShape(words=sic.words, text=self.every.ours(sic.text)) for sic in found]

    def _gap(self, part: Omission | Repealed) -> GapShape:
        if isinstance(part, Repealed):
            return GapShape(kind="repealed", numbers=part.repealed, repealed_by=part.by)
        reason = self.every.ours(part.reason) if part.reason else None
        return GapShape(kind="omitted", numbers=part.omitted, reason=reason)


def _quoting(name: str) -> str:
    statement, _, anchor = name.partition("/")
    return f"{permalink.statement(statement)}#{anchor}"
