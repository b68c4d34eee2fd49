"""What a page is, for search engines: schema.org's Legislation, Article, Quotation and BreadcrumbList as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from legal_site import permalink
from legal_site.model.statement import Statement
from legal_site.permalink import Provision, statement_anchor
from legal_site.view.derivation import translated_from
from legal_site.view.globals import link_name
from legal_site.view.json_ld_law import Node, full, in_brief, known, legislation
from legal_site.view.quote import statement_status
from legal_site.view.reader import Reader

_ESCAPED = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_TOP = ("law", "statement", "guide")


def json_ld(reader: Reader, title: str, site_url: str) -> Markup:
    """The content of a `<script type="application/ld+json">` for the page that the reader is on; empty for the first.

    `title` is the page's own, `site_url` ends with a slash. No character in it can end the element.
    """
    if reader.address == "/":
        return Markup()
    nodes = ",".join([*_subject(reader, site_url), _written(_trail(reader, title, site_url))])
    return Markup(f'{{"@context":"https://schema.org","@graph":[{nodes}]}}')


def _written(node: Node) -> str:
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _ESCAPED.items():
        text = text.replace(character, escaped)
    return text


def _subject(reader: Reader, site_url: str) -> Iterator[str]:
    """What the page is about: a law or an article of it, a node for each version, or a statement.

    A page says in full what it is itself. Of the others it names the language and how they hang together: each says
    the rest on its own page.
    """
    content = reader.content
    kind, *names = reader.address.strip("/").split("/")
    law = content.laws.get(names[0]) if kind == "law" and names else None
    article = law.articles.get(names[1]) if law and len(names) == 2 else None
    if law and (article or len(names) == 1):
        for version in content.site.versions:
            key = ("legislation", version.locale, reader.address, site_url)
            if key not in content.made:
                node = legislation(Reader(content, version, reader.address), law, article, site_url)
                content.made[key] = _written(node), _written(in_brief(node))
            in_full, brief = content.made[key]
            yield in_full if version is reader.version else brief
    if kind == "statement" and names and (statement := content.statements.get(names[0])):
        yield _written(_statement(reader, statement, site_url))


def _statement(reader: Reader, statement: Statement, site_url: str) -> Node:
    page = full(site_url, reader, permalink.statement(statement.id))
    author = {"@type": "Organization", "name": reader.text(statement.author)}
    register = {source.id: source.address for source in reader.content.sources.sources}
    sources = statement.provenance[reader.written].sources or []
    # A quotation is met without its page: it says itself that these are not the author's own words.
    status = statement_status(reader, statement)
    translated = translated_from(reader.content.site.versions, statement.provenance, reader.written)
    original = Reader(reader.content, translated, reader.address) if translated else None
    original_page = full(site_url, original, permalink.statement(statement.id)) if original else None
    quotations = []
    for part in statement.paragraphs:
        anchor = statement_anchor(part.number)
        quoted = Provision.parse(part.quotes) if part.quotes else None
        law = {"@type": "Legislation", "@id": full(site_url, reader, quoted.page)} if quoted else None
        quotation = {
            "@type": "Quotation",
            "@id": f"{page}#{anchor}",
            "text": reader.text(part.text),
            "creator": author,
            "creditText": status,
        }
        # In the law's own language what quotes it has the law's words, and is no translation of the quoting text.
        is_laws = quoted and reader.reads_original
        work = {"@type": "Quotation", "@id": f"{original_page}#{anchor}"} if original_page and not is_laws else None
        quotations.append({**quotation, **known(isBasedOn=law, translationOfWork=work)})
    return {
        "@type": "Article",
        "@id": page,
        "url": page,
        "headline": reader.text(statement.title),
        "description": reader.text(statement.occasion),
        "inLanguage": reader.version.lang,
        # A date in which there is a doubt cannot be said here with it: it is left to the page.
        **known(datePublished=None if statement.date_note else statement.date.isoformat()),
        "author": author,
        "creditText": status,
        **known(translationOfWork={"@type": "Article", "@id": original_page} if original_page else None),
        **known(isBasedOn=[address for source in sources if (address := register[source])]),
        "hasPart": quotations,
    }


def _trail(reader: Reader, title: str, site_url: str) -> Node:
    steps = [*_above(reader), (title, reader.address)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": full(site_url, reader, address)}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _above(reader: Reader) -> Iterator[tuple[str, str]]:
    """Name and address of each page above the reader's."""
    yield reader.text(reader.content.site.name), "/"
    parts = reader.address.strip("/").split("/")
    for depth in range(1, len(parts)):
        # A folder of hand-written pages need not have a page of its own.
        if parts[0] in _TOP or parts[depth - 1] in reader.content.interface.texts:
            address = f"/{'/'.join(parts[:depth])}/"
            yield link_name(reader, address), address
