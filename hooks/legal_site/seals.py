"""`text_hashes.txt`: the register of the official texts' digests, in blocks of lines, one for each article.

    kz/146 2026-11-26 2026-11-25-second-reading 0123456789abcdef
      /law/kz/146/2026-02-21/#p1 sr 9d1c5b6a79801f2e

A block begins with its subject, the day on which it was sealed, the entry of `changes.yml` that it was sealed with
(`-`: there was none), and a digest of all that, so that no line of it can be changed alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from legal_site.load import read_text
from legal_site.problems import Place, Problem, shown

REGISTER = "text_hashes.txt"
NO_ENTRY = "-"

Key = tuple[str, str]
"""The address of an official text and its locale."""

_HEAD = "# The official texts and what they were when they were last sealed. Written by `make paths`, never by hand.\n"
_SUBJECT = re.compile(r"(?P<subject>\S+) (?P<day>\d{4}-\d{2}-\d{2}) (?P<entry>-|[a-z0-9-]+) (?P<digest>[0-9a-f]{16})")
_TEXT = re.compile(r"(?P<address>/\S+) (?P<locale>\S+) (?P<digest>[0-9a-f]{16})")
_RESTORE = "restore the file as it was; only `make paths` changes it"


@dataclass(frozen=True)
class Seal:
    """What the texts of one article, statement or title were when they were sealed."""

    subject: str
    day: str
    """As it is written: `2026-11-26`."""
    entry: str
    """The id of the entry of `changes.yml`, or NO_ENTRY."""
    digests: dict[Key, str]
    place: Place = field(default=Place(REGISTER), compare=False)
    places: dict[Key, Place] = field(default_factory=dict, compare=False)

    @property
    def digest(self) -> str:
        """Changes with any line of the block."""
        lines = [f"{self.subject} {self.day} {self.entry}", *self.lines]
        return sha256("\n".join(lines).encode()).hexdigest()[:16]

    @property
    def lines(self) -> list[str]:
        return [f"{address} {locale} {digest}" for (address, locale), digest in self.digests.items()]

    @property
    def addresses(self) -> Collection[str]:
        """The lasting addresses of its texts."""
        return {address for address, _ in self.digests}


def read_seals(folder: Path) -> tuple[dict[str, Seal], list[Problem]]:
    """The register of a content folder by subject, and what is wrong in it. A missing one is empty."""
    path, name = folder / REGISTER, f"{folder.name}/{REGISTER}"
    seals: dict[str, Seal] = {}
    sealed: dict[str, str] = {}
    problems: list[Problem] = []
    seal: Seal | None = None
    text = read_text(path, name, problems) if os.path.lexists(path) else None
    for number, line in enumerate(map(str.strip, (text or "").split("\n")), 1):
        place = Place(name, number, 1)
        head, own = _SUBJECT.fullmatch(line), _TEXT.fullmatch(line)
        if not line or line.startswith("#"):
            continue
        if head:
            seal = Seal(head["subject"], head["day"], head["entry"], {}, place)
            if seal.subject in seals:
                problems.append(Problem(place, f"{seal.subject} stands above already: {_RESTORE}"))
            else:
                seals[seal.subject], sealed[seal.subject] = seal, head["digest"]
        elif own and seal and (own["address"], own["locale"]) not in seal.digests:
            key = own["address"], own["locale"]
            seal.digests[key], seal.places[key] = own["digest"], place
        else:
            problems.append(Problem(place, f"{shown(line)} is no line of the register or stands twice: {_RESTORE}"))
    for subject, seal in seals.items():
        if seal.digest != sealed[subject]:
            problems.append(Problem(seal.place, f"a line of {subject} was changed by hand: {_RESTORE}"))
    return seals, problems


def write_seals(folder: Path, seals: Iterable[Seal]) -> None:
    """Writes the register anew, in the order given."""
    text = _HEAD
    for seal in seals:
        text += f"\n{seal.subject} {seal.day} {seal.entry} {seal.digest}\n"
        text += "".join(f"  {line}\n" for line in seal.lines)
    (folder / REGISTER).write_text(text, "utf-8", newline="\n")
