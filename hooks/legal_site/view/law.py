"""The view of one law: what it is and which of its articles are published."""

from __future__ import annotations

from typing import Any

from legal_site import permalink
from legal_site.content import Law
from legal_site.view.labels import article_label
from legal_site.view.provenance import provenance_view
from legal_site.view.reader import Reader


def law_view(reader: Reader, law: Law) -> dict[str, Any]:
    """The law's page."""
    return {
        "law": law,
        "provenance": provenance_view(reader, law.info.provenance[reader.written]),
        "articles": article_list(reader, law),
    }


def article_list(reader: Reader, law: Law) -> list[tuple[str, str | None, str]]:
    """Label, heading and link of each published article."""
    return [
        (
            article_label(reader, article),
            reader.text(article.heading) if article.heading else None,
            reader.link(permalink.article(law.id, number)),
        )
        for number, article in law.articles.items()
    ]
