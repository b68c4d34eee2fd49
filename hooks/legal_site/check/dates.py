"""No date lies in the future, and the wordings of an article stand in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.load import Document
from legal_site.model.base import Provenance
from legal_site.model.law import Article, LawInfo
from legal_site.model.registers import Changes, Sources, Timeline

_DATED = ("as_of", "adopted_on", "verified_on", "consulted_on", "published_on", "reviewed_on", "ran_on", "date")
_IN_PART = ("date", "published_on")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def not_in_the_future(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A date after the day of the build."""
    today = context.today.isoformat()
    for loc, mapping in document.mappings:
        for name in _DATED:
            value = mapping.get(name)
            if not isinstance(value, str) or not _DATE.fullmatch(value) or not _in_calendar(value):
                continue  # that it is no date is told elsewhere
            if value > today[: len(value)]:
                yield Finding((*loc, name), f"is {value}, which lies after today ({today})")


def real_days(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A month or day that no calendar has, in a date that may be given in part."""
    if not isinstance(model, Timeline | Sources):
        return
    for loc, mapping in document.mappings:
        for name in _IN_PART:
            value = mapping.get(name)
            if isinstance(value, str) and _DATE.fullmatch(value) and not _in_calendar(value):
                yield Finding((*loc, name), f"is not a date: {value!r}")


def _in_calendar(value: str) -> bool:
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def order(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """Earlier wordings are older than the current one; lists that are told by date are in order."""
    if isinstance(model, Article):
        newer = model.wording.as_of
        for index, earlier in enumerate(model.earlier_wordings):
            if earlier.wording.as_of >= newer:
                message = f"is {earlier.wording.as_of}, expected a date before {newer}: newest first"
                yield Finding(("earlier_wordings", index, "wording", "as_of"), message)
            newer = earlier.wording.as_of
    if isinstance(model, Timeline):
        for index, (before, event) in enumerate(zip(model.events, model.events[1:], strict=False), 1):
            if event.date[: len(before.date)] < before.date[: len(event.date)]:
                yield Finding(("events", index, "date"), f"is {event.date}, before the entry above: oldest first")
    if isinstance(model, Changes):
        for index, (above, change) in enumerate(zip(model.changes, model.changes[1:], strict=False), 1):
            if change.date > above.date:
                yield Finding(("changes", index, "date"), f"is {change.date}, after the entry above: newest first")


def compared(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """A wording that was compared, as it says itself or its law says, before there was such a wording."""
    law = context.models.get(f"{key.rpartition('/articles/')[0]}/law")
    if not isinstance(model, Article) or not isinstance(law, LawInfo):
        return
    for locale, general in law.provenance.items():
        verified = model.provenance.get(locale, Provenance()).over(general).verified_on
        if verified and verified < model.wording.as_of:
            message = (
                f"is {model.wording.as_of}, and these words were compared on {verified}: compare them and say when "
                f"in provenance.{locale}.verified_on of the article"
            )
            yield Finding(("wording", "as_of"), message)
            return


OWN_RULES: tuple[OwnRule, ...] = (real_days, order)
RULES: tuple[Rule, ...] = (not_in_the_future, compared)
