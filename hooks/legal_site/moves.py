"""Reads `aliases.txt`: where an address that has moved lives now."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from legal_site.load import read_text
from legal_site.problems import MORE, MOST, Place, Problem, did_you_mean, shown

ALIASES = "aliases.txt"
LONGEST = 300
"""Letters of an address."""
_NAME = r"[a-z0-9_-][a-z0-9._-]*"
_DATED = re.compile(r"/law/[^/]+/[^/]+/(\d{4}-\d{2}-\d{2})/")
_ADDRESS = re.compile(rf"/(?:{_NAME}/)*(?:{_NAME})?(#[a-z0-9-]+)?")


def read_moves(
    folder: Path, published: Collection[str], current: Collection[str], problems: list[Problem]
) -> dict[str, str]:
    """From each address in `aliases.txt` to the one that stands now, over however many moves.

    What is wrong is added to `problems`.
    """
    name = f"{folder.name}/{ALIASES}"
    given: dict[str, tuple[str, Place]] = {}
    for number, line in enumerate(lines_of(folder / ALIASES, name, problems), 1):
        place = Place(name, number, 1)
        if not line or line.startswith("#"):
            continue
        old, *rest = line.split()
        if len(rest) != 1 or not all(map(is_address, (old, *rest))):
            problems.append(Problem(place, f"is {shown(line)}, expected the old address, a space and the new one"))
        elif old in given:
            problems.append(Problem(place, f"{old} has an alias already: remove one"))
        elif old in current:
            problems.append(Problem(place, f"{old} is an address of this site: an alias would hide it"))
        elif old not in published:
            near = did_you_mean(old, published) if len(problems) < MOST else ""
            problems.append(Problem(place, f"{old} was never published{near}: remove the alias"))
        elif _wording(old) not in (None, _wording(rest[0])):
            message = (
                f"{old} is the address of a dated wording, whose words stay there for ever: move the wording, with its "
                "paragraphs, under earlier_wordings of the article, and remove the alias"
            )
            problems.append(Problem(place, message))
        else:
            given[old] = (rest[0], place)
    return dict(_followed(given, current, problems))


def _wording(address: str) -> str | None:
    """The date of the wording of a law at an address: an article may get another number, its old words no new date.

    None: what stands there has no date.
    """
    dated = _DATED.match(address)
    return dated[1] if dated else None


def _followed(
    given: dict[str, tuple[str, Place]], current: Collection[str], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    ends: dict[str, str] = {}
    for old, (new, place) in given.items():
        trail = {old: None}
        while new in given and new not in trail:
            trail[new] = None
            new = ends.get(new) or given[new][0]
        if new in trail:
            problems.append(Problem(place, f"leads round in a circle: {' → '.join([*trail, new][:12])}"))
            if len(problems) > MOST:
                problems.append(Problem(place, f"the file {MORE}"))
                return
            continue
        ends.update(dict.fromkeys(trail, new))
        if new not in current:
            near = did_you_mean(new, current) if len(problems) < MOST else ""
            problems.append(Problem(place, f"leads to {new}, which is no address of this site{near}"))
        else:
            yield old, new


def is_address(text: str) -> bool:
    """Whether it is an address of a site, with no step out of its folder."""
    return len(text) <= LONGEST and _ADDRESS.fullmatch(text) is not None


def lines_of(path: Path, name: str, problems: list[Problem]) -> list[str]:
    """The lines of a file called `name`, none if there is no file."""
    text = read_text(path, name, problems) if os.path.lexists(path) else None
    return [line.strip() for line in (text or "").split("\n")]
