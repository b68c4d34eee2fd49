"""The shapes of texts in the data exports: plain words in every version, each with what it is and where it is from.

The descriptions are published in the JSON Schemas.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["official", "translation", "transliteration", "editorial"]


class Shape(BaseModel):
    """A value of an export. Not closed to further fields: readers are asked to pass over what they do not know."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class TextInVersion(Shape):
    """The words of a text in one version, and what they are."""

    text: str
    """Plain text, exactly as the page of that version shows it."""
    kind: Kind
    """`official`: the law's own words. `translation`: unofficial. `transliteration`: made by a program from the
    version that `versions` names in `made_from`. `editorial`: the publisher's own words."""


IN_EVERY_VERSION = Field(json_schema_extra={"x-versions": True})
Texts = Annotated[dict[str, TextInVersion], IN_EVERY_VERSION]
"""By locale."""
Names = Annotated[dict[str, str], IN_EVERY_VERSION]
"""Citations and other names, by locale."""


class ProvisionLink(Shape):
    """A provision that is referred to."""

    id: str
    """`kz/146/p3`."""
    citation: Names
    address: str | None = None
    """Its address on the site. Left out for a provision that the site does not publish."""


class SourceLink(Shape):
    """An entry of the register of sources."""

    id: str
    title: str
    address: str
    """The entry on the site."""
    original: str | None = None
    """Where the source itself is, if that is known."""
    seen: str | None = None
    """In what form it was read, if not at its own address."""


class ProvenanceInVersion(Shape):
    """Where a text in one version comes from and when it was last compared with its source."""

    kind: Kind
    in_short: str | None = None
    """What the text is in one line, where `kind` says too little: to be shown wherever its words are."""
    sources: list[SourceLink]
    independent_sources: int | None = None
    """In how many sources that do not copy each other the same words were seen."""
    verified_on: date
    verified_by: str | None = None
    """Who compared it. Left out while nobody answers for it by name."""
    note: str | None = None


Provenances = Annotated[dict[str, ProvenanceInVersion], IN_EVERY_VERSION]


class NoteShape(Shape):
    """An editor's note. It stands beside the text and is no part of it."""

    id: str
    kind: str
    """`derived`, `doubt`, `gap`, `context` or `correction`; the page on the method says what they mean."""
    about: str | None = None
    """The anchor of the paragraph it belongs to. Left out: the whole."""
    text: Texts


def kinds(provenances: Mapping[str, ProvenanceInVersion]) -> dict[str, Kind]:
    """What a text is, by locale."""
    return {locale: provenance.kind for locale, provenance in provenances.items()}
