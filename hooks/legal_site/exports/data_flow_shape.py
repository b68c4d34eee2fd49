"""The shape of a guide in the data exports. The descriptions are published in the JSON Schemas."""

from __future__ import annotations

from datetime import date
from typing import Literal

from legal_site.exports.data_file import DataFile
from legal_site.exports.data_text import ProvisionLink, Shape, Texts


class AnswerShape(Shape):
    """One answer and where it leads."""

    id: str
    """Its own within the question. “I don't know” is always `unknown`."""
    text: Texts
    next: str
    """The id of the question or outcome that follows."""
    letter: Texts | None = None
    """What the answer says as a fact in a letter, in the first person."""


class QuestionShape(Shape):
    """A question."""

    id: str
    address: str
    question: Texts
    hint: Texts | None = None
    matters: list[ProvisionLink]
    """The provisions that make the question matter."""
    concerns: list[ProvisionLink]
    """The provisions under whose words “does this concern me?” leads here."""
    answers: list[AnswerShape]


class OutcomeShape(Shape):
    """Where a path ends. It points to provisions; it never says that somebody is guilty."""

    id: str
    address: str
    kind: Literal["likely", "unclear", "other"]
    """The provisions seem to apply; it cannot be told; or it is a matter of other provisions."""
    own_act: bool
    """Whether the act is the reader's own: the `authorities` are then not to be shown as ones to turn to."""
    title: Texts
    text: Texts
    provisions: list[ProvisionLink]
    """What is relied on, the most important first."""
    prosecution: Texts
    authorities: list[str]
    """Ids of the guide's `authorities`."""
    steps: list[str]
    """Ids of the guide's `advice.steps`, in order; the next three in the same way."""
    evidence: list[str]
    risks: list[str]
    help: list[str]
    deadlines: list[str]
    """Ids of the guide's `deadlines`."""
    letters: list[str]
    """Ids of the guide's `letters`."""
    statements: list[str]
    """The addresses of paragraphs of statements that speak of it."""
    reviewed_on: date


class AdviceShape(Shape):
    """One piece of advice that several outcomes may share."""

    id: str
    text: Texts


class AdviceLists(Shape):
    """The advice of a guide, by the part of an outcome that it belongs to."""

    steps: list[AdviceShape]
    evidence: list[AdviceShape]
    risks: list[AdviceShape]
    help: list[AdviceShape]


class AuthorityShape(Shape):
    """A competent body. How it is reached stands on its page."""

    id: str
    address: str
    name: Texts
    can: list[Texts]
    cannot: list[Texts]


class OccasionShape(Shape):
    """A day from which a time limit runs."""

    id: str
    since: Texts
    """How a rule names the day."""
    question: Texts


class DeadlineShape(Shape):
    """One time limit: so many days, months or years, from the last of its occasions on."""

    id: str
    kind: Literal["act-by", "answer-by", "wait-until"]
    """The reader must act by then; the other side must answer by then; or only after it may
    the reader act, or is something so."""
    name: Texts
    days: int | None = None
    months: int | None = None
    years: int | None = None
    starts: list[str]
    """Ids of the guide's `occasions`. All must have come about."""
    counts_first_day: bool
    """Whether the day of the occasion is counted, so that a year ends on the eve of its anniversary."""
    weekend_extends: bool
    """Whether a last day on a Saturday or Sunday moves the end to the next working day."""
    provisions: list[ProvisionLink]
    derived: bool
    """Whether we conclude the limit from several provisions."""
    note: Texts | None = None


class LetterFieldShape(Shape):
    """Something that the writer fills in."""

    id: str
    label: Texts
    hint: Texts | None = None
    kind: Literal["line", "lines", "day", "facts"]
    """`facts` is filled from the answers' `letter`."""


class LetterPartShape(Shape):
    """One paragraph of a letter."""

    place: Literal["address", "title", "paragraph", "item", "signature"]
    text: Texts
    """`{name}` stands for a field."""


class LetterShape(Shape):
    """The template of a letter."""

    id: str
    address: str
    title: Texts
    purpose: Texts
    provisions: list[ProvisionLink]
    fields: list[LetterFieldShape]
    parts: list[LetterPartShape]
    reviewed_on: date


class FlowShape(Shape):
    """A guide: questions with answers that lead on, and outcomes. All its words are the publisher's."""

    id: str
    address: str
    title: Texts
    audience: Texts
    description: Texts
    start: str
    """The id of the first question."""
    questions: list[QuestionShape]
    outcomes: list[OutcomeShape]
    advice: AdviceLists
    authorities: list[AuthorityShape]
    occasions: list[OccasionShape]
    deadlines: list[DeadlineShape]
    letters: list[LetterShape]


class FlowFile(DataFile):
    """One guide."""

    disclaimer: Texts
    """To be shown with the guide wherever it is shown."""
    flow: FlowShape
