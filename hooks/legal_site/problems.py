"""What is wrong with the content, said so that the person who wrote it can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Place:
    """A point in a content file. `line` and `column` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is and what to do about it, in one line."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class ContentError(Exception):
    """Raised once, after everything was looked at, with every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def report(problems: list[Problem]) -> str:
    """All problems, one a line, and a last line that counts them."""
    count = len(problems)
    noun = "problem" if count == 1 else "problems"
    lines = [str(problem) for problem in problems]
    return "\n".join([*lines, f"{count} {noun} found in the content; nothing was built or changed."])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean …?)` when a known word is close to `word`, else nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean {near[0]}?)" if near else ""


def relative_name(path: Path, root: Path) -> str:
    """The path as it is shown to people: relative to the checkout, with forward slashes."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
