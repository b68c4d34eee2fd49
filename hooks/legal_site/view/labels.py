"""What articles, wordings and dates are called in a version: the words that pages, exports and pictures share."""

from __future__ import annotations

from datetime import date

from legal_site.content import Law
from legal_site.model.law import Article, Paragraph, Wording
from legal_site.permalink import number_in_address
from legal_site.relations import paragraph_of
from legal_site.view.excerpt import Said, excerpt
from legal_site.view.reader import Reader
from legal_site.view.sentences import joined

_DESCRIPTION = 160
"""Letters that a search engine shows of a description."""


def article_label(reader: Reader, article: Article) -> str:
    """„Члан 146” as a heading's first line."""
    return reader.ui("article_number", number=printed(reader, article.number))


def article_heading(reader: Reader, article: Article) -> str:
    """„Члан 146. Неовлашћено прикупљање личних података”: number and heading, the number alone if there is none."""
    label = article_label(reader, article)
    return f"{label}. {reader.text(article.heading)}" if article.heading else label


def article_title(reader: Reader, law: Law, article: Article) -> str:
    """The page's title: number, heading, law."""
    return f"{article_heading(reader, article)} – {reader.text(law.info.title)}"


def article_description(reader: Reader, law: Law, article: Article) -> str:
    """What search engines and previews show of the page: the number, the heading and which paragraphs are there.

    A link to any paragraph has this page's description: the words of one would stand for those of another. Only an
    article that is one paragraph is described by its words.
    """
    place = reader.text(law.info.abbreviation)
    if not reader.reads_original:
        place = f"{place}, {reader.text(reader.content.site.jurisdiction)}"
    label = f"{article_label(reader, article)} ({place})"
    if words := _only_words(reader, law, article, _DESCRIPTION - len(label) - 2):
        return f"{label}: {words}"
    parts = [label, reader.text(article.heading)] if article.heading else [label]
    if numbers := _published(reader, article):
        parts.append(reader.ui("paragraphs_here", numbers=numbers))
    return joined(*parts)


def _only_words(reader: Reader, law: Law, article: Article, longest: int) -> str | None:
    """The words of an article that is one paragraph without items, as far as they fit."""
    if len(article.paragraphs) != 1:
        return None
    (part,) = article.paragraphs
    if not isinstance(part, Paragraph) or not part.text or part.items:
        return None
    slips = reader.slips_at(article, paragraph_of(law.id, article, part))
    texts = (("text", part.text), ("penalty", part.penalty), ("closing", part.closing))
    return excerpt([Said(kind, reader.text(text), slips) for kind, text in texts if text], longest)


def _published(reader: Reader, article: Article) -> str:
    """The numbers of the published paragraphs: `1–3, 5`."""
    runs: list[list[str]] = [[]]
    for part in article.paragraphs:
        if isinstance(part, Paragraph):
            runs[-1].append(printed(reader, part.number))
        else:
            runs.append([])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs if run)


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
