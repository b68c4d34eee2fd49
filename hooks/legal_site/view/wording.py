"""The view of a wording that a newer one replaced."""

from __future__ import annotations

from typing import Any

from legal_site.content import Law
from legal_site.model.law import Article, EarlierWording
from legal_site.relations import Relations
from legal_site.view.article import article_view
from legal_site.view.reader import Reader


def earlier_view(
    reader: Reader, law: Law, article: Article, earlier: EarlierWording, relations: Relations
) -> dict[str, Any]:
    """The earlier wording, shown like an article, without what belongs to the current one alone."""
    old = article.model_copy(
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
    return article_view(reader, law, old, relations)
