"""The results of the proof in the words of one version: what was measured, and what is not reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from legal_site.model.proof import Check, Proof, interface_key
from legal_site.view.labels import long_date, number
from legal_site.view.reader import Reader

TOPICS = ("everyone", "private", "speed", "unbreakable")
"""In the order of the page."""
YIELDING = ("lighthouse", "weight")
"""Checks of which a goal yields to something that serves readers more; the interface says to what."""
SHOWN = 5
"""How many findings of a check are shown."""


@dataclass(frozen=True)
class Row:
    """One check as it is shown."""

    id: str
    name: str
    result: str
    figures: list[str]
    """`pages: 2233`, `findings: 3 (at most 0)`."""
    short: list[str]
    """Those of them that do not reach their goal."""
    why: str | None
    """To what the goal of this check yields. None: nothing is said of it."""
    missing: str | None
    findings: list[str]
    more: int
    """How many further findings the file has."""
    passed: bool


def proof_view(reader: Reader) -> dict[str, Any]:
    """The page of the results."""
    proof = reader.content.proof
    topics = [(topic, [check_row(reader, c) for c in proof.checks if c.topic == topic]) for topic in TOPICS]
    rows = [row for _, of_topic in topics for row in of_topic]
    return {
        "proof": proof,
        "ran": ran(reader),
        "topics": [(topic, of_topic) for topic, of_topic in topics if of_topic],
        "speeds": list(_speeds(reader, proof)),
        "missed": [row for row in rows if not row.passed],
    }


def ran(reader: Reader) -> str | None:
    """When the proof ran, how long and where. None: it has not."""
    proof = reader.content.proof
    if proof.ran_on is None:
        return None
    said = reader.ui("proof_ran", date=long_date(reader, proof.ran_on), minutes=proof.minutes or 0)
    if machine := proof.machine:
        memory = reader.ui("proof_memory", number=machine.gigabytes) if machine.gigabytes else ""
        said += " " + reader.ui("proof_machine", system=machine.system, processors=machine.processors, memory=memory)
    return said


def check_row(reader: Reader, check: Check) -> Row:
    """A check with its figures held against their goals."""
    return Row(
        id=check.id,
        name=reader.ui(interface_key("check", check.id)),
        result=reader.ui(f"proof_result_{check.result.replace('-', '_')}"),
        figures=[_figure(reader, check, name) for name in check.figures],
        short=[_figure(reader, check, name) for name in check.figures if _is_short(check, name)],
        why=reader.ui(interface_key("why", check.id)) if check.id in YIELDING and check.result == "failed" else None,
        missing=check.missing,
        findings=check.findings[:SHOWN],
        more=len(check.findings[SHOWN:]),
        passed=check.result == "passed",
    )


def _is_short(check: Check, name: str) -> bool:
    value = check.figures[name]
    return value > check.at_most.get(name, value) or value < check.at_least.get(name, value)


def _figure(reader: Reader, check: Check, name: str) -> str:
    said = f"{reader.ui(interface_key('figure', name))}: {number(reader, check.figures[name])}"
    if not _is_short(check, name):
        return said
    goals = (("proof_at_most", check.at_most), ("proof_at_least", check.at_least))
    told = [reader.ui(key, number=number(reader, goal[name])) for key, goal in goals if name in goal]
    return f"{said} ({'; '.join(told)})"


def _speeds(reader: Reader, proof: Proof) -> Iterator[tuple[str, str, list[tuple[str, list[str]]]]]:
    """A table for each figure, with its id and name: a row for each kind of page, a cell for each version."""
    found = {(row.page, row.version): row for row in proof.speeds}
    pages = list(dict.fromkeys(row.page for row in proof.speeds))
    names = list(dict.fromkeys(name for row in proof.speeds for name in row.ours))
    for name in names:
        rows = []
        for page in pages:
            cells = []
            for version in reader.content.site.versions:
                row = found.get((page, version.locale))
                both = [figures[name] for figures in (row.ours, row.stock) if name in figures] if row else []
                cells.append(" / ".join(number(reader, value) for value in both) or "–")
            rows.append((reader.ui(interface_key("page", page)), cells))
        yield name, reader.ui(interface_key("figure", name)), rows


def tested(reader: Reader) -> str:
    """Markdown for the page on accessibility: what was tried for everyone, and with which result."""
    rows = _for_everyone(reader)
    if not rows:
        return reader.ui("proof_not_yet")
    lines = [f"- {row.name}: {row.result}{_in_brackets(row.figures)}" for row in rows]
    return "\n".join([str(ran(reader)), "", *lines])


def failing(reader: Reader) -> str:
    """Markdown for the same page: what is known to fail, and what could not be tried."""
    rows = _for_everyone(reader)
    if not rows:
        return reader.ui("proof_not_yet")
    lines = []
    for row in rows:
        if not row.passed:
            lines.append(f"- {row.name}: {row.result}")
            lines += [f"    - `{finding.replace('`', chr(39))}`" for finding in row.findings]
    return "\n".join(lines) or reader.ui("proof_all_reached")


def _for_everyone(reader: Reader) -> list[Row]:
    return [check_row(reader, check) for check in reader.content.proof.checks if check.topic == TOPICS[0]]


def _in_brackets(figures: list[str]) -> str:
    return f" ({'; '.join(figures)})" if figures else ""
