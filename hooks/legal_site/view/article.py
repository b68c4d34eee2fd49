"""The view of one article in one wording."""

from __future__ import annotations

from typing import Any

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.base import Provenance
from legal_site.model.law import Article
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import Relations
from legal_site.view.inward import referring
from legal_site.view.labels import article_heading, article_label, article_title, wording_line
from legal_site.view.paragraph import paragraph_views
from legal_site.view.provenance import provenance_view
from legal_site.view.reader import Reader


def article_view(reader: Reader, law: Law, article: Article, relations: Relations) -> dict[str, Any]:
    """Everything that the article's page shows.

    The lasting address of the newest wording leads on to the article; with `#target` it stays, for who asks for it.
    """
    number = number_in_address(article.number)
    here = Provision(law.id, number)
    base = {locale: own for locale in law.info.provenance if (own := _merged(law, article, locale))}
    own_provenance = provenance_view(reader, base[reader.written])
    wording = permalink.wording(law.id, number, article.wording.as_of)
    order = list(law.articles)
    place = order.index(number)
    return {
        "here": here,
        "law": law,
        "article": article,
        "title": article_title(reader, law, article),
        "heading": reader.text(article.heading) if article.heading else None,
        "citation": reader.cite(here),
        "label": article_label(reader, article),
        "wording": article.wording,
        "wording_line": wording_line(reader, article.wording),
        "wording_address": wording,
        "wording_link": reader.link(wording) + ("#target" if law.articles[number] is article else ""),
        "parallel_link": reader.link(permalink.parallel(law.id, number)),
        "provenance": own_provenance,
        "blocks": paragraph_views(reader, law, article, base[reader.written], relations),
        "notes": [note for note in article.notes if note.about is None],
        "referred_by": referring(reader, relations, str(here)),
        "previous": _neighbour(reader, law, order, place - 1),
        "next": _neighbour(reader, law, order, place + 1),
        "earlier": [
            (wording_line(reader, old.wording), reader.link(permalink.wording(law.id, number, old.wording.as_of)))
            for old in article.earlier_wordings
        ],
        "changes": [
            change for change in reader.content.changes.changes if str(here) in map(permalink.subject_of, change.about)
        ],
        "counted": law.info.paragraph_numbers == "counted",
    }


def _merged(law: Law, article: Article, locale: str) -> Provenance:
    return article.provenance.get(locale, Provenance()).over(law.info.provenance.get(locale))


def _neighbour(reader: Reader, law: Law, order: list[str], place: int) -> tuple[str, str] | None:
    if not 0 <= place < len(order):
        return None
    article = law.articles[order[place]]
    return article_heading(reader, article), reader.link(permalink.article(law.id, order[place]))
