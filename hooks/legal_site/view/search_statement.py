"""A statement and its paragraphs, as a search finds them."""

from __future__ import annotations

from functools import partial

from legal_site import permalink
from legal_site.model.statement import Statement
from legal_site.view.labels import long_date
from legal_site.view.reader import Reader
from legal_site.view.search_entry import Entry, Group


def statement_group(reader: Reader, statement: Statement) -> Group:
    """The statement by its name, its author and its date, then each paragraph by its number."""
    title = reader.text(statement.title)
    paragraphs = []
    for part in statement.paragraphs:
        name = reader.ui("statement_paragraph", number=part.number)
        anchor = permalink.statement_anchor(part.number)
        paragraphs.append(Entry(anchor, "statement", name, partial(reader.text, part.text), name, title))
    return Group(permalink.statement(statement.id), title, [_whole(reader, statement, title), *paragraphs])


def _whole(reader: Reader, statement: Statement, title: str) -> Entry:
    day = long_date(reader, statement.date)
    text = " – ".join([reader.text(statement.author), day, reader.text(statement.occasion)])
    # The day weighs more than one that is merely mentioned, and is typed in numbers too: 12. 4. 2016, 2016-04-12.
    around = f"{reader.ui('search_kind_statement')} {day} {statement.date.isoformat()} {statement.date.month}"
    return Entry("", "page", title, lambda: text, title, around)
