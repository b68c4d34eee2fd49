"""How long a text may go without being compared again before its readers are told."""

from __future__ import annotations

from datetime import date

from legal_site.deadline import after_months

MONTHS = 12
"""Calendar months. The notice stands from the day on which they are over."""


def is_overdue(checked_on: date, day: date) -> bool:
    """Whether, on a day, the last check is twelve months old or older; of 29 February it is on 28 February."""
    return day >= after_months(checked_on, MONTHS)
