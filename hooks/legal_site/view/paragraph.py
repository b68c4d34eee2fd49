"""The views of an article's paragraphs and items, and of the gaps between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.base import Provenance, Sic
from legal_site.model.law import Article, Item, Omission, Paragraph, Repealed
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import PlacedNote, Relations, item_of, notes_on, paragraph_of, texts_of
from legal_site.view.inward import concerned, quoting, referring
from legal_site.view.labels import printed, wording_line
from legal_site.view.law_text import Stretch, TermUse, stretches, used_terms
from legal_site.view.provenance import ProvenanceView, provenance_view
from legal_site.view.quote import Quote, law_quote
from legal_site.view.reader import Reader


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
    compared: str | None = None
    """The link to where the paragraph's translation is compared with a published one. None: with none, or the paragraph
    is of an earlier wording, which has no other page for it."""


def paragraph_views(
    reader: Reader, law: Law, article: Article, article_provenance: Provenance, relations: Relations
) -> list[Block | Gap]:
    """The article's paragraphs in order, and what is said of those that are not published.

    `article_provenance` is that of the locale in which the version is written; a paragraph may have one of its own.
    """
    blocks: list[Block | Gap] = []
    for part in article.paragraphs:
        if not isinstance(part, Paragraph):
            blocks.append(gap_view(reader, part, "paragraph"))
            continue
        provision = paragraph_of(law.id, article, part)
        terms = used_terms(reader.content, (text for _, text in texts_of(part, provision)), provision)
        block = _block(reader, part, provision, article, terms)
        block.label = f"({printed(reader, part.number)})"
        block.opening_missing = reader.text(part.opening_missing) if part.opening_missing else None
        block.penalty = stretches(reader, part.penalty, provision, article, terms) if part.penalty else None
        block.closing = stretches(reader, part.closing, provision, article, terms) if part.closing else None
        block.terms = list(terms.values())
        own = part.provenance.get(reader.written)
        block.provenance = provenance_view(reader, own.over(article_provenance) if own else article_provenance)
        block.notes = notes_on(provision, article.notes)
        block.paragraph = part
        block.referred_by = referring(reader, relations, str(provision))
        block.quoted_by = quoting(reader, relations, str(provision))
        block.concerns = concerned(reader, relations, str(provision))
        in_force = reader.address == provision.page
        block.mailto = reader.mailto(f"/law/{provision}" if in_force else f"{reader.address}#{provision.anchor}")
        block.card = reader.link(permalink.card(provision)) if in_force else None
        if part.published_translation and in_force:
            block.compared = reader.link(permalink.compared(provision))
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
        text=stretches(reader, part.text, provision, article, terms) if part.text else None,
        sic=article.slips_at(anchor),
    )
    for item in part.items:
        if isinstance(item, Item):
            block.items.append(_block(reader, item, item_of(provision, item), article, terms))
        else:
            block.items.append(gap_view(reader, item, "item"))
    return block


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
