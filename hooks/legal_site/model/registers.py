"""The registers beside the law: sources, authorities, glossary, timeline, practice, changes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from legal_site.model.base import (
    Address,
    Day,
    Editorial,
    Identifier,
    LocalWords,
    Model,
    PartialDate,
    ProvisionAddress,
    Text,
    Words,
)

Certainty = Literal["several-sources", "one-source", "derived"]


class Source(Model):
    """Something that was read, and what it is worth."""

    id: Identifier
    title: Text
    address: Address | None = None
    kind: Literal["official", "prosecution", "court", "press", "organisation", "practitioner", "repository", "supplied"]
    published_on: PartialDate | None = None
    consulted_on: Day
    seen: Text | None = None
    """In what form it was read, if not at its own address: said in brackets wherever a text names it as its source."""
    note: Editorial | None = None


class Sources(Model):
    """`sources.yml`."""

    sources: list[Source]


class Contact(Model):
    """A verified way to reach an authority."""

    kind: Literal["address", "email", "phone", "web"]
    value: Text
    verified_on: Day
    certainty: Certainty


class Authority(Model):
    """A competent body: what it can do, what it cannot, and how it is reached."""

    id: Identifier
    name: Text
    can: list[Editorial] = Field(min_length=1)
    cannot: list[Editorial] = Field(default_factory=list)
    provisions: list[ProvisionAddress] = Field(default_factory=list)
    contacts: list[Contact] = Field(default_factory=list)
    unknown: list[Editorial] = Field(default_factory=list)
    """What could not be verified. Said as unknown, never printed as a contact."""


class Authorities(Model):
    """`authorities.yml`."""

    authorities: list[Authority]


class Term(Model):
    """A legal term, explained in plain words."""

    id: Identifier
    term: Text
    meaning: Editorial
    provisions: list[ProvisionAddress] = Field(default_factory=list)
    match: LocalWords = Field(default_factory=dict)
    """The word forms that are explained where they stand in the law, per locale."""


class Glossary(Model):
    """`glossary.yml`."""

    terms: list[Term]


class Event(Model):
    """One dated fact."""

    id: Identifier
    date: PartialDate
    title: Text
    text: Editorial | None = None
    sources: list[Identifier] = Field(min_length=1)
    certainty: Certainty

    @property
    def year(self) -> str:
        return self.date[:4]


class Timeline(Model):
    """`timeline.yml`."""

    events: list[Event]


class Bar(Model):
    """One bar of a chart and one row of its table."""

    id: Identifier
    label: Text
    value: Annotated[int, Field(ge=0, le=10**12)]


class Chart(Model):
    """Figures of one kind and one period that may be compared with each other."""

    id: Identifier
    title: Text
    unit: Text
    bars: list[Bar] = Field(min_length=1)


class Fact(Model):
    """A statement about practice that is no chart."""

    id: Identifier
    text: Editorial


class Study(Model):
    """The figures of one source for one period. Never added to those of another."""

    id: Identifier
    title: Text
    period: Text
    sources: list[Identifier] = Field(min_length=1)
    certainty: Certainty
    charts: list[Chart] = Field(default_factory=list)
    facts: list[Fact] = Field(default_factory=list)


class Practice(Model):
    """`practice.yml`."""

    studies: list[Study]
    cautions: list[Fact] = Field(default_factory=list)


class Change(Model):
    """One dated change of the content."""

    id: Identifier
    date: Day
    about: list[Words] = Field(min_length=1)
    """What changed: `kz/146`, `statement/2016-04-12`, or a page's address such as `/glossary/`."""
    text: Editorial


class Changes(Model):
    """`changes.yml`, newest first."""

    changes: list[Change]
