"""A statement as data, paragraph by paragraph, in every version."""

from __future__ import annotations

from datetime import date

from legal_site import permalink
from legal_site.exports.data_file import DataFile
from legal_site.exports.data_text import NoteShape, Provenances, ProvisionLink, Shape, Texts, kinds
from legal_site.exports.every_version import EveryVersion
from legal_site.model.statement import Statement, StatementNote, StatementParagraph


class StatementNoteShape(Shape):
    """An editor's note on certain words of a paragraph. It is no part of the statement."""

    id: str
    words: dict[str, str]
    """The words meant, by locale. A locale is missing where the note is not about its words."""
    slip: dict[str, str]
    """A short line, by locale, where the words are a slip that misleads: to be shown wherever the paragraph is. A
    locale is missing where its words do not mislead."""
    text: Texts


class StatementParagraphShape(Shape):
    """One paragraph of the statement, as it stands in the source."""

    id: str
    """`2016-04-12/s3`."""
    number: str
    address: str
    text: Texts
    quotes: ProvisionLink | None = None
    """The provision that the paragraph quotes."""
    notes: list[StatementNoteShape]


class StatementShape(Shape):
    """A public statement."""

    id: str
    date: date
    date_note: Texts | None = None
    """What is uncertain about the date. Left out: it is certain."""
    title: Texts
    author: Texts
    occasion: Texts
    address: str
    provenance: Provenances
    """Holds for the words of the paragraphs."""
    paragraphs: list[StatementParagraphShape]
    notes: list[NoteShape]
    still_valid: list[NoteShape]
    """What of it holds today and what does not, point by point."""


class StatementFile(DataFile):
    """One statement."""

    statement: StatementShape


def data_address(statement: Statement) -> str:
    """The address of the file about one statement."""
    return f"/data/statement/{statement.id}.json"


def statement_shape(every: EveryVersion, statement: Statement) -> StatementShape:
    """A statement with all that its page says of it, and its slips in short."""
    provenances = every.provenances(statement.provenance)

    def paragraph(part: StatementParagraph) -> StatementParagraphShape:
        anchor = permalink.statement_anchor(part.number)
        return StatementParagraphShape(
            id=f"{statement.id}/{anchor}",
            number=part.number,
            address=f"{permalink.statement(statement.id)}#{anchor}",
            text=every.texts(part.text, kinds(provenances)),
            quotes=every.provision(part.quotes) if part.quotes else None,
            notes=[_note(every, note) for note in part.notes],
        )

    return StatementShape(
        id=statement.id,
        date=statement.date,
        date_note=every.ours(statement.date_note) if statement.date_note else None,
        title=every.ours(statement.title),
        author=every.ours(statement.author),
        occasion=every.ours(statement.occasion),
        address=permalink.statement(statement.id),
        provenance=provenances,
        paragraphs=[paragraph(part) for part in statement.paragraphs],
        notes=[every.note(note) for note in statement.notes],
        still_valid=[every.note(note) for note in statement.still_valid],
    )


def _note(every: EveryVersion, note: StatementNote) -> StatementNoteShape:
    words, slip = (
        {
            locale: reader.plain(phrase[reader.written])
            for locale, reader in every.readers.items()
            if reader.written in phrase
        }
        for phrase in (note.words, note.slip)
    )
    return StatementNoteShape(id=note.id, words=words, slip=slip, text=every.rich(note.text))
