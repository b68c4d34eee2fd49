"""A public statement, paragraph by paragraph, as it was published, with our notes beside it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from legal_site.model.base import (
    Day,
    Editorial,
    Identifier,
    LocalPhrase,
    Model,
    Note,
    Provenances,
    ProvisionAddress,
    Text,
    form,
)

StatementId = Annotated[str, form(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)*$", "a date such as 2016-04-12")]


class StatementNote(Model):
    """An editor's note on certain words of a paragraph; stands outside the quoted text."""

    id: Identifier
    words: LocalPhrase = Field(default_factory=dict)
    """The words meant, as they stand in the text of each locale. A locale may be missing."""
    slip: LocalPhrase = Field(default_factory=dict)
    """A short line in each locale in whose text the words are a slip that misleads: it goes with every copy without
    this note, and into the data file."""
    text: Editorial


class StatementParagraph(Model):
    """One paragraph of the statement, as it stands in the source."""

    number: Annotated[str, form(r"^[0-9]{1,4}$", "a number such as 3")]
    text: Text
    quotes: ProvisionAddress | None = None
    """The provision that the paragraph quotes."""
    notes: list[StatementNote] = Field(default_factory=list)


class Statement(Model):
    """`statement/<date>.yml`."""

    id: StatementId
    date: Day
    date_note: Text | None = None
    """What is uncertain about the date; stands beside it in every copy that is dated. None: it is certain."""
    title: Text
    author: Text
    occasion: Text
    provenance: Provenances
    paragraphs: list[StatementParagraph] = Field(min_length=1, max_length=200)
    notes: list[Note] = Field(default_factory=list)
    still_valid: list[Note] = Field(default_factory=list)
    """What of it holds today and what does not, point by point."""
