"""Reads `aliases.txt`: where an address that has moved lives now."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from legal_site.load import read_text
from legal_site.page_files import like_file, page_of_file
from legal_site.problems import MORE, MOST, Place, Problem, did_you_mean, shown

ALIASES = "aliases.txt"
LONGEST = 300
"""Letters of an address."""
_Given = dict[str, tuple[str, Place]]
"""The lines of the file: by old address the new one, and where it is said."""
_NAME = r"[a-z0-9_-][a-z0-9._-]*"
_NUMBERED = ("/law/", "/statement/")
"""Pages whose anchors say a place (`p2`), not a meaning: after a renumbering the same one holds other words."""
_DATED = re.compile(r"/law/[^/]+/[^/]+/(\d{4}-\d{2}-\d{2})/")
_ADDRESS = re.compile(rf"/(?:{_NAME}/)*(?:{_NAME})?(#[a-z0-9-]+)?")


def read_moves(
    folder: Path, published: Collection[str], current: Collection[str], problems: list[Problem]
) -> dict[str, str]:
    """From each address that moved to the one that stands now, over however many moves.

    A line of `aliases.txt` for a page is one for its anchors and files too, unless they have their own: an anchor goes
    to the same anchor of the new page if that has it, a file to the same file of the new page. Whether that file is
    there shows when the site is built. Where one paragraph of a law or statement has a line of its own, they may have
    been numbered anew: the others then go to the page. What is wrong is added to `problems`.
    """
    name = f"{folder.name}/{ALIASES}"
    given: _Given = {}
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
        elif wording_of(old) not in (None, wording_of(rest[0])):
            message = (
                f"{old} is the address of a dated wording, whose words stay there for ever: move the wording, with its "
                "paragraphs, under earlier_wordings of the article, and remove the alias"
            )
            problems.append(Problem(place, message))
        elif is_file(rest[0]) and not is_file(old):
            near = f" (did you mean {rest[0]}/?)" if f"{rest[0]}/" in current else ""
            problems.append(Problem(place, f"{old} leads to the file {rest[0]}, expected a page or an anchor{near}"))
        else:
            given[old] = (rest[0], place)
    return dict(_followed(given, published, current, problems))


def wording_of(address: str) -> str | None:
    """The date of the wording of a law at an address: an article may get another number, its old words no new date.

    None: what stands there has no date.
    """
    dated = _DATED.match(address)
    return dated[1] if dated else None


def _followed(
    given: _Given, published: Collection[str], current: Collection[str], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    ends: dict[str, str] = {}
    numbered = {old.partition("#")[0] for old in given if "#" in old and old.startswith(_NUMBERED)}
    for old in dict.fromkeys((*given, *published)):
        place = given[old][1] if old in given else None
        new = _next(old, given, numbered)
        if new is None:
            continue
        trail = {old: None}
        while new not in trail and (following := ends.get(new) or _next(new, given, numbered)):
            trail[new] = None
            new = following
        stands = new in current or is_file(new)
        if place is None:
            # The page's own line is told; an anchor that the new page does not have goes to wherever its page goes.
            if stands and new not in trail:
                yield old, new
            continue
        if new in trail:
            problems.append(Problem(place, f"leads round in a circle: {' → '.join([*trail, new][:12])}"))
            if len(problems) > MOST:
                problems.append(Problem(place, f"the file {MORE}"))
                return
            continue
        ends.update(dict.fromkeys(trail, new))
        if not stands:
            near = did_you_mean(new, current) if len(problems) < MOST else ""
            problems.append(Problem(place, f"leads to {new}, which is no address of this site{near}"))
        else:
            yield old, new


def _next(address: str, given: _Given, numbered: Collection[str]) -> str | None:
    """Where an address moved, in one step: by its own line, or with its page. None: it did not move.

    `numbered` are the pages whose paragraphs may have got other numbers.
    """
    if address in given:
        return given[address][0]
    page, _, anchor = address.partition("#")
    owner = page_of_file(page) if is_file(page) else page
    if owner not in given or not (anchor or is_file(page)):
        return None
    new, _, part = given[owner][0].partition("#")
    if is_file(page):
        return like_file(page, new)
    # A page that became a part of another has no anchors of its own there.
    return None if part or page in numbered else f"{new}#{anchor}"


def is_file(address: str) -> bool:
    """Whether an address, with or without an anchor, is an export's file rather than a page."""
    return not address.partition("#")[0].endswith("/")


def is_address(text: str) -> bool:
    """Whether it is an address of a site, with no step out of its folder."""
    return len(text) <= LONGEST and _ADDRESS.fullmatch(text) is not None


def lines_of(path: Path, name: str, problems: list[Problem]) -> list[str]:
    """The lines of a file called `name`, none if there is no file."""
    text = read_text(path, name, problems) if os.path.lexists(path) else None
    return [line.strip() for line in (text or "").split("\n")]
