"""The data exports: JSON files of the laws, the statements, the guides and the glossary, with their schemas,
and the table of all provisions. One for all versions: every text stands in each of them."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site.exports.data_article import article_shape
from legal_site.exports.data_file import DataFile, json_text, opening, schema_address, schema_text, written
from legal_site.exports.data_flow import data_address as flow_address
from legal_site.exports.data_flow import flow_shape
from legal_site.exports.data_flow_shape import FlowFile
from legal_site.exports.data_glossary import GlossaryFile, term_shapes
from legal_site.exports.data_law import ArticleFile, LawFile, LawListing, LawsFile, law_shape, law_text, listing
from legal_site.exports.data_statement import StatementFile, statement_shape
from legal_site.exports.data_statement import data_address as statement_address
from legal_site.exports.every_version import EveryVersion
from legal_site.exports.table import table_heading, table_lines
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


def files(site: Site, site_url: str) -> Iterator[tuple[str, str | bytes]]:
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


def _laws(every: EveryVersion, site_url: str) -> Iterator[tuple[str, str | bytes]]:
    """The laws, each article once by itself and once in its law, and the table of their provisions.

    An article is kept as the bytes that it becomes: as values those of a whole Code take several times the memory.
    """
    listings, table = [], [table_heading().encode()]
    head = opening(every, site_url, LAWS, "laws")
    roots = {version.locale: version.root for version in head["versions"]}
    for law in every.site.content.laws.values():
        shape = law_shape(every, law)
        rows, texts = [], []
        for each in law.articles.values():
            article = article_shape(every, law, each)
            own = opening(every, site_url, article.data, "article")
            yield article.data, written(ArticleFile(**own, law=shape, article=article))
            rows.append(listing(article))
            texts.append(json_text(article).encode())
            table.append(table_lines(every, roots, article).encode())
        own = opening(every, site_url, shape.data, "law")
        yield shape.data, law_text(LawFile(**own, law=shape, articles=[]), texts)
        listings.append(LawListing(**dict(shape), articles=rows))
    yield LAWS, written(LawsFile(**head, laws=listings))
    yield TABLE, b"".join(table)
