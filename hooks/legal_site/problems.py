"""What is wrong with the content, said so that the person who wrote it can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

_MOST_LETTERS = 1_000
"""Of a message: who has to read further will not."""


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
        message = self.message if len(self.message) <= _MOST_LETTERS else f"{self.message[:_MOST_LETTERS]} …"
        return _printable(f"{self.place}: {message}")


def _printable(text: str) -> str:
    """The text with what no terminal shows, or takes for a command of its own, written out: `\\x1b`."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


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


MOST = 200
"""Problems of one kind in one file that are told: who has more has made one mistake many times."""
MORE = "has more problems of this kind: mend these first"


def nearly_all(part: int, whole: int) -> bool:
    """Whether what is gone of a register is so much that it is another site's: one mistake, told once."""
    return part >= 20 and part > 0.9 * whole


_LONGEST = 80
"""Letters of a value that a message repeats; what is longer is recognised by its beginning."""


def shown(value: object) -> str:
    """A value as a message repeats it: in quotes, and cut if it is long."""
    words = repr(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"


def path_text(loc: tuple[str | int, ...]) -> str:
    """How a value's path is shown: `paragraphs[2].text.en`."""
    text = ""
    for part in loc:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = part if len(part) <= _LONGEST else f"{part[:_LONGEST]}…"
            text += f".{name}" if text else name
    return text or "the file"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean …?)` when a known word is close to `word`, else nothing."""
    if len(word) > _LONGEST:
        return ""  # nothing that long is a slip of the finger, and comparing would take minutes
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean {near[0]}?)" if near else ""
