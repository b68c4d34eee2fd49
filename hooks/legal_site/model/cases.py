"""The lawyers' cases, by which a guide is tried: these answers, this outcome, these paragraphs."""

from __future__ import annotations

from pydantic import Field

from legal_site.model.base import Editorial, Identifier, Model, ProvisionAddress, Text


class Case(Model):
    """A lawyer's case: with these answers, this outcome and these paragraphs are expected."""

    id: Identifier
    title: Text
    answers: dict[Identifier, Identifier] = Field(min_length=1)
    """From question to answer, in the order in which they are asked."""
    outcome: Identifier
    provisions: list[ProvisionAddress] = Field(min_length=1)
    """All that the outcome relies on, in any order."""


class Elsewhere(Model):
    """A point of the research notes that is no matter of a guide, and why."""

    id: Identifier
    why: Editorial


class Cases(Model):
    """`cases/<flow>.yml`."""

    questions: dict[Identifier, list[ProvisionAddress]]
    """For each question the paragraphs that make it matter."""
    cases: list[Case] = Field(min_length=1)
    elsewhere: list[Elsewhere] = Field(default_factory=list)
