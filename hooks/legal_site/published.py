"""The register of every address ever published.

It only grows. `make paths` adds what is new and seals what stands above, so that a line that was taken out or changed
is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from legal_site.moves import LONGEST, is_address, lines_of
from legal_site.problems import Place, Problem, shown
from legal_site.seals import REGISTER as SEALS

REGISTER = "permalinks.txt"
_SEAL = re.compile(r"# (\d{4}-\d{2}-\d{2}): the (\d{1,9}) addresses above, sealed ([0-9a-f]{16})")
_HEAD = "# Every address and anchor ever published, without a version’s prefix. Lines are only added: `make paths`.\n"


def read_published(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """Each address in the register of a content folder with its line; what is wrong is added to `problems`.

    A missing register is empty, unless texts of this folder have been sealed.
    """
    path = folder / REGISTER
    name = f"{folder.name}/{REGISTER}"
    if not path.exists() and (folder / SEALS).exists():
        message = (
            f"the register is missing, although {SEALS} says that texts were published: restore the file; "
            "only a new site begins without both"
        )
        problems.append(Problem(Place(name), message))
        return
    seen: dict[str, int] = {}
    for number, line in enumerate(lines_of(path, name, problems), 1):
        place = Place(name, number, 1)
        seal = _SEAL.fullmatch(line)
        if seal and (int(seal.group(2)), seal.group(3)) != (len(seen), _digest(seen)):
            message = "a line above was taken out or changed: restore it, the register only grows"
            problems.append(Problem(place, message))
        elif line and not line.startswith("#"):
            if not is_address(line):
                lower = f"; addresses are in small letters: {line.lower()[:LONGEST]}" if line != line.lower() else ""
                problems.append(Problem(place, f"is {shown(line)}, expected an address such as /law/kz/146/#p3{lower}"))
            elif line in seen:
                problems.append(Problem(place, f"{line} stands above already, in line {seen[line]}: remove one"))
            else:
                seen[line] = number
                yield line, number


def append_new(folder: Path, current: Iterable[str], day: date) -> int:
    """Adds to the register what it does not have yet, and seals it. Returns how many addresses were added.

    Nothing that stands in the file is touched.
    """
    path = folder / REGISTER
    text = path.read_text("utf-8") if path.is_file() else _HEAD
    # Some editors leave the last line without its end: the first new address would become a part of it.
    text += "" if text.endswith("\n") else "\n"
    known = [line for line in lines_of(path, REGISTER, []) if line and not line.startswith("#")]
    published = set(known)
    new = [address for address in dict.fromkeys(current) if address not in published]
    if new:
        seal = f"# {day.isoformat()}: the {len(known) + len(new)} addresses above, sealed {_digest([*known, *new])}\n"
        path.write_text(text + "".join(f"{address}\n" for address in new) + seal, "utf-8", newline="\n")
    return len(new)


def _digest(addresses: Iterable[str]) -> str:
    return sha256("".join(f"{address}\n" for address in addresses).encode()).hexdigest()[:16]
