"""The data exports: JSON files of the laws, the statements, the guides and the glossary, with their schemas,
and the table of all provisions. One for all versions: every text stands in each of them."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site.exports.data_article import article_shape
from legal_site.exports.data_file import DataFile, opening, schema_address, schema_text, written
from legal_site.exports.data_flow import data_address as flow_address
from legal_site.exports.data_flow import flow_shape
from legal_site.exports.data_flow_shape import FlowFile
from legal_site.exports.data_glossary import GlossaryFile, term_shapes
from legal_site.exports.data_law import ArticleFile, LawFile, LawsFile, law_shape, listing
from legal_site.exports.data_statement import StatementFile, statement_shape
from legal_site.exports.data_statement import data_address as statement_address
from legal_site.exports.every_version import EveryVersion
from legal_site.exports.table import table_text
from legal_site.site import Site

KINDS: dict[str, type[DataFile]] = {
    "laws": LawsFile,
    "law": LawFile,
    "article": ArticleFile,
    "statement": StatementFile,
    "flow": FlowFile,
    "glossary": GlossaryFile,
}
"""The kinds of files by the names of their schemas."""

LAWS, GLOSSARY, TABLE = "/data/laws.json", "/data/glossary.json", "/data/provisions.csv"


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    """Every data file by its address; the permalinks, which are no content, come from elsewhere."""
    every = EveryVersion.of(site)
    yield from _laws(every, site_url)
    for statement in site.content.statements.values():
        address = statement_address(statement)
        head = opening(every, site_url, address, "statement")
        yield address, written(StatementFile(**head, statement=statement_shape(every, statement)))
    for name, flow in site.content.flows.items():
        address = flow_address(name)
        head = opening(every, site_url, address, "flow")
        disclaimer = every.ours(site.content.home.disclaimer)
        shape = flow_shape(every, name, flow)
        yield address, written(FlowFile(**head, disclaimer=disclaimer, flow=shape), compact=True)
    yield GLOSSARY, written(GlossaryFile(**opening(every, site_url, GLOSSARY, "glossary"), terms=term_shapes(every)))
    for name, kind in KINDS.items():
        yield schema_address(name), schema_text(kind, name, list(every.readers), site_url)


def _laws(every: EveryVersion, site_url: str) -> Iterator[tuple[str, str]]:
    """The laws, each article once by itself and once in its law, and the table of their provisions."""
    listings, everything = [], []
    for law in every.site.content.laws.values():
        shape = law_shape(every, law)
        articles = [article_shape(every, law, article) for article in law.articles.values()]
        for article in articles:
            head = opening(every, site_url, article.data, "article")
            yield article.data, written(ArticleFile(**head, law=shape, article=article))
        head = opening(every, site_url, shape.data, "law")
        yield shape.data, written(LawFile(**head, law=shape, articles=articles), compact=True)
        listings.append(listing(shape, articles))
        everything += articles
    head = opening(every, site_url, LAWS, "laws")
    yield LAWS, written(LawsFile(**head, laws=listings))
    yield TABLE, table_text(every, {version.locale: version.root for version in head["versions"]}, everything)
