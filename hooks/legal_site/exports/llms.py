"""/llms.txt (llmstxt.org): what the site is and where software finds its texts, in every written language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from legal_site import permalink
from legal_site.exports.data import GLOSSARY, LAWS, TABLE
from legal_site.exports.data_flow import data_address as flow_data
from legal_site.exports.data_statement import data_address as statement_data
from legal_site.layout import FOOTER
from legal_site.pages import REGISTERS
from legal_site.permalink import Provision
from legal_site.site import Site
from legal_site.view import twin
from legal_site.view.labels import long_date
from legal_site.view.reader import Reader

ADDRESS = "/llms.txt"

Entry = tuple[str, str, str]
"""What a link is called, where it leads, and a note."""


@dataclass(frozen=True)
class Language:
    """What is said in one written language."""

    reader: Reader
    name: str
    description: str
    disclaimer: Markup
    lists: list[tuple[str, list[Entry]]]
    """By the key of each heading."""
    more: list[tuple[str, str]]
    """Pages that may be left out: the key of the name, and the address."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    info = site.content.site
    readers = [site.reader(version.locale, "/") for version in info.versions]
    written = [reader for reader in readers if reader.version.made_from is None]

    def every(key: str) -> str:
        return in_all({reader.written: reader.ui(key) for reader in written})

    def in_all(text: Mapping[str, str]) -> str:
        return " / ".join(dict.fromkeys(text[reader.written] for reader in written))

    def absolute(reader: Reader, address: str) -> str:
        return site_url + permalink.prefixed(address, reader.prefix)[1:]

    feeds = readers if site.content.changes.changes else []
    context: dict[str, Any] = {
        "literal": twin.literal,
        "every": every,
        "site_url": site_url,
        "languages": [_language(reader, absolute) for reader in written],
        "versions": [(r.version.name, absolute(r, "/"), r.version.lang) for r in readers],
        "data": [
            *((address, every(of) if isinstance(of, str) else in_all(of)) for address, of in _data(site)),
            *((address, f"Akoma Ntoso: {in_all(title)}") for address, title in _documents(site)),
        ],
        "feeds": [(r.ui("feed_title", name=r.text(info.name)), absolute(r, permalink.FEED)) for r in feeds],
    }
    text = re.sub(r"\n(?:[ \t]*\n)+", "\n\n", site.render("llms.txt.html", context)).strip()
    yield ADDRESS, f"{text}\n"


def _language(reader: Reader, absolute: Callable[[Reader, str], str]) -> Language:
    content = reader.content
    statements = [
        (
            reader.text(statement.title),
            absolute(reader, permalink.twin(permalink.statement(name))),
            f"{reader.text(statement.author)}, {long_date(reader, statement.date)}",
        )
        for name, statement in content.statements.items()
    ]
    articles = [
        (
            reader.cite(Provision(law.id, number)),
            absolute(reader, permalink.twin(permalink.article(law.id, number))),
            reader.text(article.heading) if article.heading else "",
        )
        for law in content.laws.values()
        for number, article in law.articles.items()
    ]
    laws = [
        (reader.text(law.info.title), absolute(reader, permalink.law(law.id)), reader.text(law.info.abbreviation))
        for law in content.laws.values()
    ]
    guides = [
        (reader.text(flow.title), absolute(reader, permalink.guide(name)), reader.text(flow.description))
        for name, flow in content.flows.items()
    ]
    pages = [*((name, permalink.register(name)) for name in REGISTERS if name != "changes"), *FOOTER]
    return Language(
        reader,
        reader.text(content.site.name),
        reader.text(content.site.description),
        twin.editorial(reader, content.home.disclaimer, absolute(reader, "/")),
        [("statements", statements), ("laws", laws), ("articles", articles), ("guides", guides)],
        [(key, absolute(reader, address)) for key, address in dict.fromkeys(pages)],
    )


def _data(site: Site) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    """The data files, each with what is in it: a text, or the key of one."""
    yield LAWS, "laws"
    yield TABLE, "provisions"
    for statement in site.content.statements.values():
        yield statement_data(statement), statement.title
    for name, flow in site.content.flows.items():
        yield flow_data(name), flow.title
    yield GLOSSARY, "glossary"


def _documents(site: Site) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The Akoma Ntoso documents of whole laws and statements, each with its title: the first version's."""
    for law in site.content.laws.values():
        if law.articles:
            yield permalink.akn(permalink.law(law.id)), law.info.title
    for name, statement in site.content.statements.items():
        yield permalink.akn(permalink.statement(name)), statement.title
