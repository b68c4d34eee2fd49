"""Which pages the site has: for each its address, its template and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from legal_site import graph, permalink
from legal_site.content import Content, Law
from legal_site.inputs import article_inputs, guide_inputs
from legal_site.model.flow import Flow
from legal_site.model.law import Article, Paragraph
from legal_site.model.site import Version
from legal_site.model.statement import Statement
from legal_site.relations import Relations, paragraph_of
from legal_site.view.article import article_view
from legal_site.view.guide import flowchart_view, guide_view, guides_view
from legal_site.view.labels import article_description, article_title
from legal_site.view.law import law_view
from legal_site.view.letter import letters_view
from legal_site.view.proof import proof_view
from legal_site.view.reader import Reader
from legal_site.view.registers import home_view, practice_view, statement_view
from legal_site.view.search_list import search_view
from legal_site.view.search_prose import Prose

View = Callable[[Reader, Relations], dict[str, Any]]


@dataclass(frozen=True)
class Page:
    """A page made from the content, the same in every version."""

    address: str
    template: str
    title: Callable[[Reader], str]
    view: View
    description: Callable[[Reader], str]
    script: str = "page.js"
    """The one script of its kind of page (`legal_site.assets`)."""
    card: str | None = None
    """The card whose picture stands for the page where it is shared. None: it has no picture."""
    inputs: Callable[[Content, Relations], Hashable] | None = None
    """All that the page depends on beside the theme and what stands around it. None: it is made anew each time."""


REGISTERS = ("glossary", "timeline", "practice", "authorities", "sources", "changes")
"""The registers that have a page each, in the order of the menu."""


def pages(content: Content, prose: Callable[[Version], Prose] = lambda version: {}) -> Iterator[Page]:
    """Every generated page, in the order in which they are listed; `prose` is what the search lists beside them."""
    yield Page(
        "/",
        "home.html",
        lambda reader: reader.text(content.site.name),
        home_view,
        lambda reader: reader.text(content.site.description),
    )
    yield _simple("/statement/", "statements.html", "statements")
    for statement in content.statements.values():
        yield _statement_page(statement)
    yield _simple("/law/", "laws.html", "laws")
    for law in content.laws.values():
        yield _law_page(law)
        for article in law.articles.values():
            yield _article_page(law, article)
    if content.flows:
        yield _simple("/guide/", "guides.html", "guides", guides_view)
    for name, flow in content.flows.items():
        yield from _guide_pages(name, flow)
    for name in REGISTERS:
        view = practice_view if name == "practice" else _nothing_more
        yield _simple(permalink.register(name), f"{name}.html", name, view)
    yield _search_page(content, prose)
    yield _simple(permalink.PROOF, "proof.html", "proof", lambda reader, relations: proof_view(reader))


def _search_page(content: Content, prose: Callable[[Version], Prose]) -> Page:
    def titles(reader: Reader) -> Iterator[tuple[str, str]]:
        return ((page.title(reader), page.address) for page in pages(content))

    return Page(
        permalink.SEARCH,
        "search.html",
        lambda reader: reader.ui("search"),
        lambda reader, relations: search_view(reader, prose(reader.version), titles(reader)),
        lambda reader: reader.ui("search_description"),
        "search-page.js",
    )


def _nothing_more(reader: Reader, relations: Relations) -> dict[str, Any]:
    return {}


def _simple(address: str, template: str, key: str, view: View = _nothing_more) -> Page:
    return Page(
        address,
        template,
        lambda reader: reader.ui(key),
        view,
        lambda reader: reader.ui(f"{key}_description"),
    )


def _guide_pages(name: str, flow: Flow) -> Iterator[Page]:
    def inputs(content: Content, relations: Relations) -> Hashable:
        return guide_inputs(content, name, flow)

    def beside(address: str, kind: str, view: View) -> Page:
        return Page(
            address,
            f"{kind}.html",
            lambda reader: reader.ui(f"guide_{kind}", title=reader.text(flow.title)),
            view,
            lambda reader: reader.ui(f"guide_{kind}_description"),
            f"{kind}.js",
            inputs=inputs,
        )

    yield Page(
        permalink.guide(name),
        "guide.html",
        lambda reader: reader.text(flow.title),
        lambda reader, relations: guide_view(reader, name, flow),
        lambda reader: reader.text(flow.audience),
        "guides.js",
        inputs=inputs,
    )
    if graph.letters(flow):
        address = permalink.guide_letters(name)
        yield beside(address, "letters", lambda reader, relations: letters_view(reader, name, flow))
    yield beside(
        permalink.guide_flowchart(name), "flowchart", lambda reader, relations: flowchart_view(reader, name, flow)
    )


def _statement_page(statement: Statement) -> Page:
    return Page(
        permalink.statement(statement.id),
        "statement.html",
        lambda reader: reader.text(statement.title),
        lambda reader, relations: statement_view(reader, statement),
        lambda reader: reader.text(statement.occasion),
        card=permalink.statement_card(statement.id, permalink.statement_anchor(statement.paragraphs[0].number)),
        script="paragraphs.js",
    )


def _law_page(law: Law) -> Page:
    return Page(
        permalink.law(law.id),
        "law.html",
        lambda reader: reader.text(law.info.title),
        lambda reader, relations: law_view(reader, law),
        lambda reader: f"{reader.text(law.info.title)}. {reader.ui('not_whole_law')}",
    )


def _first_card(law: Law, article: Article) -> str | None:
    first = next((part for part in article.paragraphs if isinstance(part, Paragraph)), None)
    return permalink.card(paragraph_of(law.id, article, first)) if first else None


def _article_page(law: Law, article: Article) -> Page:
    return Page(
        permalink.article(law.id, article.number),
        "article.html",
        lambda reader: article_title(reader, law, article),
        lambda reader, relations: article_view(reader, law, article, relations),
        lambda reader: article_description(reader, law, article),
        script="paragraphs.js",
        card=_first_card(law, article),
        inputs=lambda content, relations: article_inputs(content, relations, law, article),
    )
