"""Every published paragraph and item as one table, for spreadsheets: a row for each and each version.

CSV as RFC 4180 describes it: a line of names first, commas, lines that end with CR LF, UTF-8.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from legal_site.exports.data_article_shape import ArticleShape, ItemShape, ParagraphShape, WordingShape
from legal_site.exports.every_version import EveryVersion

COLUMNS = (
    "address",
    "citation",
    "lang",
    "status",
    "words",
    "wording_date",
    "permanent_link",
    "verified_on",
)


def table_heading() -> str:
    """The first line: the names of the columns."""
    return _lines([COLUMNS])


def table_lines(every: EveryVersion, roots: Mapping[str, str], article: ArticleShape) -> str:
    """The lines of one article, in each of its wordings; `roots` says by locale what stands before an address."""
    wordings = (article.wording, *article.earlier_wordings)
    return _lines(row for wording in wordings for row in _rows(every, roots, wording))


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _rows(every: EveryVersion, roots: Mapping[str, str], wording: WordingShape) -> Iterator[tuple[str, ...]]:
    for paragraph in wording.paragraphs:
        if isinstance(paragraph, ParagraphShape):
            provenances = paragraph.provenance or wording.provenance
            for block in _blocks(paragraph):
                for locale, reader in every.readers.items():
                    yield (
                        block.address,
                        block.citation[locale],
                        reader.version.lang,
                        provenances[locale].kind,
                        own_words(block, locale),
                        wording.as_of.isoformat(),
                        roots[locale] + block.permanent_address,
                        provenances[locale].verified_on.isoformat(),
                    )


def _blocks(block: ParagraphShape | ItemShape) -> Iterator[ParagraphShape | ItemShape]:
    """A paragraph or item and all that are inside it."""
    yield block
    for item in block.items:
        if isinstance(item, ItemShape):
            yield from _blocks(item)


def own_words(block: ParagraphShape | ItemShape, locale: str) -> str:
    """The block's own words without those of its items, which have rows of their own."""
    texts = [block.text]
    if isinstance(block, ParagraphShape):
        texts += [block.penalty, block.closing]
    return " ".join(text[locale].text for text in texts if text)
