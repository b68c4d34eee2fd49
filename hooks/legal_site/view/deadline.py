"""The view of a time limit."""

from __future__ import annotations

from dataclasses import dataclass

from legal_site.model.flow import Deadline
from legal_site.view.letter import cited
from legal_site.view.reader import Reader


@dataclass(frozen=True)
class DeadlineView:
    """A time limit: its rule in words, and as values for the script."""

    rule: Deadline
    words: str
    citations: list[tuple[str, str]]


def deadline_view(reader: Reader, rule: Deadline) -> DeadlineView:
    """The rule as a page says it: “three months from the day you learned of …”."""
    unit = next(unit for unit in ("days", "months", "years") if getattr(rule, unit) is not None)
    period = _counted(reader, unit, getattr(rule, unit))
    since = {occasion.id: occasion.since for occasion in reader.content.deadlines.occasions}
    joint = f" {reader.ui('and_from')} "
    words = f"{period} {joint.join(reader.text(since[start]) for start in rule.starts)}"
    if len(rule.starts) > 1:
        words += f" {reader.ui('deadline_later')}"
    return DeadlineView(rule, words, cited(reader, rule.provisions))


def _counted(reader: Reader, unit: str, number: int) -> str:
    """„3 месеца” / “3 months”: the form that the number asks for (Unicode CLDR, plural rules of sr and en)."""
    if reader.version.citation_style == "sr":
        few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
        form = "one" if number % 10 == 1 and number % 100 != 11 else "few" if few else "many"
    else:
        form = "one" if number == 1 else "many"
    return reader.ui(f"{unit}_{form}", number=number)
