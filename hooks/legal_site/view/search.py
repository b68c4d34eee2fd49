"""What a search finds in one version: every page with its paragraphs, questions, terms and sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from legal_site import graph, permalink
from legal_site.content import Law
from legal_site.model.flow import Flow
from legal_site.model.law import Article, Item, Paragraph
from legal_site.model.registers import Authority
from legal_site.permalink import Provision
from legal_site.relations import item_of, paragraph_of
from legal_site.view.labels import article_title
from legal_site.view.reader import Reader
from legal_site.view.search_entry import Entry, Group
from legal_site.view.search_prose import Prose, prose_group
from legal_site.view.search_statement import statement_group


def groups(reader: Reader, prose: Prose) -> Iterator[Group]:
    """Everything, page by page."""
    asked = reader.content.search.asked
    for group in _groups(reader, prose):
        entries = [
            replace(entry, asked=". ".join(asked.get(group.address_of(entry), {}).get(reader.written, ())))
            for entry in group.entries
        ]
        yield replace(group, entries=entries)


def _groups(reader: Reader, prose: Prose) -> Iterator[Group]:
    for law in reader.content.laws.values():
        for number, article in law.articles.items():
            yield _article(reader, law, number, article)
    for statement in reader.content.statements.values():
        yield statement_group(reader, statement)
    for name, flow in reader.content.flows.items():
        title = reader.text(flow.title)
        whole = Entry("", "page", title, partial(_about, reader, flow), title)
        yield Group(permalink.guide(name), title, [whole, *_nodes(reader, flow)])
        if letters := list(_letters(reader, flow)):
            yield Group(permalink.guide_letters(name), reader.ui("guide_letters", title=title), letters)
    yield from _registers(reader)
    for address, markdown in prose.items():
        yield prose_group(reader, address, markdown)


def _about(reader: Reader, flow: Flow) -> str:
    return f"{reader.text(flow.audience)} {plain(reader, flow.description)}"


def _article(reader: Reader, law: Law, number: str, article: Article) -> Group:
    heading = reader.text(article.heading) if article.heading else ""
    abbreviation = reader.text(law.info.abbreviation)
    title = article_title(reader, law, article)
    entries: list[Entry] = []
    for part in article.paragraphs:
        if isinstance(part, Paragraph):
            place = paragraph_of(law.id, article, part)
            texts = [reader.text(text) for text in (part.text, part.penalty, part.closing) if text]
            entries.append(_provision(reader, place, "paragraph", " ".join(texts), heading, abbreviation))
            entries += _items(reader, place, part, f"{heading} {abbreviation} {_opening(reader, part)}")
    return Group(permalink.article(law.id, number), title, entries)


def _opening(reader: Reader, part: Paragraph) -> str:
    return reader.text(part.text) if part.text else ""


def _items(reader: Reader, place: Provision, parent: Paragraph | Item, around: str) -> Iterator[Entry]:
    for item in parent.items:
        if isinstance(item, Item):
            own = item_of(place, item)
            text = reader.text(item.text)
            defined = _DEFINED.match(text)
            yield _provision(reader, own, "item", text, defined.group(1) if defined else "", around)
            yield from _items(reader, own, item, f"{around} {text}")


_DEFINED = re.compile("[„“‘«]([^”“’»]+)[”“’»]")
"""A definition begins with what it defines."""


def _provision(reader: Reader, place: Provision, kind: str, text: str, heading: str, around: str) -> Entry:
    assert place.anchor is not None
    return Entry(place.anchor, kind, reader.cite(place), lambda: text, heading, around)


def _nodes(reader: Reader, flow: Flow) -> Iterator[Entry]:
    title = reader.text(flow.title)
    for question in flow.questions:
        words = reader.text(question.question)
        texts = [question.hint, *(answer.text for answer in question.answers)]
        yield Entry(question.id, "question", words, partial(_joined, reader, texts), words, title)
    for outcome in flow.outcomes:
        words = reader.text(outcome.title)
        yield Entry(outcome.id, "outcome", words, partial(plain, reader, outcome.text), words, title)


def _letters(reader: Reader, flow: Flow) -> Iterator[Entry]:
    title = reader.text(flow.title)
    for name in graph.letters(flow):
        letter = reader.content.letters[name]
        words = reader.text(letter.title)
        yield Entry(permalink.letter(name), "letter", words, partial(plain, reader, letter.purpose), words, title)


def _joined(reader: Reader, texts: Iterable[Mapping[str, str] | None]) -> str:
    return " ".join(plain(reader, text) for text in texts if text)


def plain(reader: Reader, text: Mapping[str, str]) -> str:
    """An editorial text without its markup; provisions it mentions are cited."""
    return reader.rich(text).striptags()


def _registers(reader: Reader) -> Iterator[Group]:
    content = reader.content
    terms = [
        Entry(t.id, "term", reader.text(t.term), partial(plain, reader, t.meaning), reader.text(t.term))
        for t in content.glossary.terms
    ]
    bodies = [
        Entry(
            a.id,
            "authority",
            reader.text(a.name),
            partial(_joined, reader, [*a.can, *a.cannot]),
            reader.text(a.name),
            _reached(reader, a),
        )
        for a in content.authorities.authorities
    ]
    events = [
        Entry(e.id, "event", reader.text(e.title), partial(_joined, reader, [e.text]), reader.text(e.title))
        for e in content.timeline.events
    ]
    for name, entries in (("glossary", terms), ("authorities", bodies), ("timeline", events)):
        yield Group(permalink.register(name), reader.ui(name), entries)


def _reached(reader: Reader, authority: Authority) -> str:
    """The ways to reach an authority, by what they are called."""
    return " ".join(reader.ui(f"contact_{contact.kind}") for contact in authority.contacts)
