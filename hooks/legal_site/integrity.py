"""The promise that no letter of law changes in silence.

Each official text is sealed in `text_hashes.txt`. What differs from its seal needs an entry in `changes.yml` that names
the article and is newer than the seal; `make paths` then seals it anew, with that entry. A new article needs only
to be sealed: nothing that was published changes with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from legal_site.content import Content
from legal_site.model.registers import Change
from legal_site.official import OfficialText, official_texts
from legal_site.permalink import subject_of, subject_page
from legal_site.problems import ContentError, Place, Problem, nearly_all
from legal_site.seals import NO_ENTRY, REGISTER, Key, Seal, read_seals, write_seals


@dataclass(frozen=True)
class Integrity:
    """The content beside its register."""

    content: Content
    seals: dict[str, Seal]
    texts: dict[str, dict[Key, OfficialText]]
    """By subject, in the order of the content."""
    published: Collection[str]
    """The addresses that were published, from their own register."""
    register: str
    """How the register is called in messages."""

    @property
    def unsealed(self) -> list[str]:
        """The subjects whose texts, or whose newest entry, are not what the register says; those that are gone last.

        An entry counts as used once it is sealed, also where the words stayed: else a later change could hide in it.
        """
        differing = [
            name for name in self.texts if name not in self.seals or self._differs(name) or self._has_newer_entry(name)
        ]
        return differing + [name for name in self.seals if name not in self.texts]

    def _has_newer_entry(self, subject: str) -> bool:
        entries = self.entries(subject)
        return bool(entries) and entries[0].id != self.seals[subject].entry

    def _differs(self, subject: str) -> bool:
        return self.seals[subject].digests != {key: text.digest for key, text in self.texts[subject].items()}

    def problems(self) -> Iterator[Problem]:
        """What differs from its seal with no entry that says so, and seals whose entry is gone."""
        if not self.seals and any(subject_page(subject) in self.published for subject in self.texts):
            message = "the register is missing or empty, although the texts were published: restore the file"
            yield Problem(Place(self.register), message)
            return
        lost = [subject for subject in self.seals if subject not in self.texts]
        if nearly_all(len(lost), len(self.seals)):
            message = (
                f"{len(lost)} of the {len(self.seals)} sealed texts are gone: if this is a new site, delete {REGISTER} "
                "and run `make paths`; if not, restore the content"
            )
            yield Problem(Place(self.register), message)
            return
        for subject in self.unsealed:
            seal = self.seals.get(subject)
            since = seal.day if seal else self.content.day.isoformat()
            about = self._about(subject)
            newest = next(iter(self.entries(about)), None)
            explained = newest and newest.date.isoformat() >= since and not (seal and newest.id == seal.entry)
            if explained:
                yield from self._hidden(subject, about)
            if explained or self._is_new(subject):
                continue
            spent = f" ({newest.id} is of an earlier change)" if newest else ""
            way_out = (
                f"take the change back, or add a new entry about {about} to changes.yml{spent}, dated {since} or "
                "later, and run `make paths`"
            )
            for place, what in self._differences(subject):
                yield Problem(place, f"{what}: {way_out}")
        for seal in self.seals.values():
            if seal.entry != NO_ENTRY and seal.entry not in (entry.id for entry in self.entries(seal.subject)):
                message = (
                    f"{seal.subject} was sealed with the entry {seal.entry}, which changes.yml no longer has of it"
                )
                yield Problem(seal.place, f"{message}: restore the entry")

    def entries(self, about: str) -> list[Change]:
        """The entries of `changes.yml` that name a page, newest first."""
        return self._entries.get(subject_of(about), [])

    @cached_property
    def _entries(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for change in self.content.changes.changes:
            for about in dict.fromkeys(map(subject_of, change.about)):
                found.setdefault(about, []).append(change)
        return found

    def _is_new(self, subject: str) -> bool:
        return subject not in self.seals and subject_page(subject) not in self.published

    def _about(self, subject: str) -> str:
        """What an entry has to name: the article, or the page above it if there is no such article any more."""
        if subject in self.texts:
            return subject
        above = subject.partition("/")[0]
        return above if above in self.texts else "/statement/" if above == "statement" else "/law/"

    def _differences(self, subject: str) -> Iterator[tuple[Place, str]]:
        texts, seal = self.texts.get(subject, {}), self.seals.get(subject)
        if seal is None:
            yield Place(self.register), f"{subject} was published, and the register has no line of it any more"
            return
        if not texts:
            yield seal.place, f"{subject} was published and is gone"
            return
        yield from self._changed(texts, seal)
        yield from self._added(texts, seal)
        yield from self._gone(texts, seal)

    def _changed(self, texts: dict[Key, OfficialText], seal: Seal) -> Iterator[tuple[Place, str]]:
        for key, text in texts.items():
            if key in seal.digests and seal.digests[key] != text.digest:
                yield self._place(text), f"{text.address} no longer says what was sealed on {seal.day} ({key[1]})"

    def _hidden(self, subject: str, about: str) -> Iterator[Problem]:
        """Words under an old address that change beside a new wording: its entry says nothing of them."""
        texts, seal = self.texts.get(subject, {}), self.seals.get(subject)
        if seal is None or {text.page for text in texts.values()} <= {
            page.partition("#")[0] for page in seal.addresses
        }:
            return
        way_out = (
            "take this change back, or make it in a step of its own: first `make paths` with the new wording alone, "
            f"then the change with an entry about {about} for it"
        )
        for place, what in self._changed(texts, seal):
            yield Problem(place, f"{what}, although a new wording leaves the words of an earlier one alone: {way_out}")

    def _added(self, texts: dict[Key, OfficialText], seal: Seal) -> Iterator[tuple[Place, str]]:
        """What has come to an article that was sealed without it; a whole wording is told once."""
        pages = {page.partition("#")[0] for page in seal.addresses}
        locales = {locale for _, locale in seal.digests}
        told = set()
        for key, text in texts.items():
            what = text.address if text.page in pages else text.page
            if key not in seal.digests and key[1] in locales and what not in told:
                told.add(what)
                yield self._place(text), f"{what} was not there when {text.subject} was sealed on {seal.day}"

    def _gone(self, texts: dict[Key, OfficialText], seal: Seal) -> Iterator[tuple[Place, str]]:
        pages = {text.page for text in texts.values()}
        told = set()
        for address, locale in seal.digests:
            page = address.partition("#")[0]
            what = address if page in pages else page
            if (address, locale) not in texts and what not in told:
                told.add(what)
                yield seal.places[address, locale], f"{what} was sealed on {seal.day} ({locale}) and is gone"

    def _place(self, text: OfficialText) -> Place:
        return self.content.documents[text.key].place(text.loc)


def read_integrity(content: Content, folder: Path, published: Collection[str]) -> Integrity:
    """The content beside the register of its folder; `published` are the addresses in the other register.

    Raises ContentError with every problem: what is wrong in the register itself, and what was changed in silence.
    """
    seals, problems = read_seals(folder)
    texts: dict[str, dict[Key, OfficialText]] = {}
    for text in official_texts(content):
        texts.setdefault(text.subject, {})[text.address, text.locale] = text
    integrity = Integrity(content, seals, texts, published, f"{folder.name}/{REGISTER}")
    if seals or not problems:  # what cannot be read at all is told once
        problems += integrity.problems()
    if problems:
        raise ContentError(problems)
    return integrity


def seal_texts(content: Content, folder: Path, published: Collection[str]) -> int:
    """Seals what differs from the register, with the day of the build. Returns how many subjects that were.

    Raises ContentError, and writes nothing, if one of them differs with no entry that says so.
    """
    integrity = read_integrity(content, folder, published)
    unsealed = integrity.unsealed
    if unsealed:
        write_seals(folder, (_sealed(integrity, subject, subject in unsealed) for subject in integrity.texts))
    return len(unsealed)


def _sealed(integrity: Integrity, subject: str, anew: bool) -> Seal:
    if not anew:
        return integrity.seals[subject]
    entries = integrity.entries(subject)
    digests = {key: text.digest for key, text in integrity.texts[subject].items()}
    return Seal(subject, integrity.content.day.isoformat(), entries[0].id if entries else NO_ENTRY, digests)
