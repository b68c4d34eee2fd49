"""Turns the text of one YAML file into plain values with their places.

Only values are read: no anchors, aliases or tags, which would silently drop words of a text that begins with &, * or !,
and a few lines of which can stand for millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from legal_site.problems import Place, Problem, shown
from legal_site.unreadable import LINE_END, explain

Loc = tuple[str | int, ...]
Value = str | None | list["Value"] | dict[str, "Value"]
Places = dict[Loc, tuple[int, int]]
"""The line and column of each value."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null"})
_MAX_DEPTH = 40
_LARGEST_FILE = 2_000_000
_MOST_LETTERS = 20_000
_MOST_ROWS = 2_000
"""More than this nobody reviews, and what is done with a text or a row would be done for hours."""
_FAR_TOO_DEEP = 200
"""The composer recurses: in Python to an error, in C to the end of the process. What is nested so is not composed."""
_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")
_REMARK = re.compile(r"\s+#")
_MAY_BE_MARKED = re.compile(r"(?:^|[\s\[{,:?-])[&!*]", re.MULTILINE)


def compose(text: str, name: str, problems: list[Problem]) -> tuple[Value, Places] | None:
    """The values of the file called `name` and their places, or None after saying in `problems` why there are none."""
    if len(text) > _LARGEST_FILE:
        message = f"the file has {len(text)} letters, expected at most {_LARGEST_FILE}: divide it"
        problems.append(Problem(Place(name, 1, 1), message))
        return None
    found = [*_tabs(text, name), *_odd_line_ends(text, name)]
    node = None
    try:
        if not found and (_MAY_BE_MARKED.search(text) or _may_be_deep(text)):
            for problem in _refused(text, name):
                found.append(problem)
        if not found:
            node = _Loader(text).get_single_node()
    except yaml.reader.ReaderError:
        found.append(Problem(_place_of_control(text, name), "contains a control character: delete it"))
    except yaml.MarkedYAMLError as error:
        # What stands after a name that should have been a text is rarely YAML: the name says more.
        found = found or [explain(error, name, text, _Loader)]
    except RecursionError:
        found.extend(_refused(text, name))
    if not found and node is None:
        message = "the file is empty: fill it in, or delete it if the site can do without it (README.md says which)"
        found.append(Problem(Place(name), message))
    if found or node is None:
        problems.extend(found)
        return None
    reader = _Reader(name, LINE_END.split(text), problems)
    value = reader.read(node, ())
    return None if reader.too_large else (value, reader.places)


def _tabs(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(LINE_END.split(text), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            column = indent.index("\t") + 1
            yield Problem(Place(name, number, column), "a tab stands in the indentation: use two spaces")


def _odd_line_ends(text: str, name: str) -> Iterator[Problem]:
    # YAML begins a new line there and editors do not: every line after it would be told wrong.
    for match in _ODD_LINE_END.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        place = Place(name, text.count("\n", 0, match.start()) + 1, match.start() - line_start + 1)
        yield Problem(place, "an invisible line end stands here: delete it")


def _may_be_deep(text: str) -> bool:
    """Whether there are brackets enough for it, or a line on which so many levels could begin."""
    return text.count("[") + text.count("{") > 2000 or max(map(len, text.split("\n"))) > 1000


def _refused(text: str, name: str) -> Iterator[Problem]:
    """What YAML could read and a content file is not to have. Ends where the nesting goes far too deep."""
    loader = _Loader(text)
    depth = 0
    while loader.check_event():
        event = loader.get_event()
        mark = event.start_mark
        place = Place(name, mark.line + 1, mark.column + 1)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _FAR_TOO_DEEP:
            yield Problem(place, "is nested too deeply")
            return
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or anchor is not None or tag is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if anchor is not None else "!"
            yield Problem(
                place,
                f"is read as a name because it begins with {sign}: put a text that begins so in quotes; "
                "a text that stands in several places is written out in each",
            )


def _place_of_control(text: str, name: str) -> Place:
    # The error's own position counts bytes in one loader and characters in the other.
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


class _Reader:
    """Turns the nodes of one file into plain values and remembers where each stands."""

    def __init__(self, name: str, lines: list[str], problems: list[Problem]) -> None:
        self.name = name
        self.lines = lines
        self.problems = problems
        self.places: Places = {}
        self.too_large = False
        """Whether there is a text or a list with which nothing is to be done."""

    def read(self, node: yaml.Node, loc: Loc) -> Value:
        mark = node.start_mark
        self.places[loc] = (mark.line + 1, mark.column + 1)
        if len(loc) > _MAX_DEPTH:
            self._problem(node, "is nested too deeply")
            return None
        if isinstance(node, yaml.ScalarNode):
            self._limit(node, "letters", _MOST_LETTERS)
            self._no_remark_behind(node)
            return None if not node.style and node.value in _NULLS else str(node.value)
        if isinstance(node, yaml.SequenceNode):
            self._limit(node, "rows", _MOST_ROWS)
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

    def _no_remark_behind(self, node: yaml.ScalarNode) -> None:
        """What an editor may have meant as a part of the text: `title: Article #3`, `light: #8a1c2b`."""
        behind = self.lines[node.end_mark.line][node.end_mark.column :] if node.style not in ("|", ">") else ""
        if node.style and behind.startswith("#"):
            self._problem(
                node, f"has a quotation mark that ends only before {shown(behind)}: add the one that is missing"
            )
        elif not node.style and _REMARK.match(behind):
            remark = behind.strip()
            self._problem(
                node,
                f"is followed by {shown(remark)}, which # makes a remark that nobody sees: put the whole text in "
                "quotes, or the remark on a line of its own",
            )

    def _limit(self, node: yaml.Node, what: str, most: int) -> None:
        if len(node.value) > most:
            self.too_large = True
            self._problem(node, f"has {len(node.value)} {what}, expected at most {most}: divide it")

    def _problem(self, node: yaml.Node, message: str) -> None:
        mark = node.start_mark
        self.problems.append(Problem(Place(self.name, mark.line + 1, mark.column + 1), message))
