"""Puts hostile words into every text of a project, whatever fields there are, and takes back what is refused."""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from legal_site.build import build_content
from legal_site.compose import Loc
from legal_site.decode import decode, kind_of
from legal_site.load import load
from legal_site.problems import ContentError, Problem, path_text
from unbreakable.filling import LOCALES, gaps
from unbreakable.mutator import DAY

Where = tuple[str, Loc]
"""A file's key (`laws/zis/law`) and a path in it."""

BY_HAND = {
    ("home", ("statements",)): [{"statement": "2024-02-01", "text": LOCALES}],
    ("laws/zis/articles/1", ("paragraphs", 0, "published_translation")): [{"words": "Who invents", "note": LOCALES}],
}
"""Rows with texts that no program can make up, because they refer to others."""


class Project:
    """The content of a project as plain values, to be changed and written again."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.values = {
            path.relative_to(content).with_suffix("").as_posix(): yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
            for path in sorted(content.rglob("*.yml"))
        }

        self._changed: set[str] = set()

    def write(self, changes: Mapping[Where, Any]) -> None:
        """Writes the content with the changes, and without those written before."""
        values, changed = self.changed(changes), {key for key, _ in changes}
        for key in changed | self._changed:
            text = yaml.dump(values[key], Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
            (self.content / f"{key}.yml").write_text(text, "utf-8")
        self._changed = changed

    def leaves(self) -> Iterator[tuple[Where, str]]:
        """Every text, number, id and address in the content."""
        for key, value in self.values.items():
            for loc, text in _leaves(value, ()):
                yield (key, loc), text

    def fill(self) -> None:
        """Gives each model every text that it can have, so that no field is left untried."""
        added: dict[Where, Any] = dict(BY_HAND)
        for key, value in self.values.items():
            kind = kind_of(key)
            assert kind is not None
            added.update(((key, loc), new) for loc, new in gaps(kind, value, ()))
        self.values = self.changed(self.settled(added))
        self._changed = set()

    def settled(self, changes: Mapping[Where, Any]) -> dict[Where, Any]:
        """The changes that are not refused. What is written in the end is a content in order that has them all."""
        left = dict(changes)
        while problems := self.problems(left):
            told = {(problem.place.file, problem.message.partition(" ")[0]) for problem in problems}
            kept = {where: new for where, new in left.items() if not told & set(_names(where))}
            # What is told elsewhere is an id that something else refers to.
            left = kept if len(kept) < len(left) else self._harmless(left)
        return left

    def _harmless(self, changes: dict[Where, Any]) -> dict[Where, Any]:
        """Those of the changes that make no problem when they stand among few others."""
        if not self.problems(changes):
            return changes
        if len(changes) == 1:
            return {}
        rows, half = list(changes.items()), len(changes) // 2
        return self._harmless(dict(rows[:half])) | self._harmless(dict(rows[half:]))

    def models(self) -> Iterator[BaseModel]:
        """The decoded files."""
        yield from decode(load(self.content)).models.values()

    def problems(self, changes: Mapping[Where, Any]) -> list[Problem]:
        self.write(changes)
        try:
            build_content(self.content, DAY)
        except ContentError as error:
            return error.problems
        return []

    def changed(self, changes: Mapping[Where, Any]) -> dict[str, Any]:
        """The values with the changes."""
        values = {**self.values, **{key: copy.deepcopy(self.values[key]) for key in {key for key, _ in changes}}}
        for (key, loc), new in changes.items():
            holder = values[key]
            for part in loc[:-1]:
                holder = holder[part]
            holder[loc[-1]] = copy.deepcopy(new)
        return values


def _leaves(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _leaves(item, (*loc, key))


def _names(where: Where) -> Iterator[tuple[str, str]]:
    """How a problem at the place, around it, or one step inside it begins: its file and its path."""
    key, loc = where
    file = f"content_data/{key}.yml"
    yield file, "the"
    for length in range(1, len(loc) + 1):
        yield file, path_text(loc[:length])
    for locale in LOCALES:
        yield file, path_text((*loc, locale))
