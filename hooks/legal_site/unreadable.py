"""Explains to an editor why a file is no YAML: what was typed, in which line, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from legal_site.problems import Place, Problem

LINE_END = re.compile("\r\n|\r|\n")
"""What YAML takes for the end of a line."""
_MORE_BEHIND_QUOTES = re.compile(r"""[^"'#]*:\s+("[^"]*"|'[^']*')\s*[^\s#,}\]]""")
_SLIPS = (
    (re.compile(r"\s*([–—]\s|[-–—]\w[\w-]*:)"), "a row of a list begins with a hyphen and a blank, as in `- id: name`"),
    (re.compile(r"\s*\u00a0|[^:]*:\u00a0"), "a non-breaking space stands where a blank is meant: type it again"),
    (re.compile(r"[^:#]{0,80}[:-]\s+[*&!]"), "a text that begins with *, & or ! stands in quotes"),
    (
        re.compile(r"[^:#]{0,80}[:-]\s+(\[[^]]*\]|\{[^}]*\})\s*\w"),
        "a text that begins with [ or { stands in quotes",
    ),
    (re.compile(r"""[^"'#]*[^]}\s"'#]\s+#"""), "what stands behind # is a remark: put a text that has one in quotes"),
)
"""What an editor may have typed in the line that cannot be read or the one above, and what to do about it."""


def explain(error: yaml.MarkedYAMLError, name: str, text: str, loader: Callable[[str], Any]) -> Problem:
    """Where the file called `name` cannot be read and what to do about it; `loader` is the one that said `error`."""
    mark = error.problem_mark or error.context_mark
    ended = mark is not None and mark.line >= len(LINE_END.findall(text.rstrip())) + 1
    if error.context_mark and (ended or "simple key" in (error.context or "")):
        mark = error.context_mark  # where the reading stopped is far behind the mistake
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
    what = ", ".join(part for part in (error.context, error.problem) if part) or "cannot be read"
    hint = "check the indentation and the colons of this line and the one above"
    lines = LINE_END.split(text)
    near = [number for number in (mark.line - 1, mark.line) if 0 <= number < len(lines)] if mark else []
    innocent = _lines_of_texts(loader(text))
    suspected = [number for number in near if number not in innocent]
    for number, (slip, advice) in ((number, slip) for number in suspected for slip in _SLIPS):
        if slip.match(lines[number]):
            return Problem(Place(name, number + 1, 1), f"is not readable as YAML: {advice}")
    if "mapping values are not allowed" in what:
        hint = "a text with a colon in it stands in quotes or under a line ending with >-, a key under its neighbours"
    elif "quoted scalar" in what:
        hint = "the quotation mark that begins here has no end: add it"
    elif "flow sequence" in what or "flow mapping" in what:
        hint = "the bracket that begins here has no end, or a comma is missing: add it"
    elif near and _MORE_BEHIND_QUOTES.match(lines[near[-1]]):
        hint = "a text that begins with a quotation mark ends with it: put the whole text in quotes or none of it"
    elif "expected a single document" in what:
        hint = "remove the line with ---"
    elif "cannot start any token" in what:
        hint = "put a text that begins with @, % or ` in quotes"
    return Problem(place, f"is not readable as YAML ({what}): {hint}")


def _lines_of_texts(loader: Any) -> set[int]:
    """The lines inside the block texts and quotes that could be read: any sign may begin one of those."""
    lines: set[int] = set()
    try:
        while loader.check_event():
            event = loader.get_event()
            begin, end = event.start_mark, event.end_mark
            if isinstance(event, yaml.ScalarEvent) and event.style and begin and end:
                # What is under >- ends where the next line begins; a quotation ends in its last line.
                lines.update(range(begin.line + 1, end.line + (event.style in "'\"")))
    except yaml.YAMLError:
        pass  # it is being explained
    return lines
