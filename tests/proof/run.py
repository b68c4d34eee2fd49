"""Everything that takes too long for `make test`: each page and node in each mode, three browsers, Lighthouse, fuzz.

    make proof                            the whole; an interrupted run goes on where it was
    make proof ARGS="--only focus menu"   these steps alone, for whoever is mending something; writes no results
    make proof ARGS="--skip axe-light"    all but these; the results say that they did not run
    make proof ARGS="--corpus FILE.json"  measures builds with a whole law too (as make bench does)
    make proof ARGS="--again lighthouse"  forgets what is kept of a step, then the whole

What a step found is kept in `.cache/proof` while the site and the proof's own code stay the same. The whole ends with
`content_data/proof.yml`, which the page `/about/proof/` shows. Ends with 1 if a step failed or could not run.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from proof import results  # noqa: E402
from proof.ground import RESULTS, Ground, digest_of  # noqa: E402
from proof.outcome import Outcome  # noqa: E402
from proof.step import Step  # noqa: E402
from proof.steps import steps  # noqa: E402
from proof.tools import Tools  # noqa: E402

WORK = ROOT / ".cache/proof"


def kept(ground: Ground, step: Step, key: str) -> tuple[Outcome, float] | None:
    """The outcome of an earlier run with the same key; None if there is none, or if the step could not run then."""
    path = ground.work / f"{step.name}.json"
    if not path.is_file():
        return None
    row = json.loads(path.read_text("utf-8"))
    if row["key"] != key or row["outcome"]["missing"]:
        return None
    return Outcome(**row["outcome"]), row["seconds"]


def forget(ground: Ground, name: str) -> None:
    for suffix in (".json", ".jsonl"):
        (ground.work / f"{name}{suffix}").unlink(missing_ok=True)


def run(ground: Ground, step: Step) -> tuple[Outcome, float]:
    """The step's outcome and how many seconds it took; what is kept of an earlier run counts."""
    key = digest_of(step.depends) + ground.key
    if before := kept(ground, step, key):
        return before
    spent = ground.work / f"{step.name}.seconds"
    progress = ground.progress(step.name, key)
    earlier = float(spent.read_text("ascii")) if progress.done and spent.is_file() else 0.0
    begin = time.monotonic()
    broken = ""
    try:
        outcome = step.run(ground, progress)
    except Exception as error:  # the other steps are worth their results all the same
        broken = traceback.format_exc()
        outcome = Outcome(findings=[f"the step itself failed: {type(error).__name__}: {error}"])
    finally:
        seconds = earlier + time.monotonic() - begin
        spent.write_text(f"{seconds:.1f}", "ascii")
    if broken:
        (ground.work / f"{step.name}.log").write_text(broken, "utf-8")
        return outcome, seconds  # not kept: the next run tries it again
    row = {"key": key, "seconds": seconds, "outcome": outcome.as_dict()}
    (ground.work / f"{step.name}.json").write_text(json.dumps(row, ensure_ascii=False, indent=1), "utf-8")
    return outcome, seconds


def say(step: Step, outcome: Outcome, seconds: float) -> None:
    figures = ", ".join(f"{name} {value:g}" for name, value in outcome.figures.items())
    print(f"{step.name:<22}{outcome.result:<8}{seconds:6.0f} s  {figures or outcome.missing}", flush=True)
    for line in [*outcome.missed(), *outcome.findings[:5]] if outcome.result == "failed" else []:
        print(f"    {line}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="make proof", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="FILE")
    parser.add_argument("--only", nargs="+", default=[], metavar="STEP")
    parser.add_argument("--skip", nargs="+", default=[], metavar="STEP")
    parser.add_argument("--again", nargs="+", default=[], metavar="STEP")
    options = parser.parse_args()
    if options.corpus and not options.corpus.is_file():
        parser.error(f"there is no file {options.corpus}")
    ground = Ground(WORK)
    known = {step.name: step for step in steps(Tools(WORK / "tools"), options.corpus and options.corpus.resolve())}
    if unknown := [name for name in [*options.only, *options.skip, *options.again] if name not in known]:
        parser.error(f"there is no step {', '.join(unknown)}; there are {', '.join(known)}")
    for name in options.again:
        forget(ground, name)
    ground.build()
    chosen = [known[name] for name in options.only or known if name not in options.skip]
    done = run_all(ground, chosen)
    if not options.only:
        minutes = round(wall(done) / 60)
        ran = {step.name: outcome for step, outcome, _ in done}
        rows = [(step, ran.get(name, Outcome(missing="left out of this run"))) for name, step in known.items()]
        results.write(RESULTS, datetime.now(UTC).date(), minutes, rows)
        print(f"{RESULTS.relative_to(ROOT)} is written: {minutes} minutes in all.")
    sys.exit(any(outcome.result != "passed" for _, outcome, _ in done))


Done = tuple[Step, Outcome, float]


def run_all(ground: Ground, chosen: list[Step]) -> list[Done]:
    """Runs the steps that measure, then those that fill the machine one after another, and others beside them."""
    done: dict[str, Done] = {}

    def lane(name: str) -> None:
        for step in chosen:
            if step.lane == name:
                done[step.name] = (step, *run(ground, step))
                say(*done[step.name])

    lane("alone")
    beside = threading.Thread(target=lane, args=["beside"], daemon=True)  # does not hold up who interrupts
    beside.start()
    lane("front")
    beside.join()
    return [done[step.name] for step in chosen]


def wall(done: list[Done]) -> float:
    """The seconds that it all took, also where it was interrupted."""
    spent = {lane: sum(s for step, _, s in done if step.lane == lane) for lane in ("front", "beside", "alone")}
    return max(spent["front"], spent["beside"]) + spent["alone"]


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Interrupted: the same command goes on from here.")
