"""The promise that no address dies.

`permalinks.txt` holds every address ever published, `aliases.txt` says where one that moved lives now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from legal_site.moves import ALIASES, is_file, read_moves, wording_of
from legal_site.page_files import page_of_file
from legal_site.permalink import file_of
from legal_site.problems import MOST, ContentError, Place, Problem, did_you_mean, nearly_all
from legal_site.published import REGISTER, read_published
from legal_site.seals import REGISTER as SEALS


@dataclass(frozen=True)
class Permanence:
    """The register and the aliases of a content folder, as far as they can be read."""

    addresses: dict[str, int] = field(default_factory=dict)
    """Each address with its line."""
    aliases: dict[str, str] = field(default_factory=dict)
    """From a moved address to the one that stands now, over however many moves."""

    @property
    def redirects(self) -> dict[str, dict[str, str]]:
        """By page that moved as a whole: its old anchors, each with the page or anchor to go to; `` is the page."""
        pages: dict[str, dict[str, str]] = {}
        for old, new in self.aliases.items():
            if "#" not in old and not is_file(old):
                pages[old] = {"": new}
        for address in self.addresses:
            page, _, anchor = address.partition("#")
            if anchor and page in pages:
                pages[page][anchor] = self.aliases.get(address, pages[page][""])
        return pages

    @property
    def moved_files(self) -> dict[str, str]:
        """From each file that is gone to the file or page that stands for it now."""
        return {old: new for old, new in self.aliases.items() if is_file(old)}

    def moved_anchors(self, page: str) -> Mapping[str, str]:
        """The old anchors of a page, each with the page or anchor, of this page or another, that took its place."""
        return self._moved_anchors.get(page, {})

    @cached_property
    def _moved_anchors(self) -> dict[str, dict[str, str]]:
        pages: dict[str, dict[str, str]] = {}
        for old, new in self.aliases.items():
            page, _, anchor = old.partition("#")
            if anchor:
                pages.setdefault(page, {})[anchor] = new
        return pages


def read_permanence(folder: Path, current: Collection[str]) -> tuple[Permanence, list[Problem]]:
    """Reads both files of a content folder; `current` is what the site has now.

    A missing register is empty: a new site has published nothing yet.
    """
    problems: list[Problem] = []
    addresses = dict(read_published(folder, problems))
    aliases = read_moves(folder, addresses, current, problems)
    return Permanence(addresses, aliases), problems


def checked_permanence(folder: Path, current: Collection[str]) -> Permanence:
    """The register and the aliases of a content folder. Raises ContentError with every problem in them."""
    permanence, problems = read_permanence(folder, current)
    problems += gone(permanence, current, f"{folder.name}/{REGISTER}")
    if problems:
        raise ContentError(problems)
    return permanence


def missing_files(permanence: Permanence, site: Path, name: str) -> list[Problem]:
    """The published pages and files that a built site does not have; anchors are looked at before it is built.

    For a file that moved the one that stands for it has to be there, and it itself must not.
    """

    def has(address: str) -> bool:
        return (site / file_of(address.partition("#")[0])).is_file()

    moved = permanence.moved_files
    problems = []
    for address, line in permanence.addresses.items():
        place = Place(name, line, 1)
        if address in moved and has(address):
            message = f"{address} is still a file of this site: {ALIASES} would hide it, take its line out there"
            problems.append(Problem(place, message))
        elif "#" not in address and not has(moved.get(address, address)):
            problems.append(Problem(place, _missing(address, permanence)))
    return problems


def _missing(address: str, permanence: Permanence) -> str:
    led = f"; {permanence.aliases[address]}, to which it leads, is not there" if address in permanence.aliases else ""
    page = page_of_file(address) if is_file(address) else None
    now = permanence.aliases.get(page or "", "and where it lives now")
    return (
        f"{address} was published, and the built site does not have it{led}: bring it back, or write in {ALIASES}: "
        f"{address} {now}"
    )


def gone(permanence: Permanence, current: Collection[str], name: str) -> Iterator[Problem]:
    """The published addresses that the site no longer has and that no alias leads from.

    A register of which hardly anything is left is another site's: that is told once.
    """
    # Whether a file is there shows when the site is built.
    published = {a: line for a, line in permanence.addresses.items() if not is_file(a)}
    lost = {a: line for a, line in published.items() if not _is_kept(a, permanence, current)}
    if nearly_all(len(lost), len(published)):
        message = (
            f"{len(lost)} of the {len(published)} published addresses are gone: if this is a new site, it begins "
            f"without the registers of the old one – delete {REGISTER} and {SEALS}, then run `make paths`; "
            "if not, restore the content"
        )
        yield Problem(Place(name), message)
        return
    for told, (address, line) in enumerate(lost.items(), 1):
        guess = _below_the_moved(address, permanence, current)
        if wording_of(address) and not guess:
            message = (
                f"{address} was published and is gone: bring it back; an earlier wording stands, with its paragraphs, "
                "under earlier_wordings of the article"
            )
            yield Problem(Place(name, line, 1), message)
            continue
        near = did_you_mean(address, current) if told < MOST and not guess else ""
        yield Problem(
            Place(name, line, 1),
            f"{address} was published and is gone{near}: bring it back, or say in {ALIASES} where it lives now"
            + (f", if it says the same: {address} {guess}" if guess else ""),
        )


def _below_the_moved(address: str, permanence: Permanence, current: Collection[str]) -> str:
    """The address that stands where one would, had it moved with the page above it; empty if there is none."""
    page, sign, anchor = address.partition("#")
    steps = page.strip("/").split("/")
    for count in range(len(steps) - 1, 0, -1):
        above = f"/{'/'.join(steps[:count])}/"
        guess = permanence.aliases.get(above, "") + page.removeprefix(above) + sign + anchor
        if above in permanence.aliases and guess in current:
            return guess
    return ""


def _is_kept(address: str, permanence: Permanence, current: Collection[str]) -> bool:
    return address in current or address in permanence.aliases or address.partition("#")[0] in permanence.aliases
