"""Reads the files of a content folder. All reading of content happens here.

Scalars stay text (`no`, `016` and `146.10` are not turned into other things) and every
value keeps the line and column where it stands.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from legal_site.compose import Loc, Places, Value, compose
from legal_site.problems import Place, Problem

__all__ = ["Document", "Loaded", "Loc", "Value", "load", "read_document", "read_text", "visible"]


@dataclass
class Document:
    """One YAML file as plain values, with the place of each of them."""

    path: Path
    name: str
    """How the file is called in messages, such as `content_data/site.yml`."""
    value: Value
    places: Places = field(repr=False)
    digest: str = ""
    """SHA-256 of the file's text."""
    own_problems: tuple[str, list[Problem]] | None = field(default=None, repr=False, compare=False)
    """What is wrong in the file by itself, with the digest of the `site.yml` it was judged by. None: not yet asked."""

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

    folder: str
    """How the content folder is called in messages."""
    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(content: Path, before: Iterable[Document] = ()) -> Loaded:
    """Reads every `.yml` file under `content`, in the order of their names.

    A file that reads as it did in `before` stays the same document: a preview makes no sense of it anew.
    Never raises for a mistake in the content: an unreadable file becomes a problem.
    """
    known = {document.path: document for document in before}
    folder = Path(os.path.abspath(content)).name
    loaded = Loaded(folder)
    if not content.is_dir():
        loaded.problems.append(Problem(Place(folder), "the folder is missing: expected the site's content here"))
        return loaded
    paths = sorted(content.rglob("*.[yY]*[mM][lL]"))
    loaded.problems += _unread(content, folder, {path.parent for path in paths} - {content})
    for path in paths:
        name = f"{folder}/{path.relative_to(content).as_posix()}"
        document = read_document(path, name, loaded.problems, known.get(path))
        if document is not None:
            loaded.documents.append(document)
    return loaded


def _unread(content: Path, name: str, folders: Iterable[Path]) -> Iterator[Problem]:
    """The files of other kinds beside content files: `147.yml.txt`, as an editor may have saved it."""
    for path in sorted(path for folder in folders for path in folder.iterdir()):
        if path.suffix.lower() not in (".yml", ".yaml") and path.is_file() and not path.name.startswith("."):
            message = "is not read: a file of the content ends with .yml; rename it or take it out of this folder"
            yield Problem(Place(f"{name}/{path.relative_to(content).as_posix()}"), message)


def visible(folder: Path, pattern: str = "*") -> list[Path]:
    """What lies under a folder, sorted, but for the hidden files of editors and systems (`.DS_Store`)."""
    found = ((path, path.relative_to(folder).parts) for path in folder.rglob(pattern))
    return sorted(path for path, parts in found if not any(part.startswith(".") for part in parts))


def read_document(path: Path, name: str, problems: list[Problem], before: Document | None = None) -> Document | None:
    """One file, or None after saying in `problems` why it cannot be read. `before` is what it was, if it was read."""
    if path.suffix != ".yml":
        problems.append(Problem(Place(name), "rename the file so that it ends with .yml, as all others do"))
        return None
    text = read_text(path, name, problems)
    if text is None:
        return None
    digest = sha256(text.encode()).hexdigest()
    if before and before.digest == digest:
        return before
    composed = compose(text, name, problems)
    return Document(path, name, *composed, digest) if composed else None


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a file called `name`, or None after saying in `problems` why it cannot be read."""
    try:
        # A pipe would be waited for, a device has no end.
        data = path.read_bytes() if path.is_file() else None
    except OSError as error:
        problems.append(Problem(Place(name), f"cannot be read ({error.strerror}): check the file's permissions"))
        return None
    if data is None:
        message = "cannot be read: expected a file, found a folder or a link that leads to none"
        problems.append(Problem(Place(name), message))
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        message = "is not UTF-8 text: save the file again with the encoding UTF-8"
        problems.append(Problem(Place(name, data[: error.start].count(b"\n") + 1, 1), message))
        return None
