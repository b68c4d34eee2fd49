"""The results of a whole run as the small file that the site's page shows."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from proof.outcome import LISTED, Outcome
from proof.step import Step

FIRST_LINE = "# yaml-language-server: $schema=schemas/proof.schema.json\n"
_HARMLESS = str.maketrans("<>[]{}!&\\`", "‹›()()ǃ+/'")
_SCHEME = re.compile(r"(script|data)\s*:")
LENGTH = 300
"""How much is kept of one finding."""
REMARK = "# Written by `make proof` from the results of its run; do not edit by hand.\n"


def write(path: Path, day: date, minutes: int, rows: list[tuple[Step, Outcome]]) -> None:
    """Writes the file: when, how long and where, each step with its outcome, the tools."""
    tools = {name: version for _, outcome in rows for name, version in outcome.tools.items()}
    speeds = [row for _, outcome in rows for row in outcome.speeds]
    value = {
        "ran_on": day,
        "minutes": minutes,
        "machine": machine(),
        "tools": [{"name": name, "version": version} for name, version in sorted(tools.items())],
        "checks": [check(step, outcome) for step, outcome in rows],
        "speeds": [
            {name: Flow(value) if isinstance(value, dict) else value for name, value in row.items()} for row in speeds
        ],
    }
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=115)
    path.write_text(FIRST_LINE + REMARK + text, "utf-8", newline="\n")


def check(step: Step, outcome: Outcome) -> dict[str, Any]:
    """One row of the page."""
    row: dict[str, Any] = {"id": step.name, "topic": step.topic, "result": outcome.result}
    for name in ("figures", "at_most", "at_least"):
        if values := getattr(outcome, name):
            row[name] = Flow({key: number(value) for key, value in values.items()})
    if outcome.missing:
        row["missing"] = outcome.missing
    if outcome.findings:
        row["findings"] = [plain(finding) for finding in outcome.findings[:LISTED]]
    return row


def plain(finding: str) -> str:
    """A line that tools have said, as content may have it: nothing in it is markup, an address or unseen."""
    shown = "".join(letter if letter.isprintable() else " " for letter in finding).translate(_HARMLESS)
    return " ".join(_SCHEME.sub(r"\1", shown).split())[:LENGTH]


def machine() -> dict[str, Any]:
    """What kind of machine this is; not which."""
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = f"{platform.system()} {platform.release()}"
    found: dict[str, Any] = {"system": f"{system}, {platform.machine()}", "processors": os.cpu_count() or 1}
    if hasattr(os, "sysconf"):
        found["gigabytes"] = round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 10**9)
    return found


def number(value: float) -> float:
    """A whole number without its `.0`."""
    return int(value) if float(value).is_integer() else value


class Flow(dict[str, Any]):
    """A mapping that stands on one line."""


class _Dumper(yaml.SafeDumper):
    """YAML with lists indented as in the other files."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Dumper.add_representer(
    Flow,
    lambda dumper, flow: dumper.represent_mapping(
        "tag:yaml.org,2002:map", {key: number(value) for key, value in flow.items()}, flow_style=True
    ),
)
