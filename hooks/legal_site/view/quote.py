"""What is cited of a paragraph: its name, its links, and the line that belongs under its words.

Pure: from the content to texts. The quote, and Markdown and HTML, are made of these and of the words by `cite.js`.
"""

from __future__ import annotations

from dataclasses import dataclass

from legal_site import permalink
from legal_site.content import Law
from legal_site.model.base import Provenance
from legal_site.model.law import Article, Paragraph
from legal_site.model.statement import Statement, StatementParagraph
from legal_site.permalink import Provision
from legal_site.relations import paragraph_of
from legal_site.view.provenance import in_short, provenance_of, provenance_view, with_script
from legal_site.view.quotation import slips_in
from legal_site.view.reader import Reader
from legal_site.view.sentences import joined, sentence


@dataclass(frozen=True)
class Quote:
    """One paragraph, ready to be copied, in one version."""

    name: str
    """The citation as a short line: of a statement's paragraph without author, title and date."""
    citation: str
    caveat: str
    """What is copied with the citation, behind it: the doubt about the date that stands in it, and what the words
    are. Empty for a law, whose citation makes no claim of its own."""
    current: str | None
    """The address that always shows the newest wording. None: the paragraph is no longer in force."""
    lasting: str
    """The address of this wording for ever. A statement's is the same as its current one."""
    status: str
    """Whether the words are official, in words."""
    source: str
    """What is copied behind the citation under quoted words: of what day they are, whether they are official, and
    where they are from, as far as the citation has not said it."""


def law_quote(reader: Reader, law: Law, article: Article, paragraph: Paragraph, dated: str) -> Quote:
    """A paragraph in the article's wording; `dated` says in words what the wording's date is."""
    provision = paragraph_of(law.id, article, paragraph)
    provenance = provenance_of(reader, law, article, paragraph)
    as_of = article.wording.as_of
    citation = full_citation(reader, provision)
    lasting = f"{permalink.wording(provision.law, provision.article, as_of)}#{provision.anchor}"
    status = law_status(reader, provenance)
    slips = _slips(reader, article, provision) if reader.reads_original else []
    return Quote(
        name=citation,
        citation=citation,
        caveat="",
        current=provision.address if reader.content.is_published(provision) else None,
        lasting=lasting,
        status=status,
        source=sentence(joined(dated, status, _sources(reader, provenance), *slips)),
    )


def _slips(reader: Reader, article: Article, provision: Provision) -> list[str]:
    return [
        f"{reader.ui('sic', words=reader.plain(slip.words))} {reader.text(slip.text)}"
        for slip in slips_in(article, provision)
    ]


def statement_quote(reader: Reader, statement: Statement, paragraph: StatementParagraph, dated: str) -> Quote:
    """A paragraph of a statement, whose address is dated by itself; `dated` is its date in words."""
    title, author = reader.text(statement.title), reader.text(statement.author)
    citation = reader.ui("statement_citation", author=author, title=title, number=paragraph.number, date=dated)
    anchor = permalink.statement_anchor(paragraph.number)
    address = f"{permalink.statement(statement.id)}#{anchor}"
    status = statement_status(reader, statement)
    doubt = f" ({reader.text(statement.date_note)})" if statement.date_note else ""
    cited = (citation + doubt, status)
    sources = _sources(reader, statement.provenance[reader.written])
    return Quote(
        name=reader.ui("statement_paragraph", number=paragraph.number),
        citation=citation,
        caveat=sentence(joined(*cited)).removeprefix(citation),
        current=address,
        lasting=address,
        status=status,
        source=sentence(joined(sources, *slips_of(reader, paragraph))),
    )


def full_citation(reader: Reader, provision: Provision) -> str:
    """The citation, with the country's name where the reader's language is not that of the law."""
    if reader.reads_original:
        return reader.cite(provision)
    return f"{reader.cite(provision)} ({reader.text(reader.content.site.jurisdiction)})"


def site_address(reader: Reader, target: str) -> str:
    """A page or anchor of the reader's version with the site's own address before it."""
    return reader.content.site.address.rstrip("/") + reader.prefixed(target)


def law_status(reader: Reader, provenance: Provenance) -> str:
    """Whether the words of a law are official, and what is said of them in short. No translation of a law is."""
    kind = reader.ui("unofficial" if provenance.kind == "translation" else f"kind_{provenance.kind}")
    return with_script(reader, joined(kind, in_short(reader, provenance)))


def statement_status(reader: Reader, statement: Statement) -> str:
    """What the words of a statement are. Of a translation it is not known whether its author made it."""
    provenance = statement.provenance[reader.written]
    return with_script(reader, in_short(reader, provenance) or reader.ui(f"kind_{provenance.kind}"))


def slips_of(reader: Reader, paragraph: StatementParagraph) -> list[str]:
    """The lines that say which words of a statement's paragraph mislead in the reader's version."""
    return [reader.plain(note.slip[reader.written]) for note in paragraph.notes if reader.written in note.slip]


def _sources(reader: Reader, provenance: Provenance) -> str:
    titles = "; ".join(source.words for source in provenance_view(reader, provenance).sources)
    return f"{reader.ui('source')}: {titles}" if titles else ""
