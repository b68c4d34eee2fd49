"""Lighthouse with the profile of a phone, on our pages and on the same pages as stock tools make them."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from chromium import find_browser
from legal_site.starter import STARTER
from proof import stock
from proof.ground import Ground
from proof.outcome import Figures, Outcome
from proof.places import Place
from proof.progress import Progress
from proof.server import served
from proof.step import Step
from proof.tools import NODE, Tools, ToolsMissing
from proof.weight import loads

SCRIPT = Path(__file__).with_suffix(".mjs")
KINDS = ("home", "article", "guide", "outcome", "statement")
RUNS, STOCK_RUNS = 5, 3
"""The median of so many counts. Two more of stock's would cost five minutes, and the whole an hour."""
PAINT, BLOCKING, SHIFT = "paint", "blocking", "shift"
REQUESTS, KILOBYTES = "page-requests", "page-kilobytes"
"""On a first visit, as the browser counts what came over the line. The icon is left out."""
AT_MOST: Figures = {PAINT: 1.0, BLOCKING: 0, SHIFT: 0}
"""Largest contentful paint in seconds, total blocking time in milliseconds, cumulative layout shift."""
SCORE = 100.0
_AUDITS = {
    PAINT: ("largest-contentful-paint", 0.001, 3),
    BLOCKING: ("total-blocking-time", 1.0, 0),
    SHIFT: ("cumulative-layout-shift", 1.0, 3),
}
"""Audit, factor and digits of each measure. Below a millisecond nothing blocks."""
_BLANK = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An empty page</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="/assets/icon.svg">
{heads}</head><body><p>One line.</p></body></html>
"""
_ICON = re.compile(r"/(?:icon\.svg|favicon\.[a-z]+)$")


class Lighthouse:
    """Lighthouse, loaded once for all pages; a new browser looks at each.

    Used as a context: its process begins with the first page and ends with the block.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Lighthouse:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.communicate()

    def look(self, url: str) -> dict[str, Any]:
        """One run: the score of every category that there is, the three measures, and what cost points.

        Raises RuntimeError with what Lighthouse says if it gives no report, three times over: on a busy machine it
        misses the beginning of a page now and then.
        """
        for last in (False, False, True):
            try:
                return told(self._report(url))
            except RuntimeError:
                if last:
                    raise
        raise AssertionError

    def _report(self, url: str) -> dict[str, Any]:
        if self._process is None or self._process.poll() is not None:
            self._process = self._start()
        assert self._process.stdin and self._process.stdout
        with suppress(BrokenPipeError):  # it has ended, which the empty answer tells
            print(url, file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline() or '{"error": "it ended by itself"}')
        problem = answer.get("error") or answer["report"].get("runtimeError", {}).get("message")
        if problem:
            raise RuntimeError(f"Lighthouse on {url}: {problem}")
        return dict(answer["report"])

    def _start(self) -> subprocess.Popen[str]:
        # Browsers whose processes begin as copies of the zygote let every second trace wait five seconds at its end,
        # without a zygote every eighth. Chromium does without one only where the sandbox is off.
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        flags = ["--headless=new", *(["--no-sandbox", "--no-zygote"] if root else [])]
        return subprocess.Popen(
            [str(NODE), str(SCRIPT), str(self._tools.folder), *flags],
            env={**os.environ, "CHROME_PATH": find_browser()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )


def told(report: dict[str, Any]) -> dict[str, Any]:
    """The figures of a report, and the audits whose points are missing in its categories."""
    categories, audits = report["categories"], report["audits"]
    figures = {name: round(100 * (category["score"] or 0), 1) for name, category in categories.items()}
    for name, (audit, factor, digits) in _AUDITS.items():
        figures[name] = round(audits[audit]["numericValue"] * factor, digits)
    asked = [row for row in audits["network-requests"]["details"]["items"] if not _ICON.search(row["url"])]
    figures[REQUESTS] = len(asked)
    figures[KILOBYTES] = round(sum(row["transferSize"] for row in asked) / 1000, 1)
    lost = [
        f"{name}: {row['id']}"
        for name, category in categories.items()
        for row in category["auditRefs"]
        if row["weight"] and (audits[row["id"]]["score"] or 0) < 1 and audits[row["id"]]["score"] is not None
    ]
    return {"figures": figures, "lost": lost}


def names(places: list[Place], whose: str, runs: int) -> Iterator[tuple[str, Place]]:
    """One name for each run, in rounds: a slow minute then spoils one run of several pages, not five of one."""
    for turn in range(runs):
        for place in places:
            yield f"{whose} {place} {turn}", place


def run(
    lighthouse: Lighthouse, whose: str, host: str, places: list[Place], progress: Progress, runs: int = RUNS
) -> None:
    """Looks at each place as often as the median wants, leaving out what `progress` has already."""
    for name, place in names(places, whose, runs):
        if name not in progress.done:
            progress.add(name, lighthouse.look(host + place.address))


def median(whose: str, place: Place, done: Mapping[str, Any]) -> Figures:
    """The median of each figure over the runs of one place; empty if there are none."""
    runs = [row["figures"] for name, row in done.items() if name.startswith(f"{whose} {place} ")]
    return {name: round(statistics.median(figures[name] for figures in runs), 3) for name in runs[0]} if runs else {}


def outcome(places: list[Place], done: Mapping[str, Any]) -> Outcome:
    """The row of each place, and of all together the lowest scores and the highest measures."""
    rows = [
        {
            "page": place.kind,
            "version": place.version,
            "ours": median("ours", place, done),
            "stock": median("stock", place, done),
        }
        for place in places
    ]
    worst = {name: max(row["ours"][name] for row in rows) for name in AT_MOST}
    measured = (*AT_MOST, REQUESTS, KILOBYTES)
    scores = {name: min(row["ours"][name] for row in rows) for name in rows[0]["ours"] if name not in measured}
    result = Outcome({**scores, **worst}, dict(AT_MOST), dict.fromkeys(scores, SCORE), speeds=rows)
    if result.missed():
        result.findings = list(_lost(places, done))
    return result


def _lost(places: list[Place], done: Mapping[str, Any]) -> Iterator[str]:
    """A line for each audit that costs points in most runs of a page."""
    for place in places:
        runs = [row["lost"] for name, row in done.items() if name.startswith(f"ours {place} ")]
        for audit in dict.fromkeys(audit for lost in runs for audit in lost):
            if sum(audit in lost for lost in runs) * 2 > len(runs):
                yield f"{place}: {audit}"


def write_blank(site: Path, folder: Path) -> Path:
    """A page with one line, and the style sheet and script of the home page: what this machine takes by itself."""
    files = loads(site, "/")
    heads = [
        f'<link rel="stylesheet" href="{file}">'
        if file.endswith(".css")
        else f'<script data-late="{file}">{STARTER.text}</script>'
        for file in files
    ]
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site / "assets", folder / "assets")
    (folder / "index.html").write_text(_BLANK.format(heads="".join(heads)), "utf-8")
    return folder


def step(tools: Tools) -> Step:
    """Lighthouse on ours, on stock and on an empty page, in one run on one machine."""

    def work(ground: Ground, progress: Progress) -> Outcome:
        try:
            tools.install()
        except ToolsMissing as missing:
            return Outcome(missing=str(missing))
        places = [place for place in ground.places.each_kind() if place.kind in KINDS]
        folder = stock.build(ground.work / "stock", ground.places, places)
        blank = Place("blank", places[0].version, "/")
        empty = write_blank(ground.site, ground.work / "blank")
        with (
            Lighthouse(tools) as lighthouse,
            served(ground.site) as ours,
            served(folder, headers={}) as theirs,
            served(empty) as nobodys,
        ):
            run(lighthouse, "ours", ours, places, progress)
            run(lighthouse, "stock", theirs, places, progress, STOCK_RUNS)
            run(lighthouse, "ours", nobodys, [blank], progress)
        result = outcome(places, progress.done)
        result.speeds.append(
            {"page": blank.kind, "version": blank.version, "ours": median("ours", blank, progress.done)}
        )
        result.tools = {"Lighthouse": tools.version("lighthouse")}
        return result

    return Step("lighthouse", "speed", work, ("tests/bench/corpus.py",), lane="alone")
