"""The guides: questions with answers that lead on, and outcomes that say what seems to apply and what to do."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from legal_site.model.base import Day, Editorial, Identifier, Model, ProvisionAddress, Text, form

StatementAddress = Annotated[
    str,
    form(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)*/s[0-9]+$",
        "a statement's paragraph such as 2016-04-12/s3",
    ),
]
"""A paragraph of a statement: `2016-04-12/s3`."""

UNKNOWN = "unknown"
"""The id that “I don't know” has on every question."""


class Answer(Model):
    """One answer to a question."""

    id: Identifier
    """Lasting and its own within the question. “I don't know” is always `unknown`."""
    text: Text
    next: Identifier
    """The question or outcome that follows."""
    letter: Text | None = None
    """What the answer says as a fact in a letter, in the first person. None: it says nothing there."""


class Question(Model):
    """A question that a person can answer at a kitchen table."""

    id: Identifier
    question: Text
    hint: Editorial | None = None
    """Explains the term that decides the answer."""
    matters: list[ProvisionAddress] = Field(default_factory=list)
    """The paragraphs that make the question matter; their words can be read in place."""
    concerns: list[ProvisionAddress] = Field(default_factory=list)
    """The paragraphs under whose words “does this concern me?” leads here."""
    answers: list[Answer] = Field(min_length=2)


class Outcome(Model):
    """Where a path ends: what it points to, on what grounds, and what can be done."""

    id: Identifier
    kind: Literal["likely", "unclear", "other"]
    """The provisions seem to apply; it cannot be told; or it is a matter of other provisions."""
    own_act: bool = False
    """Whether the act is the reader's own: the bodies named are then none to turn to unadvised."""
    title: Text
    text: Editorial
    """What seems to apply. Never that somebody is guilty, never that it *is* one paragraph."""
    provisions: list[ProvisionAddress] = Field(min_length=1)
    """The paragraphs relied on, the most important first."""
    prosecution: Editorial
    """Who prosecutes."""
    authorities: list[Identifier] = Field(min_length=1)
    """Ids from `authorities.yml`: what each can and cannot do is shown from there."""
    steps: list[Identifier] = Field(min_length=1)
    """Ids from `advice.yml`: what to do, in order."""
    evidence: list[Identifier] = Field(default_factory=list)
    """Ids from `advice.yml`: what to keep, and how not to break the law in keeping it."""
    risks: list[Identifier] = Field(min_length=1)
    """Ids from `advice.yml`: costs and dangers."""
    help: list[Identifier] = Field(min_length=1)
    """Ids from `advice.yml`: where free legal help can be sought, as far as that is known."""
    deadlines: list[Identifier] = Field(default_factory=list)
    """Ids from `deadlines.yml`."""
    letters: list[Identifier] = Field(default_factory=list)
    """Ids of the files in `letters/`."""
    statement: list[StatementAddress] = Field(default_factory=list)
    """What a published statement says of it."""
    reviewed_on: Day


class Flow(Model):
    """`flows/<flow>.yml`. The file's name is the guide's id."""

    order: int
    """Where the guide stands in lists."""
    title: Text
    audience: Text
    """Whom it is for, in one line, in that person's own words."""
    description: Text
    start: Identifier
    questions: list[Question] = Field(min_length=1, max_length=200)
    outcomes: list[Outcome] = Field(min_length=1, max_length=200)


class Advice(Model):
    """One piece of advice that several outcomes may share."""

    id: Identifier
    text: Editorial


class AdviceList(Model):
    """`advice.yml`."""

    steps: list[Advice] = Field(default_factory=list)
    evidence: list[Advice] = Field(default_factory=list)
    risks: list[Advice] = Field(default_factory=list)
    help: list[Advice] = Field(default_factory=list)


class Occasion(Model):
    """A day from which a time limit runs, and how the reader is asked for it."""

    id: Identifier
    since: Text
    """How a rule names the day: „од дана кад …” / “from the day …”."""
    question: Text


class Deadline(Model):
    """One time limit as a rule: so long, from then on."""

    id: Identifier
    kind: Literal["act-by", "answer-by", "wait-until"]
    """The reader must act by then; the other side must answer by then; or only after it is something so,
    such as that the reader may act."""
    name: Text
    days: Annotated[int, Field(ge=1, le=36_500)] | None = None
    months: Annotated[int, Field(ge=1, le=1_200)] | None = None
    years: Annotated[int, Field(ge=1, le=100)] | None = None
    starts: list[Identifier] = Field(min_length=1)
    """Occasions. The period runs from the last of them: all must have come about."""
    counts_first_day: bool
    """Whether the day of the occasion is counted, so that a year ends on the eve of its anniversary."""
    weekend_extends: bool
    """Whether a last day on a Saturday or Sunday moves the end to the next working day."""
    provisions: list[ProvisionAddress] = Field(min_length=1)
    derived: bool
    """Whether we conclude the limit from several provisions, or the words say it as it is."""
    note: Editorial | None = None


class Deadlines(Model):
    """`deadlines.yml`."""

    occasions: list[Occasion] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)


class LetterField(Model):
    """Something that the reader types. It is nowhere kept."""

    id: Identifier
    label: Text
    hint: Text | None = None
    kind: Literal["line", "lines", "day", "facts"] = "line"
    """`facts` is filled from the answers and can be edited; `lines` is a longer text; `day` a date."""


FIELD = re.compile(r"\{([a-z0-9-]+)\}")
"""Where a letter's text takes in a field: `{name}`."""


class LetterPart(Model):
    """One paragraph of a letter; `{name}` stands for a field."""

    text: Text
    place: Literal["address", "title", "paragraph", "item", "signature"] = "paragraph"


class Letter(Model):
    """`letters/<letter>.yml`."""

    order: int
    title: Text
    purpose: Editorial
    """What the letter does, what it does not do, and by when."""
    provisions: list[ProvisionAddress] = Field(min_length=1)
    fields: list[LetterField] = Field(min_length=1)
    parts: list[LetterPart] = Field(min_length=1)
    reviewed_on: Day
