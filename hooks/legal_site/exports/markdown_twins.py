"""The Markdown twin of each article and each statement, in every version, at `index.md` beside the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.law import Article, Paragraph
from legal_site.permalink import Provision
from legal_site.relations import PlacedNote, notes_on, paragraph_of
from legal_site.site import Site
from legal_site.view import twin
from legal_site.view.labels import article_title, wording_line
from legal_site.view.parallel import columns, rows
from legal_site.view.provenance import provenance_of, provenance_view
from legal_site.view.quotation import slips_in
from legal_site.view.reader import Reader
from legal_site.view.registers import statement_view


@dataclass(frozen=True)
class Texts:
    """How one twin writes its texts and links."""

    reader: Reader
    page: str

    def literal(self, words: str) -> Markup:
        return twin.literal(words)

    def editorial(self, text: Mapping[str, str]) -> Markup:
        return twin.editorial(self.reader, text, self.page)

    def absolute(self, link: str) -> str:
        return twin.absolute(self.page, link)


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    for version in site.content.site.versions:
        for law in site.content.laws.values():
            for number, article in law.articles.items():
                reader = site.reader(version.locale, permalink.article(law.id, number))
                texts = _texts(reader, site_url)
                yield _file(site, "article.md.html", texts, _article(texts, law, number, article))
        for statement in site.content.statements.values():
            reader = site.reader(version.locale, permalink.statement(statement.id))
            context = {**statement_view(reader, statement), "raw": statement.provenance[reader.written]}
            yield _file(site, "statement.md.html", _texts(reader, site_url), context)


def _texts(reader: Reader, site_url: str) -> Texts:
    return Texts(reader, site_url + reader.own_address[1:])


def _file(site: Site, template: str, texts: Texts, context: dict[str, Any]) -> tuple[str, str]:
    reader = texts.reader
    twins = permalink.twin(reader.address)
    others = [
        (version.name, texts.absolute(reader.across(twins, version)))
        for version in site.content.site.versions
        if version is not reader.version
    ]
    page = site.render(template, {"r": reader, "t": texts, "page": texts.page, "others": others, **context})
    text = re.sub(r"\n(?:[ \t]*\n)+", "\n\n", page).strip()
    return permalink.prefixed(twins, reader.prefix), f"{text}\n"


def _article(texts: Texts, law: Law, number: str, article: Article) -> dict[str, Any]:
    reader = texts.reader
    (column,) = columns([reader], law, article)
    raw = provenance_of(reader, law, article)
    return {
        "law": law,
        "article": article,
        "title": article_title(reader, law, article),
        "citation": reader.cite(Provision(law.id, number)),
        "wording_line": wording_line(reader, article.wording),
        "wording_link": texts.absolute(reader.link(permalink.wording(law.id, number, article.wording.as_of))),
        "counted": law.info.paragraph_numbers == "counted",
        "statuses": _statuses(reader, law, article),
        "rows": rows([column], law, article),
        "remarks": list(_remarks(reader, law, article)),
        "provenance": provenance_view(reader, raw),
        "raw": raw,
    }


def _statuses(reader: Reader, law: Law, article: Article) -> dict[str, str]:
    """What the words of those paragraphs are, by anchor, that are something else than the article says of its own."""
    whole = provenance_view(reader, provenance_of(reader, law, article)).status
    parts = [part for part in article.paragraphs if isinstance(part, Paragraph) and part.provenance]
    own = {
        str(paragraph_of(law.id, article, part).anchor): provenance_view(
            reader, provenance_of(reader, law, article, part)
        ).status
        for part in parts
    }
    return {anchor: status for anchor, status in own.items() if status != whole}


def _remarks(
    reader: Reader, law: Law, article: Article
) -> Iterator[tuple[Paragraph, str, str, list[PlacedNote], list[Any]]]:
    """The paragraphs of which we say something, with it."""
    for part in article.paragraphs:
        if not isinstance(part, Paragraph):
            continue
        provision = paragraph_of(law.id, article, part)
        notes = notes_on(provision, article.notes)
        slips = slips_in(article, provision)
        if notes or slips or part.plain or part.elements or part.published_translation:
            yield part, reader.cite(provision), str(provision.anchor), notes, slips
