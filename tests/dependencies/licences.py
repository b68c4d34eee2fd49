"""Writes what the site is made with, and under which licences, into docs/<language>/about/licence.md.

    python tests/dependencies/licences.py

The names and versions are those of requirements.txt without what only the tests need; the licences are what the
packages say of themselves. Only the rows of the table below the heading `{#dependencies}` are written.
"""

import re
import sys
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import Distribution, distribution
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dependencies.vendored import VENDORED

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").glob("*/about/licence.md"))
Row = tuple[str, str, str]

_PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;]+)[^#]*?((?:^ +#.*\n)+)", re.M)
_VIA = re.compile(r"^ +#(?: via)? +(?!via\b)(.+)$", re.M)
_TABLE = re.compile(r"(\{#dependencies\}\n(?:(?!#).*\n)*?\|[-|]+\|\n)((?:\|.*\n)*)")
_SITE = "legal-site (pyproject.toml)"
_SAME = {
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def main() -> None:
    for page in PAGES:
        page.write_text(with_rows(page.read_text("utf-8"), list(rows())), "utf-8", newline="\n")
        print(page.relative_to(ROOT))


def with_rows(page: str, table: list[Row]) -> str:
    """The page with these rows in its table. Raises ValueError if it has no such table."""
    if not _TABLE.search(page):
        raise ValueError("no table stands below the heading {#dependencies}")
    lines = "".join(f"| {name} {version} | {licence} |\n" for name, version, licence in table)
    return _TABLE.sub(lambda found: found.group(1) + lines, page)


def rows() -> Iterator[Row]:
    """Name, version and licence of each work of others: those in the checkout, then the packages."""
    yield from ((work.name, work.version, work.licence) for work in VENDORED)
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    for name, version in building(lock):
        package = distribution(name)
        if package.version != version:
            raise ValueError(f"{name} {package.version} is installed and {version} is pinned: run `make venv`")
        yield name, version, licence(package)


def building(lock: str) -> list[tuple[str, str]]:
    """The packages of a lock without which the site cannot be built, with their versions.

    uv writes below each package what wants it: `legal-site (pyproject.toml)` or another package.
    """
    pinned = {name: (version, set(_VIA.findall(notes))) for name, version, notes in _PINNED.findall(lock)}
    wanted, before = {_SITE}, 0
    while len(wanted) != before:
        before = len(wanted)
        wanted |= {name for name, (_, wanted_by) in pinned.items() if wanted_by & wanted}
    return [(name, version) for name, (version, _) in pinned.items() if name in wanted]


def licence(package: Distribution) -> str:
    """What a package says of its licence, by its SPDX name where that is certain."""
    about: Message = package.metadata  # type: ignore[assignment]
    stated = about.get("License-Expression") or about.get("License")
    if not stated or stated == "UNKNOWN" or "\n" in stated:
        classifiers = [row.split(" :: ")[-1] for row in about.get_all("Classifier", []) if row.startswith("License ::")]
        stated = " AND ".join(classifiers)
    if not stated:
        raise ValueError(f"{about['Name']} does not say what its licence is: look it up")
    return _SAME.get(stated) or _of_family(stated, package)


def _of_family(stated: str, package: Distribution) -> str:
    """A family of licences is told apart by the licence's own text."""
    texts = [file.read_text() for file in package.files or [] if "LICENSE" in file.name.upper()]
    if stated == "BSD License" and any("Redistribution and use" in text for text in texts):
        return "BSD-3-Clause" if any("endorse or promote" in text for text in texts) else "BSD-2-Clause"
    if stated == "Apache Software License" and any("Version 2.0, January 2004" in text for text in texts):
        return "Apache-2.0"
    return stated


if __name__ == "__main__":
    main()
