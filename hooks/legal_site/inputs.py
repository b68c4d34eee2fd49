"""What a page shows depends on: equal inputs give equal pages, so an unchanged page is not rendered again.

Whatever a view or template reads must be among its page's inputs; a test edits each file and compares.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from legal_site.content import Content, Law
from legal_site.model.flow import Flow
from legal_site.model.law import Article, Paragraph
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import Relations, paragraph_of
from legal_site.verification import is_overdue


def article_inputs(content: Content, relations: Relations, law: Law, article: Article) -> Hashable:
    """The article's own file and its neighbours', what refers to it, and the registers that stand on its page."""
    number = number_in_address(article.number)
    order = list(law.articles)
    place = order.index(number)
    around = [f"laws/{law.id}/articles/{key}" for key in order[max(place - 1, 0) : place + 2]]
    here = Provision(law.id, number)
    provisions = [here, *(paragraph_of(law.id, article, p) for p in article.paragraphs if isinstance(p, Paragraph))]
    related = tuple(
        (
            tuple(relations.referred_by.get(name, ())),
            tuple(relations.quoted_by.get(name, ())),
            tuple((flow, question, _title(content.flows[flow])) for flow, question in relations.concerns.get(name, ())),
        )
        for name in map(str, provisions)
    )
    registers = content.digests("site", "interface", "glossary", "sources", "changes", "statement/")
    own = content.digests(*around), _overdue(content, _checks(law, article))
    return own, place, related, registers, _laws(content), content.outline


def guide_inputs(content: Content, name: str, flow: Flow) -> Hashable:
    """The guide's file, what its outcomes take from the registers, and the words of the law that it quotes."""
    cited = {p for question in flow.questions for p in question.matters}
    cited |= {p for outcome in flow.outcomes for p in outcome.provisions}
    provisions = [Provision.parse(provision) for provision in cited]
    articles = sorted({f"laws/{provision.law}/articles/{provision.article}" for provision in provisions})
    reviews = [outcome.reviewed_on for outcome in flow.outcomes]
    reviews += [letter.reviewed_on for letter in content.letters.values()]
    own = content.digests(f"flows/{name}", *articles), _overdue(content, reviews)
    registers = content.digests("site", "interface", "home", "authorities", "deadlines", "advice")
    return own, registers, content.digests("statement/", "letters/"), _laws(content), content.outline


def _checks(law: Law, article: Article) -> Iterator[date]:
    """When the texts on an article's page were compared with their sources."""
    paragraphs = (part.provenance for part in article.paragraphs if isinstance(part, Paragraph))
    for provenances in (law.info.provenance, article.provenance, *paragraphs):
        yield from (own.verified_on for own in provenances.values() if own.verified_on)


def _overdue(content: Content, checks: Iterable[date]) -> frozenset[date]:
    """The checks that are too old on the day of the build: the day itself makes no page new."""
    return frozenset(day for day in checks if is_overdue(day, content.day))


def _laws(content: Content) -> tuple[str, ...]:
    return content.digests(*(f"laws/{law}/law" for law in content.laws))


def _title(flow: Flow) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(flow.title.items()))
