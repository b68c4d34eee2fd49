"""The view of a card: one paragraph of law or of a statement on a small page of its own, to share and embed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.base import Sic
from legal_site.model.law import Article, Paragraph
from legal_site.model.statement import Statement, StatementParagraph
from legal_site.relations import paragraph_of
from legal_site.view.excerpt import GAP, excerpt
from legal_site.view.labels import article_heading, long_date, wording_line
from legal_site.view.picture import said, statement_line
from legal_site.view.provenance import ProvenanceView, provenance_of, provenance_view
from legal_site.view.quotation import Line, lines_of, slips_in
from legal_site.view.quote import full_citation, law_status, slips_of, statement_status
from legal_site.view.reader import Reader
from legal_site.view.record import Record, law_record, statement_record
from legal_site.view.sentences import joined

_DESCRIPTION = 200
"""Letters that previews show of a description."""


@dataclass(frozen=True)
class Source:
    """Where a card's words are from."""

    names: list[str]
    """Its sources by title, each with the form in which it was read if not at its own address."""
    compared_on: date
    """When the words were last compared with it."""


@dataclass(frozen=True)
class Card:
    """What a card shows."""

    address: str
    citation: str
    title: str
    """Citation and heading, for the title and for those who cannot see the card."""
    description: str
    """The words as far as a preview has room for them. A penalty is there whole, or no word is."""
    lines: list[Line]
    """The words alone: [...] stands for what is missing."""
    missing: list[str]
    """What an editor says of what is missing."""
    status: str
    """`official`, `translation`, `transliteration` or `editorial`."""
    status_name: str
    """The same in words, as the picture and the copied quote have it."""
    dated: str
    """The wording's date, or the statement's with what is uncertain about it."""
    source: Source
    target: str
    """The address of the paragraph on its page."""
    record: Record
    """The paragraph as reference managers read it."""
    slips: list[Sic] = field(default_factory=list)
    """Slips of the official text among the words."""
    misleading: list[str] = field(default_factory=list)
    """Lines on slips of a statement's text."""

    @property
    def page(self) -> str:
        """The address of the page that has the paragraph."""
        return self.target.partition("#")[0]

    @property
    def picture_text(self) -> str:
        """What the share picture shows, for those who cannot see it."""
        return joined(self.citation, self.status_name)


def law_card(reader: Reader, law: Law, article: Article, paragraph: Paragraph) -> Card:
    """The card of a published paragraph."""
    provision = paragraph_of(law.id, article, paragraph)
    provenance = provenance_of(reader, law, article, paragraph)
    view, lines = provenance_view(reader, provenance), lines_of(reader, article, paragraph, provision)
    citation = full_citation(reader, provision)
    status, dated = law_status(reader, provenance), wording_line(reader, article.wording)
    words = excerpt(said(lines), _DESCRIPTION)
    return Card(
        address=permalink.card(provision),
        citation=citation,
        title=f"{citation} – {article_heading(reader, article)}",
        description=words or joined(status, dated),
        lines=_without_remarks(lines),
        missing=[line.words for line in lines if line.kind == "gap" and line.words != GAP],
        status=view.kind,
        status_name=status,
        dated=dated,
        source=_source(view),
        target=provision.address,
        record=law_record(reader, law, article, provision, joined(dated, status)),
        slips=slips_in(article, provision),
    )


def _without_remarks(lines: Iterable[Line]) -> list[Line]:
    """The lines with the same sign for all that is missing in one place, and no word of an editor's."""
    gap = Line("gap", GAP)
    signs = [gap if line.kind == "gap" else line for line in lines]
    return [line for line, before in zip(signs, [None, *signs], strict=False) if line != gap or before != gap]


def statement_card(reader: Reader, statement: Statement, paragraph: StatementParagraph) -> Card:
    """The card of a paragraph of a statement."""
    anchor = permalink.statement_anchor(paragraph.number)
    lines = [statement_line(reader, paragraph)]
    name = reader.ui("statement_part", title=reader.text(statement.title), number=paragraph.number)
    status, view = statement_status(reader, statement), provenance_view(reader, statement.provenance[reader.written])
    # Where it quotes a law, the end of the words is the penalty: they are there whole or not at all.
    words = excerpt(said(lines), _DESCRIPTION)
    words = None if paragraph.quotes and words and words.endswith(GAP) else words
    dated = f"{reader.text(statement.author)}, {long_date(reader, statement.date)}"
    doubt = f" ({reader.text(statement.date_note)})" if statement.date_note else ""
    return Card(
        address=permalink.statement_card(statement.id, anchor),
        citation=name,
        title=name,
        description=words or joined(status, dated),
        lines=lines,
        missing=[],
        status=view.kind,
        status_name=status,
        dated=dated + doubt,
        source=_source(view),
        target=f"{permalink.statement(statement.id)}#{anchor}",
        record=statement_record(reader, statement, paragraph),
        misleading=slips_of(reader, paragraph),
    )


def _source(view: ProvenanceView) -> Source:
    return Source([source.words for source in view.sources], view.verified_on)
