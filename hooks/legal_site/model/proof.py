"""`proof.yml`: what the last whole run of the proof measured. Written by `make proof`, shown on one page."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from legal_site.model.base import Identifier, Model, Words
from legal_site.model.site import Locale

Topic = Literal["everyone", "private", "speed", "unbreakable"]
Figures = dict[Identifier, float]
"""By the id of what was counted or measured; `interface.yml` has its name: `proof_figure_<id>`."""


def interface_key(kind: str, identifier: str) -> str:
    """The interface's text that names a check, a figure or a page: `proof_check_axe_light`."""
    return f"proof_{kind}_{identifier.replace('-', '_')}"


class Machine(Model):
    """The kind of machine that ran the proof."""

    system: Words
    processors: int
    gigabytes: int | None = None
    """Its memory. None: the system does not tell."""


class Tool(Model):
    """A program that did the work."""

    name: Words
    version: Words


class Check(Model):
    """One step of the proof and its result."""

    id: Identifier
    topic: Topic
    """Under which heading of the page it stands."""
    result: Literal["passed", "failed", "not-run"]
    figures: Figures = Field(default_factory=dict)
    at_most: Figures = Field(default_factory=dict)
    """The goals of the figures that should be low."""
    at_least: Figures = Field(default_factory=dict)
    """The goals of the figures that should be high."""
    missing: Words | None = None
    """Why it could not run, in English. None: it ran."""
    findings: list[Words] = Field(default_factory=list)
    """What is wrong and where, as the tools say it; the first twenty."""


class Speed(Model):
    """What Lighthouse says of one kind of page in one version, beside the same page made by stock tools."""

    page: Identifier
    version: Locale
    ours: Figures
    stock: Figures = Field(default_factory=dict)


class Proof(Model):
    """`proof.yml`. Without the file nothing has been run yet."""

    ran_on: date | None = None
    minutes: int | None = None
    machine: Machine | None = None
    tools: list[Tool] = Field(default_factory=list)
    checks: list[Check] = Field(default_factory=list)
    speeds: list[Speed] = Field(default_factory=list)
