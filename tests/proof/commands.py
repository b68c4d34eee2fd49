"""Steps that are commands of their own: they pass when the command does, and say the figures that it prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from proof.ground import ROOT, Ground
from proof.outcome import LISTED, Figures, Outcome
from proof.progress import Progress
from proof.step import Step, Topic

PYTEST = {"tests": r"(\d+) passed", "failures": r"(\d+) (?:failed|errors?)"}
"""How pytest's last line is read. What it does not name is none."""

ALL_FOLDERS = ("-o", "norecursedirs=.* node_modules")
"""Lets pytest enter every folder below the one it is given. pyproject.toml has it pass some by."""


def run(command: list[str], log: Path, figures: Mapping[str, str], **variables: str) -> Outcome:
    """Runs the command and keeps what it prints.

    Each figure is the last number that its pattern finds in the output, 0 if there is none.
    """
    with log.open("w", encoding="utf-8") as kept:
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **variables, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL, stdout=kept, stderr=subprocess.STDOUT,
        )  # fmt: skip
    said = log.read_text("utf-8", errors="replace")
    outcome = Outcome(figures=read(said, figures))
    if done.returncode:
        told = re.findall(r"^(?:FAILED|ERROR) .*", said, re.MULTILINE) or said.strip().splitlines()[-1:]
        outcome.findings = told[:LISTED] or [f"ended with the code {done.returncode}"]
    return outcome


def read(said: str, patterns: Mapping[str, str]) -> Figures:
    """The last number for each pattern."""
    found = {name: re.findall(pattern, said) for name, pattern in patterns.items()}
    return {name: float(numbers[-1]) if numbers else 0.0 for name, numbers in found.items()}


def step(
    name: str, topic: Topic, command: list[str], looks_at: Sequence[str], figures: Mapping[str, str], at_least: Figures,
    at_most: Figures | None = None, **variables: str,
) -> Step:  # fmt: skip
    """A command for this Python, in the checkout. What lies where it looks is part of its key."""

    def work(ground: Ground, progress: Progress) -> Outcome:
        outcome = run([sys.executable, *command], ground.work / f"{name}.log", figures, **variables)
        outcome.at_least, outcome.at_most = dict(at_least), dict(at_most or {})
        return outcome

    return Step(name, topic, work, tuple(looks_at), "beside")


def tests(
    name: str, topic: Topic, *paths: str, also: Sequence[str] = (), but: Sequence[str] = (), **variables: str
) -> Step:
    """The tests of folders or files: also those that `make test` passes by, for what they need of the system.

    `also` is what they run or read that lies elsewhere, `but` names tests whose questions another step asks of more
    pages. That there are no tests is no pass.
    """
    command = ["-m", "pytest", "-q", *ALL_FOLDERS, *(f"--deselect={test}" for test in but), *paths]
    return step(name, topic, command, (*paths, *also), PYTEST, {"tests": 1.0}, **variables)
