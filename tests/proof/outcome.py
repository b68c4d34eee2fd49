"""What a step has to tell: figures, the goals they are held against, and what was found wrong."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

Figures = dict[str, float]
LISTED = 20
"""How many findings are kept of a step: what is wrong everywhere is told twenty times."""


@dataclass
class Outcome:
    """The result of one step."""

    figures: Figures = field(default_factory=dict)
    at_most: Figures = field(default_factory=dict)
    at_least: Figures = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    """A line for each thing that is wrong, with the place where it is seen."""
    missing: str = ""
    """Why the step could not run: a program that is not there. Then it has neither passed nor failed."""
    tools: dict[str, str] = field(default_factory=dict)
    """The programs that did the work, and their versions."""
    speeds: list[dict[str, Any]] = field(default_factory=list)
    """Of Lighthouse: a row for each page and version."""

    @property
    def result(self) -> str:
        if self.missing:
            return "not-run"
        return "failed" if self.findings or self.missed() else "passed"

    def missed(self) -> list[str]:
        """A line for each figure that does not reach its goal."""
        high = [(name, f"at most {goal:g}") for name, goal in self.at_most.items() if self.figures[name] > goal]
        low = [(name, f"at least {goal:g}") for name, goal in self.at_least.items() if self.figures[name] < goal]
        return [f"{name}: {self.figures[name]:g}, {goal}" for name, goal in high + low]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
