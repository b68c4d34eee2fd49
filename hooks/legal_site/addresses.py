"""Every address and anchor that the content gives the site, without a version's prefix."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site import graph, permalink
from legal_site.content import Content, Law
from legal_site.model.law import Article, EarlierWording, Paragraph
from legal_site.pages import pages
from legal_site.relations import paragraph_of, provisions_of


def addresses(content: Content) -> Iterator[str]:
    """Pages, anchors, cards and dated wordings, in the order of the pages."""
    anchors = _anchors(content)
    for page in pages(content):
        yield page.address
        for anchor in anchors.get(page.address, ()):
            yield f"{page.address}#{anchor}"
    for law in content.laws.values():
        for article in law.articles.values():
            yield from _of_article(law, article)
    for statement in content.statements.values():
        for part in statement.paragraphs:
            yield permalink.statement_card(statement.id, permalink.statement_anchor(part.number))


def _anchors(content: Content) -> dict[str, list[str]]:
    """By page: what lasting ids stand on it."""
    anchors: dict[str, list[str]] = {
        "/": [*(door.id for door in content.home.doors)],
        "/law/": list(content.laws),
        "/guide/": list(content.flows),
    }
    anchors["/"] += (permalink.home_statement(row.statement) for row in content.home.statements)
    for law in content.laws.values():
        for number, article in law.articles.items():
            anchors[permalink.article(law.id, number)] = [
                place.anchor for place in provisions_of(law.id, article) if place.anchor
            ]
    for statement in content.statements.values():
        own = [permalink.statement_anchor(part.number) for part in statement.paragraphs]
        anchors[permalink.statement(statement.id)] = own
    for name, flow in content.flows.items():
        nodes = [*(question.id for question in flow.questions), *(outcome.id for outcome in flow.outcomes)]
        letters = [permalink.letter(letter) for letter in graph.letters(flow)]
        anchors[permalink.guide(name)] = [*nodes, *letters]
        anchors[permalink.guide_letters(name)] = letters
    for register, ids in content.index.ids.items():
        anchors[permalink.register(register)] = sorted(ids)
    practice = content.practice
    for study in practice.studies:
        parts = [*(chart.id for chart in study.charts), *(fact.id for fact in study.facts)]
        anchors["/practice/"] += (permalink.part_of(study.id, part) for part in parts)
    anchors["/practice/"] += (permalink.caution(caution.id) for caution in practice.cautions)
    return anchors


def _of_article(law: Law, article: Article) -> Iterator[str]:
    yield permalink.parallel(law.id, article.number)
    wordings: list[Article | EarlierWording] = [article, *article.earlier_wordings]
    for dated in wordings:
        address = permalink.wording(law.id, article.number, dated.wording.as_of)
        yield address
        for place in provisions_of(law.id, article, dated):
            yield f"{address}#{place.anchor}"
    for part in article.paragraphs:
        if isinstance(part, Paragraph):
            yield permalink.card(paragraph_of(law.id, article, part))
            if part.published_translation:
                yield permalink.compared(paragraph_of(law.id, article, part))
