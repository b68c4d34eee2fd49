"""Builds a project as often as it takes to know what a build costs: seconds, work and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]

_BUILD = """
import json, re, resource, runpy, sys, time
from pathlib import Path
import legal_site.offline, legal_site.write
report, parts = sys.argv.pop(1), sys.argv.pop(1)
own, spent = legal_site.write.write_site, {}
def everyone():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
def timed(*arguments):
    spent.update(own(*arguments))
def watch(module, name, what):
    work = getattr(module, name)
    def watched(*arguments):
        begin = everyone()
        if parts != "pages":
            work(*arguments)
        spent[what] = everyone() - begin
    setattr(module, name, watched)
legal_site.write.write_site = timed
watch(legal_site.write, "write_packed", "packing")
watch(legal_site.offline, "write_offline", "offline ZIP")
if parts != "whole":
    legal_site.write.EXPORTS = tuple(
        export for export in legal_site.write.EXPORTS
        if parts == "unpictured" and not export.__module__.endswith(".pictures")
    )
sys.argv[0] = "mkdocs"
try:
    runpy.run_module("mkdocs", run_name="__main__")
except SystemExit as stop:
    if stop.code:
        raise
# The peak of this process alone: what the operating system tells its parent includes the parent.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
helper = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
largest = max(int(peak.group(1)) if peak else 0, helper) / 1000
Path(report).write_text(json.dumps([everyone(), largest, spent]))
"""

Parts = Literal["whole", "unpictured", "pages"]
"""All; all but the share pictures, which take most of a build that has none; what stock tools make too."""
PAGES = ("pages", "assets")
APART = ("pictures", "search", "packing", "offline ZIP", "wordings")
"""What is measured on lines of its own: `wordings` are the lasting addresses."""


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    seconds: float
    """On the clock, with as many processors as there are."""
    work: float
    """Seconds of processor time, whatever else the machine was doing; ratios are made of these."""
    megabytes: float
    """Peak memory of the largest process."""
    spent: dict[str, float]
    """The seconds of processor time by what they were spent on; empty for stock."""

    @property
    def exports(self) -> float:
        """Cards, side-by-side pages and files for programs."""
        return sum(took for name, took in self.spent.items() if name not in (*PAGES, *APART))


def run(project: Path, site: Path, parts: Parts = "whole", pictures: Path | None = None) -> Cost:
    """Builds once. Raises SystemExit if that fails.

    `pictures` keeps what is drawn. None: where the environment says, or the checkout has it.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    if pictures:
        environment["PICTURE_CACHE"] = str(pictures)
    with tempfile.NamedTemporaryFile("r") as report:
        command = [sys.executable, "-c", _BUILD, report.name, parts, "build", "--quiet", "--site-dir", str(site)]
        begin = time.perf_counter()
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8")
        seconds = time.perf_counter() - begin
        if done.returncode:
            raise SystemExit(f"the build of {project} failed:\n{done.stdout}{done.stderr}")
        return Cost(seconds, *json.load(report))


def build(project: Path, site: Path, times: int, parts: Parts = "whole", pictures: Path | None = None) -> Cost:
    """The cheapest of several builds, with the most memory that one took."""
    return in_turn(times, lambda: run(project, site, parts, pictures))[0]


def in_turn(times: int, *builds: Callable[[], Cost]) -> list[Cost]:
    """The cheapest run of each build, with the most memory that one took.

    They take turns: a machine that is slow for a minute is then slow for each of them.
    """
    rounds = [[one() for one in builds] for _ in range(times)]
    return [
        replace(min(costs, key=lambda cost: cost.work), megabytes=max(cost.megabytes for cost in costs))
        for costs in zip(*rounds, strict=True)
    ]


def work_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for the time of a measurement, in memory where there is such a folder.

    How long a disk takes to make a file says nothing about a generator.
    """
    return tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
