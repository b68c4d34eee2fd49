"""What every content model shares: strict frozen values, texts by locale, provenance and notes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A lasting id: kebab-case ASCII, never renumbered, never used again for something else."""

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Text = Annotated[dict[str, Words], Field(json_schema_extra={"x-text": True})]
"""The same text in each language that is written by hand, keyed by locale (`sr`, `en`)."""

Address = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)\S+$")]

ProvisionAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+/[0-9]+[a-z]*(/p[0-9]+[a-z]*(-i[0-9]+[a-z]*(-[a-z]+)?)?)?$")
]
"""A provision without its site prefix: `kz/146`, `kz/146/p3`, `kz/112/p3-i2`, `zzpl/4/p1-i26-a`."""

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A date as precise as it is known: `2016-04-12`, `2018-03` or `2018`."""


class Model(BaseModel):
    """A value read from a content file: frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Model):
    """Where a text comes from. What an article leaves out is taken from its law, what a paragraph
    leaves out from its article."""

    kind: Literal["official", "translation", "editorial"] | None = None
    """What the text is. A version made by program from another is a transliteration by itself."""
    sources: list[Identifier] | None = None
    """Ids from `sources.yml`."""
    independent_sources: int | None = None
    """In how many sources that do not copy each other the same words were seen."""
    verified_on: date | None = None
    """When the text was last compared with its source."""
    verified_by: Text | None = None
    """Who compared it, if a person has. None: nobody has put a name to it yet."""
    note: Text | None = None

    def over(self, base: Provenance | None) -> Provenance:
        """This provenance, its gaps filled from `base`."""
        if base is None:
            return self
        given = {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
        return base.model_copy(update=given)


class Note(Model):
    """An editor's note: ours, never part of the text it stands beside."""

    id: Identifier
    kind: Literal["derived", "doubt", "gap", "context", "correction"] = "context"
    about: str | None = None
    """The anchor of the paragraph it belongs to (`p3`). None: the whole article."""
    text: Text


class Sic(Model):
    """A slip of the official text that is kept as it stands and named outside the quoted words."""

    about: str
    """The anchor of the paragraph or item (`p2`, `p3-i5`)."""
    words: Words
    """The words as they stand in the source language."""
    text: Text
