"""The word forms of the glossary, ready to be found in a law's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legal_site.model.registers import Term


@dataclass(frozen=True)
class Forms:
    """The word forms of all terms in one language."""

    pattern: re.Pattern[str]
    terms: dict[str, Term]
    """From a form, as it may stand in a text, to its term."""


def forms_of(glossary: Iterable[Term], locale: str) -> Forms | None:
    """The forms in one language, the longest first; None if the glossary has none.

    A form in small letters may begin a sentence; one with a capital is matched only as it is written.
    """
    terms: dict[str, Term] = {}
    for term in glossary:
        for form in term.match.get(locale, ()):
            terms.setdefault(form, term)
            terms.setdefault(form[0].upper() + form[1:], term)
    if not terms:
        return None
    alternatives = "|".join(re.escape(form) for form in sorted(terms, key=len, reverse=True))
    return Forms(re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)"), terms)
