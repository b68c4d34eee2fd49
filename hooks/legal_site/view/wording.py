"""The view of a wording that a newer one replaced."""

from __future__ import annotations

from typing import Any

from legal_site.content import Law
from legal_site.model.law import Article, EarlierWording
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import Relations, provisions_of
from legal_site.view.article import article_view
from legal_site.view.labels import article_title, wording_line
from legal_site.view.reader import Reader


def redirect_view(reader: Reader, law: Law, article: Article) -> dict[str, Any]:
    """The lasting address of the current wording: where the article is, paragraph by paragraph."""
    here = Provision(law.id, number_in_address(article.number))
    target = reader.link(here.page)
    return {
        "title": article_title(reader, law, article),
        "citation": reader.cite(here),
        "wording_line": wording_line(reader, article.wording),
        "target": target,
        "anchors": [(place.anchor, reader.cite(place)) for place in provisions_of(law.id, article)],
    }


def earlier_view(reader: Reader, law: Law, article: Article, earlier: EarlierWording) -> dict[str, Any]:
    """The earlier wording, shown like an article, without what belongs to the current one alone."""
    return article_view(reader, law, as_it_was(article, earlier), Relations())


def as_it_was(article: Article, earlier: EarlierWording) -> Article:
    """The article with an earlier wording in place of its own.

    Notes and relations are of the words in force: what refers to a paragraph, or quotes it, means those.
    """
    return article.model_copy(
        update={
            "heading": earlier.heading or article.heading,
            "wording": earlier.wording,
            "paragraphs": earlier.paragraphs,
            "provenance": {**article.provenance, **earlier.provenance},
            "notes": [],
            "sic": [],
            "history": [],
            "earlier_wordings": [],
        }
    )
