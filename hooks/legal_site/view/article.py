"""The view of one article in one wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.base import Provenance, Sic
from legal_site.model.law import Article, Item, Omission, Paragraph, Repealed
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import PlacedNote, Relations, item_of, notes_on, paragraph_of, texts_of
from legal_site.view.labels import article_label, article_title, printed, wording_line
from legal_site.view.law_text import Stretch, TermUse, stretches, used_terms
from legal_site.view.provenance import ProvenanceView, provenance_view
from legal_site.view.quote import Quote, law_quote
from legal_site.view.reader import Reader
from legal_site.view.record import law_record


@dataclass(frozen=True)
class Gap:
    """Numbers that are not published (`omitted`) or deleted by the legislator (`repealed`)."""

    kind: str
    numbers: str
    reason: str | None
    level: str
    """`paragraph` or `item`."""


@dataclass
class Block:
    """A published paragraph or item."""

    provision: str
    anchor: str
    label: str
    citation: str
    text: list[Stretch] | None
    opening_missing: str | None = None
    items: list[Block | Gap] = field(default_factory=list)
    penalty: list[Stretch] | None = None
    closing: list[Stretch] | None = None
    terms: list[TermUse] = field(default_factory=list)
    provenance: ProvenanceView | None = None
    notes: list[PlacedNote] = field(default_factory=list)
    sic: list[Sic] = field(default_factory=list)
    paragraph: Paragraph | None = None
    referred_by: list[tuple[str, str]] = field(default_factory=list)
    quoted_by: list[tuple[str, str]] = field(default_factory=list)
    concerns: list[tuple[str, str]] = field(default_factory=list)
    """The guides that lead on for whom the paragraph may concern, and the links to their questions."""
    mailto: str | None = None
    card: str | None = None
    """The link to the paragraph's card. None for an earlier wording, which has none."""
    quote: Quote | None = None


def article_view(reader: Reader, law: Law, article: Article, relations: Relations) -> dict[str, Any]:
    """Everything that the article's page shows."""
    number = number_in_address(article.number)
    here = Provision(law.id, number)
    base = {locale: own for locale in law.info.provenance if (own := _merged(law, article, locale))}
    own_provenance = provenance_view(reader, base[reader.written])
    order = list(law.articles)
    place = order.index(number)
    return {
        "here": here,
        "law": law,
        "article": article,
        "title": article_title(reader, law, article),
        "heading": reader.text(article.heading) if article.heading else None,
        "citation": reader.cite(here),
        "label": article_label(reader, law, article),
        "wording": article.wording,
        "wording_line": wording_line(reader, article.wording),
        "wording_link": reader.link(permalink.wording(law.id, number, article.wording.as_of)),
        "parallel_link": reader.link(permalink.parallel(law.id, number)),
        "record": law_record(reader, law, article, wording_line(reader, article.wording)),
        "provenance": own_provenance,
        "blocks": _blocks(reader, law, article, article.paragraphs, base, relations),
        "notes": [note for note in article.notes if note.about is None],
        "referred_by": _referring(reader, relations, str(here)),
        "previous": _neighbour(reader, law, order, place - 1),
        "next": _neighbour(reader, law, order, place + 1),
        "earlier": [
            (wording_line(reader, old.wording), reader.link(permalink.wording(law.id, number, old.wording.as_of)))
            for old in article.earlier_wordings
        ],
        "changes": [change for change in reader.content.changes.changes if f"{law.id}/{number}" in change.about],
        "counted": law.info.paragraph_numbers == "counted",
    }


def _merged(law: Law, article: Article, locale: str) -> Provenance:
    return article.provenance.get(locale, Provenance()).over(law.info.provenance.get(locale))


def _blocks(
    reader: Reader,
    law: Law,
    article: Article,
    parts: Sequence[Paragraph | Omission | Repealed],
    base: dict[str, Provenance],
    relations: Relations,
) -> list[Block | Gap]:
    blocks: list[Block | Gap] = []
    article_provenance = base[reader.written]
    for part in parts:
        if not isinstance(part, Paragraph):
            blocks.append(gap_view(reader, part, "paragraph"))
            continue
        provision = paragraph_of(law.id, article, part)
        terms = used_terms(reader.content, (text for _, text in texts_of(part, provision)), provision)
        block = _block(reader, part, provision, article, terms)
        block.label = _paragraph_label(reader, law, part)
        block.opening_missing = reader.text(part.opening_missing) if part.opening_missing else None
        block.penalty = stretches(reader, part.penalty, provision, terms) if part.penalty else None
        block.closing = stretches(reader, part.closing, provision, terms) if part.closing else None
        block.terms = list(terms.values())
        own = part.provenance.get(reader.written)
        block.provenance = provenance_view(reader, own.over(article_provenance) if own else article_provenance)
        block.notes = notes_on(provision, article.notes)
        block.paragraph = part
        block.referred_by = _referring(reader, relations, str(provision))
        block.quoted_by = _quoting(reader, relations, str(provision))
        block.concerns = [
            (reader.text(reader.content.flows[flow].title), reader.link(f"{permalink.guide(flow)}#{question}"))
            for flow, question in relations.concerns.get(str(provision), ())
        ]
        block.mailto = mailto(reader, f"/law/{provision}")
        block.card = reader.link(permalink.card(provision)) if reader.address == provision.page else None
        block.quote = law_quote(reader, law, article, part, wording_line(reader, article.wording))
        blocks.append(block)
    return blocks


def _block(
    reader: Reader, part: Paragraph | Item, provision: Provision, article: Article, terms: dict[str, TermUse]
) -> Block:
    anchor = provision.anchor
    assert anchor is not None
    block = Block(
        provision=str(provision),
        anchor=anchor,
        label=f"{printed(reader, part.number)})",
        citation=reader.cite(provision),
        text=stretches(reader, part.text, provision, terms) if part.text else None,
        sic=[sic for sic in article.sic if sic.about == anchor],
    )
    for item in part.items:
        if isinstance(item, Item):
            block.items.append(_block(reader, item, item_of(provision, item), article, terms))
        else:
            block.items.append(gap_view(reader, item, "item"))
    return block


def _paragraph_label(reader: Reader, law: Law, part: Paragraph) -> str:
    return f"({printed(reader, part.number)})"


def gap_view(reader: Reader, part: Omission | Repealed, level: str) -> Gap:
    """What is said instead of numbers that are not published; `level` is `paragraph` or `item`."""
    if isinstance(part, Repealed):
        return Gap("repealed", _range(reader, part.repealed), part.by, level)
    reason = reader.text(part.reason) if part.reason else None
    return Gap("omitted", _range(reader, part.omitted), reason, level)


def _range(reader: Reader, numbers: str) -> str:
    if reader.version.citation_style == "en":
        first, _, last = numbers.partition("-")
        numbers = number_in_address(first) + (f"-{number_in_address(last)}" if last else "")
    return reader.plain(numbers).replace("-", "–")


def _referring(reader: Reader, relations: Relations, name: str) -> list[tuple[str, str]]:
    provisions = sorted((Provision.parse(address) for address in relations.referred_by.get(name, ())), key=_order)
    return [(reader.cite(provision), reader.link(provision.address)) for provision in provisions]


def _order(provision: Provision) -> tuple[str, int, str, int]:
    def figure(number: str | None) -> int:
        return int("".join(c for c in number or "0" if c.isdigit()) or 0)

    return provision.law, figure(provision.article), provision.article, figure(provision.paragraph)


def _quoting(reader: Reader, relations: Relations, name: str) -> list[tuple[str, str]]:
    quoting = []
    for address in sorted(relations.quoted_by.get(name, ())):
        statement, anchor = address.split("/")
        title = reader.text(reader.content.statements[statement].title)
        label = reader.ui("statement_paragraph", number=anchor[1:])
        quoting.append((f"{title}, {label}", reader.link(f"{permalink.statement(statement)}#{anchor}")))
    return quoting


def _neighbour(reader: Reader, law: Law, order: list[str], place: int) -> tuple[str, str] | None:
    if not 0 <= place < len(order):
        return None
    article = law.articles[order[place]]
    heading = f" – {reader.text(article.heading)}" if article.heading else ""
    label = f"{article_label(reader, law, article)}{heading}"
    return label, reader.link(permalink.article(law.id, order[place]))


def mailto(reader: Reader, address: str) -> str | None:
    """The mailto of “report a mistake here”: it carries the paragraph's address and nothing else."""
    contact = reader.content.site.contact
    return f"mailto:{contact}?subject={quote(address, safe='')}" if contact else None
