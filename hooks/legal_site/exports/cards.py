"""Cards: a small page for each paragraph of law and statement, in each version, with its oEmbed answer."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import escape

from legal_site import permalink
from legal_site.model.law import Paragraph
from legal_site.site import Site
from legal_site.view.card import Card, law_card, statement_card
from legal_site.view.card_height import height
from legal_site.view.reader import Reader

WIDTH = 600
"""The width, in CSS pixels, that an embedder is told; the card itself fits 280 and more."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    for version in site.content.site.versions:
        for law in site.content.laws.values():
            for article in law.articles.values():
                for part in article.paragraphs:
                    if isinstance(part, Paragraph):
                        reader = site.reader(version.locale, permalink.article(law.id, article.number))
                        yield from _card(site, reader, law_card(reader, law, article, part), site_url)
        for statement in site.content.statements.values():
            for paragraph in statement.paragraphs:
                reader = site.reader(version.locale, permalink.statement(statement.id))
                yield from _card(site, reader, statement_card(reader, statement, paragraph), site_url)


def _card(site: Site, reader: Reader, card: Card, site_url: str) -> Iterator[tuple[str, str]]:
    here = site.reader(reader.version.locale, card.address)
    own = site_url.rstrip("/") + here.own_address
    high = height(here, card)
    code = embed_code(own, card.title, high)
    context = {"r": here, "card": card, "own": own, "site_url": site_url.rstrip("/"), "code": code}
    yield here.own_address, site.render("card.html", context)
    yield f"{here.own_address}oembed.json", _oembed(here, card, own, code, high, site_url)


def embed_code(address: str, title: str, height: int) -> str:
    """What somebody copies to show a page of this site on theirs."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" '
        f'loading="lazy" style="border:1px solid #999"></iframe>'
    )


def _oembed(reader: Reader, card: Card, own: str, code: str, high: int, site_url: str) -> str:
    """The answer of type “rich” (oEmbed 1.0, section 2.3)."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": card.title,
        "provider_name": reader.text(reader.content.site.name),
        "provider_url": site_url.rstrip("/") + reader.prefixed("/"),
        "url": own,
        "html": code,
        "width": WIDTH,
        "height": high,
    }
    return json.dumps(answer, ensure_ascii=False) + "\n"
