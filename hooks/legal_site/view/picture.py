"""What the share picture of one paragraph says, in one version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from legal_site.content import Law
from legal_site.model.law import Article, Paragraph
from legal_site.model.statement import Statement, StatementParagraph
from legal_site.relations import paragraph_of
from legal_site.slips import marked
from legal_site.view.excerpt import GAP, Said
from legal_site.view.labels import long_date, wording_line
from legal_site.view.provenance import provenance_of
from legal_site.view.quotation import Line, lines_of
from legal_site.view.quote import full_citation, law_status, statement_status
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class Picture:
    """The words of a share picture and its colour. Equal pictures are drawn alike."""

    site: str
    host: str
    """Where the site lives, as people write it: no `https://`, no slash at the end."""
    citation: str
    lines: tuple[tuple[str, str], ...]
    """What the words are (`text`, `item`, `subitem`, `gap`, `penalty` or `closing`) and the words, slips marked."""
    status: str
    """Whether the words are official, translated or transliterated."""
    dated: str
    """Which wording it is; of a statement, its day and author."""
    accent: str
    """`#8a1c2b`."""


def provision_picture(reader: Reader, site_url: str, law: Law, article: Article, part: Paragraph) -> Picture:
    """The picture of a published paragraph of law."""
    provision = paragraph_of(law.id, article, part)
    lines = _lines(said(lines_of(reader, article, part, provision)))
    status = law_status(reader, provenance_of(reader, law, article, part))
    dated = wording_line(reader, article.wording)
    return _picture(reader, site_url, full_citation(reader, provision), lines, status, dated)


def statement_picture(reader: Reader, site_url: str, statement: Statement, part: StatementParagraph) -> Picture:
    """The picture of a statement's paragraph."""
    citation = reader.ui("statement_paragraph", number=part.number)
    dated = f"{long_date(reader, statement.date)} · {reader.text(statement.author)}"
    lines = _lines(said([statement_line(reader, part)]))
    status = statement_status(reader, statement)
    return _picture(reader, site_url, citation[:1].upper() + citation[1:], lines, status, dated)


def said(lines: Iterable[Line]) -> list[Said]:
    """Each block of words as it leaves its page: without an editor's word for what is missing."""
    blocks: list[Said] = []
    for line in lines:
        block = Said(line.kind, GAP if line.kind == "gap" else f"{line.label} {line.words}".strip(), line.slips)
        if block.kind != "gap" or blocks[-1:] != [block]:
            blocks.append(block)
    return blocks


def statement_line(reader: Reader, part: StatementParagraph) -> Line:
    """The words of a statement's paragraph, with those of them that mislead in the reader's version."""
    notes = (note for note in part.notes if reader.written in note.slip and reader.written in note.words)
    slips = tuple(reader.plain(note.words[reader.written]) for note in notes)
    return Line("text", reader.text(part.text), slips=slips)


def _lines(blocks: Iterable[Said]) -> tuple[tuple[str, str], ...]:
    return tuple((block.kind, marked(block.words, block.slips)) for block in blocks)


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
