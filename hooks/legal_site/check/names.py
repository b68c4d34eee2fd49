"""Words that are looked for in texts stand for one thing: what a law is called, and the forms of a term."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.load import Document
from legal_site.model.law import LawInfo
from legal_site.model.registers import Glossary


def law_names(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A name under which the words of laws refer to two of them: one of the links would lead to the wrong law."""
    if not isinstance(model, LawInfo):
        return
    others = {other: each for other, each in context.models.items() if isinstance(each, LawInfo) and other < key}
    for locale, names in model.referred_as.items():
        for index, name in enumerate(names):
            for other, each in sorted(others.items()):
                if name in each.referred_as.get(locale, ()):
                    message = f"is {name!r}, which is in {other}.yml too: keep it with the law that is meant"
                    yield Finding(("referred_as", locale, index), message)


def term_forms(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A form of two terms: a text with it would show the definition of the first alone."""
    if not isinstance(model, Glossary):
        return
    seen: dict[tuple[str, str], str] = {}
    for index, term in enumerate(model.terms):
        for locale, forms in term.match.items():
            for number, form in enumerate(forms):
                first = seen.setdefault((locale, form), term.id)
                if first != term.id:
                    message = f"is {form!r}, which is a form of the term {first!r} too: keep one"
                    yield Finding(("terms", index, "match", locale, number), message)


OWN_RULES: tuple[OwnRule, ...] = (term_forms,)
RULES: tuple[Rule, ...] = (law_names,)
