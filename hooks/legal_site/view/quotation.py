"""Words of the law quoted on another page than their own: the whole paragraph, or an item with the
words that open its paragraph and those that close it."""

from __future__ import annotations

from dataclasses import dataclass

from legal_site.model.base import Sic
from legal_site.model.law import Article, Item, Paragraph
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import item_of
from legal_site.view.labels import printed
from legal_site.view.provenance import provenance_of, provenance_view
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class Line:
    """One block of quoted words."""

    kind: str
    """`text`, `item`, `subitem`, `gap`, `penalty` or `closing`."""
    words: str
    label: str = ""
    slips: tuple[str, ...] = ()
    """The slips among the words, as the reader sees them. A translation does not have those of the official text."""


@dataclass(frozen=True)
class Quotation:
    """A quoted provision."""

    id: str
    """Its name on a page: `kz-146-p3`."""
    provision: str
    citation: str
    link: str
    status: str
    """What the words are: `official`, `translation`, `transliteration`."""
    status_name: str
    """The same in words."""
    lines: list[Line]
    slips: list[Sic]
    """Slips of the official text among these words, which are kept as they stand."""


def quotation(reader: Reader, address: str) -> Quotation:
    """The words of a published provision in the reader's version."""
    provision = Provision.parse(address)
    law = reader.content.laws[provision.law]
    article = law.articles[provision.article]
    part = next(
        part
        for part in article.paragraphs
        if isinstance(part, Paragraph) and number_in_address(part.number) == provision.paragraph
    )
    provenance = provenance_view(reader, provenance_of(reader, law, article, part))
    return Quotation(
        id=address.replace("/", "-"),
        provision=address,
        citation=reader.cite(provision),
        link=reader.link(provision.address),
        status=provenance.kind,
        status_name=provenance.status,
        lines=lines_of(reader, article, part, provision),
        slips=slips_in(article, provision),
    )


def slips_in(article: Article, quoted: Provision) -> list[Sic]:
    """The slips among quoted words: `lines_of` takes an item whole, with the words of its paragraph around it."""
    shown = Provision(quoted.law, quoted.article, quoted.paragraph, quoted.item).anchor
    places = (shown, f"p{quoted.paragraph}")
    return [sic for sic in article.sic if sic.about in places or sic.about.startswith(f"{shown}-")]


def lines_of(reader: Reader, article: Article, part: Paragraph, provision: Provision) -> list[Line]:
    """The words of a paragraph, or of the item of it that `provision` names."""
    slips = reader.slips_at(article, provision.whole_paragraph)
    lines = []
    if part.text:
        lines.append(Line("text", reader.text(part.text), slips=slips))
    elif part.opening_missing:
        lines.append(Line("gap", reader.text(part.opening_missing)))
    lines.extend(_items(reader, article, part, provision))
    if part.penalty:
        lines.append(Line("penalty", reader.text(part.penalty), slips=slips))
    if part.closing:
        lines.append(Line("closing", reader.text(part.closing), slips=slips))
    return lines


def _items(reader: Reader, article: Article, part: Paragraph, provision: Provision) -> list[Line]:
    lines: list[Line] = []
    gap = Line("gap", "[…]")
    for item in part.items:
        chosen = provision.item is None or (isinstance(item, Item) and number_in_address(item.number) == provision.item)
        if not chosen or not isinstance(item, Item):
            if not lines or lines[-1] != gap:
                lines.append(gap)
            continue
        place = item_of(provision.whole_paragraph, item)
        lines.append(_line(reader, article, "item", item, place))
        for sub in item.items:
            lines.append(_line(reader, article, "subitem", sub, item_of(place, sub)) if isinstance(sub, Item) else gap)
    return lines


def _line(reader: Reader, article: Article, kind: str, item: Item, place: Provision) -> Line:
    label = f"{printed(reader, item.number)})"
    return Line(kind, reader.text(item.text), label, reader.slips_at(article, place))
