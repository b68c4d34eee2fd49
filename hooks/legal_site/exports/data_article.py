"""One article as data: each wording, paragraph by paragraph, in every version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legal_site import permalink
from legal_site.content import Law
from legal_site.exports.data_article_shape import (
    ArticleShape,
    DifferenceShape,
    GapShape,
    HistoryShape,
    ItemShape,
    ParagraphShape,
    SicShape,
    WordingShape,
)
from legal_site.exports.data_text import Kind, ProvisionLink, kinds
from legal_site.exports.every_version import EveryVersion
from legal_site.model.base import Provenance, Text
from legal_site.model.law import Article, Item, Omission, Paragraph, Repealed, Wording
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import item_of, paragraph_of


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
    return every.provisions(every.site.relations.referred_by.get(str(provision), ()))


@dataclass(frozen=True)
class _Wording:
    """One wording on its way to a shape."""

    every: EveryVersion
    law: Law
    article: Article
    wording: Wording
    own_provenance: Mapping[str, Provenance]
    is_current: bool
    """Whether it is the article's newest; notes and relations belong to that one alone."""

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
        name = str(here)
        quoting = every.site.relations.quoted_by.get(name, ()) if self.is_current else ()
        concerned = every.site.relations.concerns.get(name, ()) if self.is_current else ()
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
            referred_by=_referring(every, here) if self.is_current else [],
            quoted_by=[_quoting(paragraph) for paragraph in quoting],
            concerns=[f"{permalink.guide(flow)}#{question}" for flow, question in concerned],
        )

    def _items(self, part: Paragraph | Item, parent: Provision, own: Mapping[str, Kind]) -> list[ItemShape | GapShape]:
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
        found = self.article.slips_at(here.anchor) if self.is_current else []
        return [SicShape(words=sic.words, text=self.every.ours(sic.text)) for sic in found]

    def _gap(self, part: Omission | Repealed) -> GapShape:
        if isinstance(part, Repealed):
            return GapShape(kind="repealed", numbers=part.repealed, repealed_by=part.by)
        reason = self.every.ours(part.reason) if part.reason else None
        return GapShape(kind="omitted", numbers=part.omitted, reason=reason)


def _quoting(name: str) -> str:
    statement, _, anchor = name.partition("/")
    return f"{permalink.statement(statement)}#{anchor}"
