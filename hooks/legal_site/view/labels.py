"""What articles, wordings and dates are called in a version: the words that pages, exports and pictures share."""

from __future__ import annotations

from datetime import date

from legal_site.content import Law
from legal_site.model.law import Article, Paragraph, Wording
from legal_site.permalink import number_in_address
from legal_site.view.reader import Reader

_DESCRIPTION = 160
"""Letters that a search engine shows of a description."""


def article_label(reader: Reader, law: Law, article: Article) -> str:
    """„Члан 146” as a heading's first line."""
    return reader.ui("article_number", number=printed(reader, article.number))


def article_title(reader: Reader, law: Law, article: Article) -> str:
    """The page's title: number, heading, law."""
    heading = f". {reader.text(article.heading)}" if article.heading else ""
    return f"{article_label(reader, law, article)}{heading} – {reader.text(law.info.title)}"


def article_description(reader: Reader, law: Law, article: Article) -> str:
    """What search engines show of the page: the number and the first words of the law, cut at a word."""
    label = f"{article_label(reader, law, article)} ({reader.text(law.info.abbreviation)})"
    first = next((part for part in article.paragraphs if isinstance(part, Paragraph) and part.text), None)
    words = f"{label}: {reader.text(first.text)}" if first and first.text else article_title(reader, law, article)
    return words if len(words) <= _DESCRIPTION else f"{words[:_DESCRIPTION].rpartition(' ')[0]} …"


def printed(reader: Reader, number: str) -> str:
    """A number as this version prints it: `24а`, `24a`."""
    return number_in_address(number) if reader.version.citation_style == "en" else reader.plain(number)


def wording_line(reader: Reader, wording: Wording) -> str:
    """“Wording as of 21 February 2026” in words that say what the date is."""
    return reader.ui(f"wording_{wording.basis}", date=long_date(reader, wording.as_of))


def long_date(reader: Reader, day: date) -> str:
    """21. фебруар 2026. / 21 February 2026, in the case that „од”, “of” need."""
    month = reader.ui(f"month_{day.month}")
    return reader.ui("long_date", day=day.day, month=month, year=day.year)


def number(reader: Reader, value: float) -> str:
    """A number as the version's language writes it: 1.234,5 or 1,234.5."""
    marks = str.maketrans({",": reader.words["thousands_mark"], ".": reader.words["decimal_mark"]})
    return (f"{value:,}" if isinstance(value, int) else f"{value:,.10g}").translate(marks)
