"""Computes the end of a time limit from its rule. `deadlines.js` does the same in the reader's browser;
both are tested with the same cases."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from legal_site.model.flow import Deadline

_SATURDAY = 5


@dataclass(frozen=True)
class End:
    """When a time limit ends."""

    day: date
    """Its last day; where two ways of counting differ, the earlier."""
    extended: date | None
    """The Monday to which the limit moves where the law lets a weekend extend it. Holidays are not known here."""


def end(rule: Deadline, days: Mapping[str, date]) -> End | None:
    """The end of a limit for the days on which its occasions came about.

    None while one of the occasions is not given. A period in months or years ends on the day with the
    number of its first day, in a shorter month on the last (Criminal Procedure Code, Article 224(4)).
    """
    given = [days[start] for start in rule.starts if start in days]
    if len(given) < len(rule.starts):
        return None
    first = max(given)
    if rule.days is not None:
        last = first + timedelta(days=rule.days)
    else:
        last = after_months(first, rule.months if rule.months is not None else 12 * (rule.years or 0))
    if rule.counts_first_day:
        last -= timedelta(days=1)
    over = last.weekday() - _SATURDAY
    extended = last + timedelta(days=2 - over) if rule.weekend_extends and over >= 0 else None
    return End(last, extended)


def after_months(day: date, months: int) -> date:
    """The day so many calendar months later: with the same number, in a shorter month the last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
