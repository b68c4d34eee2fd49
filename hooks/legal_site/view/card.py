"""The view of a card: one paragraph of law or of a statement on a small page of its own, to share and embed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.base import Sic
from legal_site.model.law import Article, Paragraph
from legal_site.model.statement import Statement, StatementParagraph
from legal_site.relations import paragraph_of
from legal_site.view.labels import article_label, long_date, wording_line
from legal_site.view.provenance import text_kind
from legal_site.view.quotation import Line, quotation
from legal_site.view.quote import slips_of, statement_status
from legal_site.view.reader import Reader

_LINE = 44
"""Letters that fit into a line of an embedded card of ordinary width."""


@dataclass(frozen=True)
class Card:
    """What a card shows."""

    address: str
    citation: str
    title: str
    """Citation and heading, for the title and for those who cannot see the card."""
    lines: list[Line]
    status: str
    """`official`, `translation`, `transliteration` or `editorial`."""
    status_name: str
    """The same in words, or what the text is called instead."""
    dated: str
    """The wording's date, or the statement's."""
    target: str
    """The address of the paragraph on its page."""
    height: int
    """A height, in CSS pixels, that fits the card at a width of about 400."""
    slips: list[Sic] = field(default_factory=list)
    """Slips of the official text among the words."""
    misleading: list[str] = field(default_factory=list)
    """Lines on slips of a statement's text."""

    @property
    def description(self) -> str:
        words = " ".join(line.words for line in self.lines)
        return words if len(words) <= 200 else f"{words[:200].rpartition(' ')[0]} …"


def law_card(reader: Reader, law: Law, article: Article, paragraph: Paragraph) -> Card:
    """The card of a published paragraph."""
    provision = paragraph_of(law.id, article, paragraph)
    quoted = quotation(reader, str(provision))
    heading = f". {reader.text(article.heading)}" if article.heading else ""
    return Card(
        address=permalink.card(provision),
        citation=quoted.citation,
        title=f"{quoted.citation} – {article_label(reader, law, article)}{heading}",
        lines=quoted.lines,
        status=quoted.status,
        status_name=quoted.status_name,
        dated=wording_line(reader, article.wording),
        target=provision.address,
        height=_height(quoted.lines, quoted.slips),
        slips=quoted.slips,
    )


def statement_card(reader: Reader, statement: Statement, paragraph: StatementParagraph) -> Card:
    """The card of a paragraph of a statement."""
    anchor = permalink.statement_anchor(paragraph.number)
    lines = [Line("text", reader.text(paragraph.text))]
    name = reader.ui("statement_part", title=reader.text(statement.title), number=paragraph.number)
    misleading = slips_of(reader, paragraph)
    return Card(
        address=permalink.statement_card(statement.id, anchor),
        citation=name,
        title=name,
        lines=lines,
        status=text_kind(reader, statement.provenance[reader.written]),
        status_name=statement_status(reader, statement),
        dated=f"{reader.text(statement.author)}, {long_date(reader, statement.date)}",
        target=f"{permalink.statement(statement.id)}#{anchor}",
        height=_height(lines, misleading),
        misleading=misleading,
    )


def _height(lines: list[Line], slips: Sequence[object] = ()) -> int:
    rows = sum(1 + len(line.words) // _LINE for line in lines) + 3 * len(slips)
    return 190 + 27 * rows + 8 * len(lines)
