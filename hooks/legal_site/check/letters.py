"""Letters ask for what they use, and time limits run from an occasion that the reader is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Finding, OwnContext, OwnRule
from legal_site.load import Document, Loc
from legal_site.model.base import Text
from legal_site.model.flow import FIELD, Deadlines, Flow, Letter
from legal_site.problems import did_you_mean

_BRACED = re.compile(r"\{+[^{}]{0,200}\}+|\{+ ?[^{}\s]{0,200}|\}+")
"""Whatever has a brace, a field or a slip: `{Name}`, `{ name }`, `{{name}}`, `{name`."""


def fields(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A `{field}` that is mistyped or not asked for, one that is asked for in vain, or only in one language."""
    if not isinstance(model, Letter):
        return
    known = {field.id for field in model.fields}
    used: set[str] = set()
    for index, part in enumerate(model.parts):
        by_locale = {locale: set(FIELD.findall(text)) for locale, text in part.text.items()}
        used.update(*by_locale.values())
        for locale, text in part.text.items():
            for braced in _BRACED.findall(text):
                if not FIELD.fullmatch(braced):
                    message = (
                        f"has {braced.strip()}, which readers would find in their letter: a field stands with its id "
                        "in single braces, {name}"
                    )
                    yield Finding(("parts", index, "text", locale), message)
        for locale, names in by_locale.items():
            for name in sorted(names - known):
                message = f"takes in {{{name}}}, which is no field of the letter{did_you_mean(name, known)}"
                yield Finding(("parts", index, "text", locale), message)
        if len({frozenset(names) for names in by_locale.values()}) > 1:
            yield Finding(("parts", index, "text"), "takes in other fields in one language than in the other")
    for index, field in enumerate(model.fields):
        if field.id not in used:
            yield Finding(("fields", index, "id"), f"is {field.id!r}, which the letter does not use")


def unfilled(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Braces where nothing is filled in: a letter's title, what a field is called, what an answer says in a letter."""
    for loc, texts in _said_as_it_stands(model):
        for locale, text in texts.items():
            for braced in _BRACED.findall(text):
                message = f"has {braced.strip()}, which readers would see as typed: only parts of a letter take fields"
                yield Finding((*loc, locale), message)


def _said_as_it_stands(model: BaseModel | None) -> Iterator[tuple[Loc, Text]]:
    if isinstance(model, Letter):
        yield ("title",), model.title
        for index, field in enumerate(model.fields):
            yield ("fields", index, "label"), field.label
            if field.hint is not None:
                yield ("fields", index, "hint"), field.hint
    elif isinstance(model, Flow):
        for number, question in enumerate(model.questions):
            for index, answer in enumerate(question.answers):
                if answer.letter is not None:
                    yield ("questions", number, "answers", index, "letter"), answer.letter


def periods(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A time limit without exactly one period, or from an occasion that is not in the list."""
    if not isinstance(model, Deadlines):
        return
    occasions = {occasion.id for occasion in model.occasions}
    for index, deadline in enumerate(model.deadlines):
        given = [name for name in ("days", "months", "years") if getattr(deadline, name) is not None]
        if len(given) != 1:
            yield Finding(("deadlines", index), "has no period or more than one: expected one of days, months, years")
        for number, start in enumerate(deadline.starts):
            if start not in occasions:
                message = f"is {start!r}, which is no occasion{did_you_mean(start, occasions)}"
                yield Finding(("deadlines", index, "starts", number), message)


OWN_RULES: tuple[OwnRule, ...] = (fields, unfilled, periods)
