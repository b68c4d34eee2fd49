"""Reads the YAML files of a content folder. All reading of content happens here.

Scalars stay text (`no`, `016` and `146.10` are not turned into other things) and every
value keeps the line and column where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import yaml

from legal_site.problems import Place, Problem, relative_name

Loc = tuple[str | int, ...]
Value = str | None | list["Value"] | dict[str, "Value"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null"})
_MAX_DEPTH = 40


@dataclass(frozen=True)
class Document:
    """One YAML file as plain values, with the place of each of them."""

    path: Path
    name: str
    """How the file is called in messages, such as `content_data/site.yml`."""
    value: Value
    places: dict[Loc, tuple[int, int]] = field(repr=False)
    digest: str = ""
    """SHA-256 of the file's text."""

    @cached_property
    def strings(self) -> list[tuple[Loc, str]]:
        """Every text in the file with its path. Walked once, however many rules ask."""
        return list(_strings(self.value, ()))

    @cached_property
    def mappings(self) -> list[tuple[Loc, dict[str, Value]]]:
        """Every mapping in the file with its path."""
        return list(_mappings(self.value, ()))

    def place(self, loc: Loc) -> Place:
        """Where `loc` stands; where nothing stands there, the nearest value around it."""
        loc = tuple(loc)
        while loc and loc not in self.places:
            loc = loc[:-1]
        line, column = self.places.get(loc, (1, 1))
        return Place(self.name, line, column)


def _strings(value: Value, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*loc, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*loc, key))


def _mappings(value: Value, loc: Loc) -> Iterator[tuple[Loc, dict[str, Value]]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _mappings(item, (*loc, index))
    elif isinstance(value, dict):
        yield loc, value
        for key, item in value.items():
            yield from _mappings(item, (*loc, key))


@dataclass
class Loaded:
    """Every document of a content folder, and what was wrong already at reading."""

    root: Path
    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(content: Path) -> Loaded:
    """Reads every `.yml` file under `content`, in the order of their names.

    Never raises for a mistake in the content: an unreadable file becomes a problem.
    """
    root = content.resolve().parent
    loaded = Loaded(root)
    if not content.is_dir():
        place = Place(relative_name(content, root))
        loaded.problems.append(Problem(place, "the folder is missing: expected the site's content here"))
        return loaded
    for path in sorted(content.rglob("*.y*ml")):
        document = read_document(path, relative_name(path, root), loaded.problems)
        if document is not None:
            loaded.documents.append(document)
    return loaded


def read_document(path: Path, name: str, problems: list[Problem]) -> Document | None:
    """One file, or None after saying in `problems` why it cannot be read."""
    if path.suffix == ".yaml":
        problems.append(Problem(Place(name), "rename the file so that it ends with .yml, as all others do"))
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        message = "is not UTF-8 text: save the file again with the encoding UTF-8"
        problems.append(Problem(Place(name, line, 1), message))
        return None
    text = text.removeprefix("\ufeff")
    found = list(_tabs(text, name))
    if found:
        problems.extend(found)
        return None
    try:
        node = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        problems.append(_explain(error, name))
        return None
    except yaml.reader.ReaderError:
        problems.append(Problem(_place_of_control(text, name), "contains a control character: delete it"))
        return None
    if node is None:
        problems.append(Problem(Place(name), "the file is empty: fill it in or delete it"))
        return None
    reader = _Reader(name, problems)
    value = reader.read(node, ())
    return Document(path, name, value, reader.places, sha256(text.encode()).hexdigest())


def _tabs(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            column = indent.index("\t") + 1
            yield Problem(Place(name, number, column), "a tab stands in the indentation: use two spaces")


def _place_of_control(text: str, name: str) -> Place:
    # The error's own position counts bytes in one loader and characters in the other.
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _explain(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    what = ", ".join(part for part in (error.context, error.problem) if part) or "cannot be read"
    hint = "check the indentation and the colons of this line and the one above"
    if "mapping values are not allowed" in what:
        hint = "a text with a colon in it stands in quotes or under a line ending with >-, a key under its neighbours"
    elif "expected a single document" in what:
        hint = "remove the line with ---"
    elif "undefined alias" in what or "cannot start any token" in what:
        hint = "put a text that begins with *, @, % or ` in quotes"
    return Problem(place, f"is not readable as YAML ({what}): {hint}")


class _Reader:
    """Turns the nodes of one file into plain values and remembers where each stands."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems
        self.places: dict[Loc, tuple[int, int]] = {}

    def read(self, node: yaml.Node, loc: Loc) -> Value:
        mark = node.start_mark
        self.places[loc] = (mark.line + 1, mark.column + 1)
        if len(loc) > _MAX_DEPTH:
            self._problem(node, "is nested too deeply")
            return None
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NULLS else str(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*loc, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self._read_mapping(node, loc)

    def _read_mapping(self, node: yaml.MappingNode, loc: Loc) -> Value:
        mapping: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                self._problem(key_node, "a key is a single word followed by a colon")
                continue
            key = str(key_node.value)
            if key in mapping:
                first = self.places[(*loc, key)][0]
                self._problem(key_node, f"the key {key} stands twice (first in line {first}): keep one")
                continue
            mapping[key] = self.read(value_node, (*loc, key))
            # A key's place helps more than its value's: a folded text begins a line later.
            self.places[(*loc, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        return mapping

    def _problem(self, node: yaml.Node, message: str) -> None:
        mark = node.start_mark
        self.problems.append(Problem(Place(self.name, mark.line + 1, mark.column + 1), message))
