"""A process in which trees are judged, so that one which hangs or dies is a result and not the end."""

import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path

from unbreakable.mutator import Mutator
from unbreakable.verdict import Verdict, judge

SECONDS = 10
"""Of computing, after which a tree counts as hung: what else the machine does is not the tree's fault."""
WAIT = 60
"""Seconds after which a tree counts as hung that does not compute at all."""
MEMORY = 3 * 10**9

Judge = Callable[[Path], Verdict]


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


def work(pipe: Connection, scratch: Path, judge: Judge, limit: float) -> None:
    """Makes and judges the trees whose numbers it is sent, until it is ended."""
    os.environ["PICTURE_CACHE"] = str(scratch / "pictures")
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    mutator = Mutator(scratch)
    pipe.send(None)
    while True:
        tree = mutator.tree(pipe.recv())
        pipe.send(tree.mutations)
        begun = time.process_time()
        _end_after(limit)
        try:
            verdict = judge(tree.folder)
            answer = (verdict.outcome, verdict.faults, verdict.problems)
        except BaseException:
            answer = ("crashed", [_told(traceback.format_exc())], [])
        _end_after(0)
        pipe.send((time.process_time() - begun, *answer))


def _end_after(seconds: float) -> None:
    """Ends this process when it has computed so long; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _told(trace: str) -> str:
    """The last lines of a traceback in our code, and the error."""
    lines = [line.strip() for line in trace.splitlines()]
    frames = [f"{line} {after}" for line, after in pairwise(lines) if "hooks/legal_site" in line]
    return ascii(" | ".join([*frames[-2:], lines[-1][:300]]))


class Worker:
    """A process that judges trees; one that hangs is ended, and one that has died is begun anew."""

    def __init__(self, scratch: Path, judge: Judge = judge, limit: float = SECONDS, wait: float = WAIT) -> None:
        self.scratch = scratch
        self.judge, self.limit, self.wait = judge, limit, wait
        self.begun = 0
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.begun += 1
        self.pipe, other = context.Pipe()
        folder = self.scratch / str(self.begun)
        self.process = context.Process(target=work, args=(other, folder, self.judge, self.limit), daemon=True)
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
            if self.pipe.poll(self.wait):
                seconds, outcome, faults, problems = self.pipe.recv()
                return Result(number, outcome, seconds, mutations, faults, problems)
            outcome, faults = "hung", [f"no answer for {self.wait} s"]
        except EOFError:
            self.process.join()
            timed_out = self.process.exitcode == -getattr(signal, "SIGPROF", 0)
            outcome, faults = (
                ("hung", [f"more than {self.limit} s"]) if timed_out else ("crashed", ["the process died"])
            )
        seconds = time.monotonic() - begun
        self.end()
        self._begin()
        return Result(number, outcome, seconds, mutations, faults, [])

    def end(self) -> None:
        self.process.kill()
        self.process.join()
