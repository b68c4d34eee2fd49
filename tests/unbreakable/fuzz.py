"""Two thousand mutated trees of the invented law: each builds or is refused with problems, none crashes or hangs.

`make fuzz`; `make fuzz ARGS="--only 17"` makes tree 17 alone, tells what was done to it and leaves it to be looked at.
An interrupted run goes on where it was.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
sys.path[:0] = [str(CHECKOUT / "hooks"), str(CHECKOUT / "tests")]

from unbreakable.mutator import Mutator  # noqa: E402
from unbreakable.verdict import judge  # noqa: E402

TREES = 2_000
SECONDS = 10
MEMORY = 3 * 10**9


@dataclass(frozen=True)
class Result:
    """What became of one tree."""

    number: int
    outcome: str
    """`built`, `refused`, `crashed` or `hung`."""
    seconds: float
    mutations: list[str]
    faults: list[str]
    problems: list[str]


def work(pipe: Connection, scratch: Path) -> None:
    """Makes and judges the trees whose numbers it is sent, until it is sent None."""
    os.environ["PICTURE_CACHE"] = str(scratch / "pictures")
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    mutator = Mutator(scratch)
    pipe.send(None)
    while (number := pipe.recv()) is not None:
        tree = mutator.tree(number)
        pipe.send(tree.mutations)
        begun = time.process_time()
        _limit(SECONDS)
        try:
            verdict = judge(tree.folder)
            answer = (verdict.outcome, verdict.faults, verdict.problems)
        except BaseException:
            answer = ("crashed", [_told(traceback.format_exc())], [])
        _limit(0)
        pipe.send((time.process_time() - begun, *answer))


def _limit(seconds: int) -> None:
    """Ends this process when it has computed so long: other work on the machine does not count."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _told(trace: str) -> str:
    """The last lines of a traceback in our code, and the error."""
    lines = [line.strip() for line in trace.splitlines()]
    frames = [f"{line} {after}" for line, after in zip(lines, lines[1:], strict=False) if "hooks/legal_site" in line]
    return ascii(" | ".join([*frames[-2:], lines[-1][:300]]))


class Worker:
    """A process that judges trees; one that hangs is ended, and one that has died is begun anew."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.begun = 0
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.begun += 1
        self.pipe, other = context.Pipe()
        folder = self.scratch / str(self.begun)
        self.process = context.Process(target=work, args=(other, folder), daemon=True)
        self.process.start()
        other.close()
        self.pipe.recv()

    def judged(self, number: int) -> Result:
        mutations: list[str] = ["it died while the tree was made"]
        begun = time.monotonic()
        try:
            self.pipe.send(number)
            mutations = self.pipe.recv()
            begun = time.monotonic()
            if self.pipe.poll(3 * SECONDS):
                seconds, outcome, faults, problems = self.pipe.recv()
                return Result(number, outcome, seconds, mutations, faults, problems)
            outcome, faults = "hung", [f"nothing for {SECONDS} s"]
        except EOFError:
            self.process.join()
            timed_out = self.process.exitcode == -getattr(signal, "SIGPROF", 0)
            outcome, faults = ("hung", [f"more than {SECONDS} s"]) if timed_out else ("crashed", ["the process died"])
        seconds = time.monotonic() - begun
        self.end()
        self._begin()
        return Result(number, outcome, seconds, mutations, faults, [])

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--trees", type=int, default=TREES)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        worker = Worker(Path(name))
        numbers = [options.only] if options.only is not None else range(options.first, options.first + options.trees)
        count: Counter[str] = Counter()
        slowest = (0.0, 0)
        for number in numbers:
            r = worker.judged(number)
            count[r.outcome] += 1
            slowest = max(slowest, (r.seconds, number))
            if r.faults or r.outcome in ("crashed", "hung") or options.only is not None or r.seconds > 3:
                print(f"tree {number}: {r.outcome} {r.seconds:.1f}")
                for m in r.mutations:
                    print("   ", m)
                for f in r.faults:
                    print("   !", f[-700:])
                if options.only is not None:
                    for p in r.problems:
                        print("   -", p)
                sys.stdout.flush()
        worker.end()
        print(count, slowest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
