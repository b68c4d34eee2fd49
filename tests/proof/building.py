"""What a build costs: of the real content, of a whole law beside stock tools, and of that law five times over.

The law is a file that is not part of the repository (`--corpus`); without it those two steps do not run.
"""

from __future__ import annotations

import math
import statistics
import time
from pathlib import Path

from bench import preview
from bench.builds import build, in_turn, run, work_folder
from bench.corpus import read_articles, write_content, write_stock
from conftest import Sources
from proof.ground import ROOT, Ground
from proof.outcome import Outcome
from proof.progress import Progress
from proof.step import Step

MEMORY, SHARE, EDIT, GROWTH = 300.0, 0.7, 3.0, 1.1
"""Megabytes at the peak; of stock's time for the pages that it has too; seconds to the preview; an exponent."""
TIMES = 3
"""Builds of each kind; the one with the least work counts, and the median of the previews."""
NO_LAW = 'No whole law to measure with was given: make proof ARGS="--corpus FILE.json"'


def real(ground: Ground, progress: Progress) -> Outcome:
    """The content as it is."""
    with work_folder() as folder:
        work = Path(folder)
        pictures = work / "pictures"  # the first build draws, all others find them drawn
        cost = build(ROOT, work / "site", TIMES, pictures=pictures)
        previews = [work / f"preview-{turn}" for turn in range(TIMES)]
        edits = [preview.seconds_to_see_an_edit(ROOT, each, pictures) for each in previews]
    figures = {"build-seconds": cost.seconds, "megabytes": cost.megabytes, "preview-seconds": statistics.median(edits)}
    return Outcome(_rounded(figures), {"megabytes": MEMORY, "preview-seconds": EDIT})


def whole(corpus: Path) -> Outcome:
    """A whole law in three versions, beside the same pages made by stock tools."""
    articles = read_articles(corpus)
    with work_folder() as folder:
        work = Path(folder)
        project, pictures = _project(work / "ours", articles), work / "pictures"
        run(project, project / "site", pictures=pictures)  # draws them
        ours = build(project, project / "site", TIMES, pictures=pictures)
        theirs = write_stock(work / "stock", articles)
        pages, stock = in_turn(
            TIMES, lambda: run(project, project / "pages", "pages"), lambda: run(theirs, work / "stock/site")
        )
        edit = preview.seconds_to_see_an_edit(project, work / "preview", pictures)
    figures = {
        "articles": float(len(articles)),
        "build-seconds": ours.seconds,
        "megabytes": ours.megabytes,
        "pages-seconds": pages.seconds,
        "stock-seconds": stock.seconds,
        "pages-share": pages.seconds / stock.seconds,
        "preview-seconds": edit,
        "preview-share": edit / stock.seconds,
    }
    return Outcome(_rounded(figures), {"megabytes": MEMORY, "pages-share": SHARE, "preview-share": 1.0})


def five(corpus: Path) -> Outcome:
    """How time, size and memory grow when the law is five times as long."""
    with work_folder() as folder:
        work = Path(folder)
        one, much = (_project(work / str(times), read_articles(corpus, times=times)) for times in (1, 5))
        small, large = (run(project, project / "pages", "pages") for project in (one, much))
        bytes_of = [_bytes(project / "pages") for project in (one, much)]
        cost = run(much, much / "site", "unpictured")  # processes of their own draw; they hold no site
    figures = {
        "megabytes": cost.megabytes,
        "time-growth": math.log(large.work / small.work) / math.log(5),
        "size-growth": math.log(bytes_of[1] / bytes_of[0]) / math.log(5),
    }
    return Outcome(_rounded(figures), {"megabytes": MEMORY, "time-growth": GROWTH, "size-growth": GROWTH})


def _project(folder: Path, articles: list[dict[str, object]]) -> Path:
    project = write_content(ROOT, folder, articles)
    Sources(int(time.time())).write_config(project)
    return project


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.html"))


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 0 if name == "megabytes" else 2) for name, value in figures.items()}


def steps(corpus: Path | None) -> list[Step]:
    """The three steps; `corpus` is a whole law as JSON."""

    def of_law(ground: Ground, progress: Progress) -> Outcome:
        return whole(corpus) if corpus else Outcome(missing=NO_LAW)

    def of_five(ground: Ground, progress: Progress) -> Outcome:
        return five(corpus) if corpus else Outcome(missing=NO_LAW)

    bench = (f"tests/bench/{name}.py" for name in ("builds", "corpus", "preview"))
    looks_at = (*bench, *([str(corpus)] if corpus else []))
    return [
        Step("build", "speed", real, looks_at, lane="alone"),
        Step("whole-law", "speed", of_law, looks_at, lane="alone"),
        Step("five-laws", "speed", of_five, looks_at, lane="alone"),
    ]
