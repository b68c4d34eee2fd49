"""Two thousand mutated trees of the invented law: each builds or is refused with problems, none crashes or hangs.

`make fuzz`; `make fuzz ARGS="--only 17"` makes tree 17 alone, tells what was done to it and leaves it to be looked at.
An interrupted run goes on where it was.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[2]
sys.path[:0] = [str(CHECKOUT / "hooks"), str(CHECKOUT / "tests")]

from proof.ground import digest_of  # noqa: E402
from proof.progress import Progress  # noqa: E402
from unbreakable.mutator import Mutator  # noqa: E402
from unbreakable.real import RealBuilds  # noqa: E402
from unbreakable.worker import Result, Worker  # noqa: E402

CACHE = CHECKOUT / ".cache"
LOOKED_AT = (
    "hooks",
    "tests/unbreakable",
    "tests/three_bridges",
    "tests/bad_input/content",
    "content_data/interface.yml",
)
"""What a result depends on."""
TREES = 2_000


def counts(rows: Sequence[dict[str, Any]]) -> str:
    """The line that tells it all."""
    count = Counter(row["outcome"] for row in rows)
    slowest = max(rows, key=lambda row: row["seconds"])
    told = ", ".join(f"{count[name]} {name}" for name in ("built", "refused", "crashed", "hung"))
    return (
        f"{len(rows)} trees: {told}, {sum(bool(row['faults']) for row in rows)} with something wrong; "
        f"the slowest took {slowest['seconds']:.1f} s (tree {slowest['number']})"
    )


def tell(result: Result, at_length: bool) -> None:
    """What was done to a tree and what became of it."""
    print(f"tree {result.number}: {result.outcome} in {result.seconds:.1f} s")
    for mutation in result.mutations:
        print(f"  done to it: {mutation}")
    for fault in result.faults:
        print(f"  wrong: {fault}")
    for problem in result.problems if at_length else ():
        print(f"  told: {problem}")
    if not at_length:
        print(f'  again: make fuzz ARGS="--only {result.number}"', flush=True)


def run(numbers: Sequence[int], real_every: int, progress: Progress, scratch: Path) -> None:
    """Judges the trees that have no result yet."""
    worker: Worker | None = None
    mutator = Mutator(scratch / "real")
    real = RealBuilds(mutator.base, scratch)
    for number in numbers:
        if str(number) in progress.done:
            continue
        worker = worker or Worker(scratch)
        result = worker.judged(number)
        if number % real_every == 0 and result.outcome in ("built", "refused"):
            result.faults.extend(real.faults(mutator.tree(number), result.outcome))
        if result.faults:
            tell(result, at_length=False)
        progress.add(str(number), {**asdict(result), "problems": len(result.problems)})
        if (number + 1) % 100 == 0:
            print(f"{number + 1} of {len(numbers)}", flush=True)
    if worker:
        worker.end()


def only(number: int, folder: Path) -> None:
    """One tree, told at length and left in the folder."""
    with tempfile.TemporaryDirectory() as name:
        worker = Worker(Path(name))
        tell(worker.judged(number), at_length=True)
        worker.end()
        print(f"  its files: {Mutator(Path(name) / 'again').tree(number, folder).folder}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--trees", type=int, default=TREES, help="how many trees")
    parser.add_argument("--only", type=int, help="the number of one tree")
    parser.add_argument("--real-every", type=int, default=200, help="every which tree MkDocs builds as well")
    parser.add_argument("--again", action="store_true", help="forget what an earlier run has found")
    options = parser.parse_args()
    if options.only is not None:
        only(options.only, CACHE / "tree")
        return 0
    if options.again:
        (CACHE / "fuzz.jsonl").unlink(missing_ok=True)
    numbers = range(options.trees)
    progress = Progress(CACHE / "fuzz.jsonl", digest_of(LOOKED_AT))
    with tempfile.TemporaryDirectory() as name:
        run(numbers, options.real_every, progress, Path(name))
    rows = [progress.done[str(number)] for number in numbers]
    print(counts(rows))
    return int(any(row["faults"] for row in rows))


if __name__ == "__main__":
    sys.exit(main())
