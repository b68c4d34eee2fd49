"""What the share picture of one paragraph says, in one version."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from legal_site.content import Law
from legal_site.model.law import Article, Paragraph
from legal_site.model.statement import Statement, StatementParagraph
from legal_site.relations import paragraph_of
from legal_site.view.labels import long_date, wording_line
from legal_site.view.provenance import provenance_of
from legal_site.view.quotation import lines_of
from legal_site.view.quote import full_citation, law_status, statement_status
from legal_site.view.reader import Reader

GAP = "[…]"
"""Stands for what is not published. An editor's word for it is no word of the law."""


@dataclass(frozen=True)
class Picture:
    """The words of a share picture and its colour. Equal pictures are drawn alike."""

    site: str
    host: str
    """Where the site lives, as people write it: no `https://`, no slash at the end."""
    citation: str
    lines: tuple[tuple[str, str], ...]
    """What the words are (`text`, `item`, `subitem`, `gap`, `penalty` or `closing`) and the words."""
    status: str
    """Whether the words are official, translated or transliterated."""
    dated: str
    """Which wording it is; of a statement, its day and author."""
    accent: str
    """`#8a1c2b`."""


def provision_picture(reader: Reader, site_url: str, law: Law, article: Article, part: Paragraph) -> Picture:
    """The picture of a published paragraph of law."""
    provision = paragraph_of(law.id, article, part)
    lines = tuple(
        (line.kind, GAP if line.kind == "gap" else f"{line.label} {line.words}".strip())
        for line in lines_of(reader, part, provision)
    )
    status = law_status(reader, provenance_of(reader, law, article, part))
    dated = wording_line(reader, article.wording)
    return _picture(reader, site_url, full_citation(reader, provision), lines, status, dated)


def statement_picture(reader: Reader, site_url: str, statement: Statement, part: StatementParagraph) -> Picture:
    """The picture of a statement's paragraph."""
    citation = reader.ui("statement_paragraph", number=part.number)
    dated = f"{long_date(reader, statement.date)} · {reader.text(statement.author)}"
    lines = (("text", reader.text(part.text)),)
    status = statement_status(reader, statement)
    return _picture(reader, site_url, citation[:1].upper() + citation[1:], lines, status, dated)


def _picture(
    reader: Reader, site_url: str, citation: str, lines: tuple[tuple[str, str], ...], status: str, dated: str
) -> Picture:
    info = reader.content.site
    address = urlsplit(site_url)
    return Picture(
        site=reader.text(info.name),
        host=(address.netloc + address.path).rstrip("/"),
        citation=citation,
        lines=lines,
        status=status,
        dated=dated,
        accent=info.colours.light,
    )
