"""A public statement, paragraph by paragraph, as it was published, with our notes beside it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from legal_site.model.base import Identifier, Model, Note, Provenance, ProvisionAddress, Text, Words

StatementId = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)*$")]


class StatementNote(Model):
    """An editor's note on certain words of a paragraph; stands outside the quoted text."""

    id: Identifier
    words: dict[str, Words] = Field(default_factory=dict)
    """The words meant, as they stand in the text of each locale. A locale may be missing."""
    text: Text


class StatementParagraph(Model):
    """One paragraph of the statement, as it stands in the source."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]+$")]
    text: Text
    quotes: ProvisionAddress | None = None
    """The provision that the paragraph quotes."""
    notes: list[StatementNote] = Field(default_factory=list)


class Statement(Model):
    """`statement/<date>.yml`."""

    id: StatementId
    date: date
    date_note: Text | None = None
    """What is uncertain about the date. None: it is certain."""
    title: Text
    author: Text
    occasion: Text
    provenance: dict[str, Provenance]
    paragraphs: list[StatementParagraph] = Field(min_length=1)
    notes: list[Note] = Field(default_factory=list)
    still_valid: list[Note] = Field(default_factory=list)
    """What of it holds today and what does not, point by point."""
