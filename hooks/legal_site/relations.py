"""What refers to what: references in the laws' words, quotations in statements. Read once per build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legal_site.content import Content, Law
from legal_site.model.base import Note
from legal_site.model.law import Article, EarlierWording, Item, Paragraph
from legal_site.permalink import Provision, number_in_address
from legal_site.references import Names, Reference, references


@dataclass
class Relations:
    """Inbound relations, keyed by the address of a provision. What leads to it stands in the order of the content."""

    referred_by: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The published paragraphs whose words refer to a provision, each once."""
    quoted_by: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """`2016-04-12/s5`: the paragraphs of statements that quote a provision."""
    concerns: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """The guides and their questions that somebody should answer whom a paragraph, or an item of it, may concern."""


def law_names(law: Law, content: Content, locale: str) -> Names:
    """How the law itself and the others are called in a law's words."""
    others = {form: other.id for other in content.laws.values() for form in other.info.referred_as.get(locale, [])}
    return Names(law.id, dict(sorted(others.items(), key=lambda pair: -len(pair[0]))))


def texts_of(part: Paragraph | Item, provision: Provision) -> Iterator[tuple[Provision, dict[str, str]]]:
    """Every text block of a paragraph with the provision in which it stands."""
    for text in (part.text, getattr(part, "penalty", None), getattr(part, "closing", None)):
        if text:
            yield provision, text
    for item in part.items:
        if isinstance(item, Item):
            yield from texts_of(item, item_of(provision, item))


def item_of(parent: Provision, item: Item) -> Provision:
    """The provision of an item in a paragraph, or of a lettered one in an item."""
    number = number_in_address(item.number)
    if parent.item is None:
        return Provision(parent.law, parent.article, parent.paragraph, number)
    return Provision(parent.law, parent.article, parent.paragraph, parent.item, number)


def paragraph_of(law: str, article: Article, paragraph: Paragraph) -> Provision:
    """The provision of a paragraph."""
    return Provision(law, number_in_address(article.number), number_in_address(paragraph.number))


def provisions_of(law: str, article: Article, dated: Article | EarlierWording | None = None) -> Iterator[Provision]:
    """The published paragraphs and items of an article, or of an earlier wording of it, in their order."""

    def inside(part: Paragraph | Item, place: Provision) -> Iterator[Provision]:
        yield place
        for item in part.items:
            if isinstance(item, Item):
                yield from inside(item, item_of(place, item))

    for part in (dated or article).paragraphs:
        if isinstance(part, Paragraph):
            yield from inside(part, paragraph_of(law, article, part))


def found_references(text: str, style: str, here: Provision, names: Names, article: Article) -> list[Reference]:
    """The references in a text, with the article's exceptions applied."""
    found = references(text, style, here, names)
    for exception in article.references:
        start = text.find(exception.words)
        if start < 0:
            continue
        end = start + len(exception.words)
        found = [r for r in found if r.end <= start or r.start >= end]
        if exception.to:
            found.append(Reference(start, end, Provision.parse(exception.to)))
    return sorted(found, key=lambda reference: reference.start)


def relate(content: Content) -> Relations:
    """All relations of the content, read from its first written language."""
    relations = Relations()
    version = content.site.versions[0]
    for law in content.laws.values():
        names = law_names(law, content, version.locale)
        for article in law.articles.values():
            for paragraph in article.paragraphs:
                if isinstance(paragraph, Paragraph):
                    whole = paragraph_of(law.id, article, paragraph)
                    targets = {
                        found.provision.whole_paragraph
                        for here, text in texts_of(paragraph, whole)
                        for found in found_references(
                            text[version.locale], version.citation_style, here, names, article
                        )
                    }
                    for target in targets - {whole}:
                        relations.referred_by[str(target)].append(str(whole))
    for statement in content.statements.values():
        for quoted in statement.paragraphs:
            if quoted.quotes:
                relations.quoted_by[quoted.quotes].append(f"{statement.id}/s{quoted.number}")
    for name, flow in content.flows.items():
        for question in flow.questions:
            paragraphs = [str(Provision.parse(concern).whole_paragraph) for concern in question.concerns]
            for concerned in dict.fromkeys(paragraphs):
                relations.concerns[concerned].append((name, question.id))
    return relations


PlacedNote = tuple[Note, Provision | None]
"""A note on a paragraph with the item, published or not, that it is about. None: the whole paragraph."""


def notes_on(paragraph: Provision, notes: Iterable[Note]) -> list[PlacedNote]:
    """The notes on a paragraph or something in it."""
    found: list[PlacedNote] = []
    for note in notes:
        name, _, item = (note.about or "").partition("-")
        if name == paragraph.anchor:
            found.append((note, Provision.parse(f"{paragraph}-{item}") if item else None))
    return found
