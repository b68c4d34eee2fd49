"""Turns loaded documents into models. Every mistake is collected; none stops the others being found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from legal_site.load import Document, Loaded
from legal_site.model.flow import AdviceList, Cases, Deadlines, Flow, Letter
from legal_site.model.law import Article, LawInfo
from legal_site.model.registers import Authorities, Changes, Glossary, Practice, Sources, Timeline
from legal_site.model.search import Search, SearchCases
from legal_site.model.site import Home, Interface, SiteInfo
from legal_site.model.statement import Statement
from legal_site.problems import Place, Problem, did_you_mean

SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    "site": SiteInfo,
    "interface": Interface,
    "home": Home,
    "sources": Sources,
    "authorities": Authorities,
    "glossary": Glossary,
    "timeline": Timeline,
    "practice": Practice,
    "changes": Changes,
}
"""The files of which there is exactly one, by name."""

OPTIONAL_FILES: Mapping[str, type[BaseModel]] = {
    "advice": AdviceList,
    "deadlines": Deadlines,
    "search": Search,
}
"""Files of which there is at most one: a site without guides needs neither advice nor time limits."""

_FOLDERS: tuple[tuple[re.Pattern[str], type[BaseModel]], ...] = (
    (re.compile(r"laws/[a-z]+/law"), LawInfo),
    (re.compile(r"laws/[a-z]+/articles/[0-9]+[a-z]*"), Article),
    (re.compile(r"statement/[^/]+"), Statement),
    (re.compile(r"flows/[a-z0-9]+(-[a-z0-9]+)*"), Flow),
    (re.compile(r"letters/[a-z0-9]+(-[a-z0-9]+)*"), Letter),
    (re.compile(r"cases/search"), SearchCases),
    (re.compile(r"cases/[a-z0-9]+(-[a-z0-9]+)*"), Cases),
)

KINDS: Mapping[str, type[BaseModel]] = {
    **SINGLE_FILES,
    **OPTIONAL_FILES,
    "law": LawInfo,
    "article": Article,
    "statement": Statement,
    "flow": Flow,
    "letter": Letter,
    "cases": Cases,
    "queries": SearchCases,
}
"""Every kind of content file, by the name of its schema."""


@dataclass
class Decoded:
    """What could be decoded, keyed like `laws/kz/articles/146`, and what could not."""

    documents: dict[str, Document] = field(default_factory=dict)
    models: dict[str, BaseModel] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """The keys of files that are there but cannot be read."""
    folder: str = "content_data"
    """How the content folder is called in messages."""


def decode(loaded: Loaded) -> Decoded:
    """Decodes every document by the kind that its place in the folder gives it."""
    content_folder = _content_folder(loaded)
    decoded = Decoded(problems=list(loaded.problems), folder=content_folder)
    unread = {problem.place.file for problem in loaded.problems} - {document.name for document in loaded.documents}
    keys = [_key(name, content_folder) for name in sorted(unread - {content_folder})]
    decoded.unread.extend(key for key in keys if _kind_of(key))
    for document in loaded.documents:
        key = _key(document.name, content_folder)
        kind = _kind_of(key)
        if kind is None:
            known = [*SINGLE_FILES, *OPTIONAL_FILES]
            message = f"is not a file the site knows{did_you_mean(key, known)}: see README.md beside it"
            decoded.problems.append(Problem(Place(document.name), message))
            continue
        decoded.documents[key] = document
        try:
            decoded.models[key] = kind.model_validate(document.value)
        except ValidationError as error:
            decoded.problems.extend(_explain(details, document, kind) for details in error.errors())
    for name in SINGLE_FILES:
        if name not in decoded.documents and name not in decoded.unread and content_folder not in unread:
            decoded.problems.append(Problem(Place(f"{content_folder}/{name}.yml"), "the file is missing"))
    return decoded


def _content_folder(loaded: Loaded) -> str:
    for name in (*(document.name for document in loaded.documents), *(each.place.file for each in loaded.problems)):
        return PurePosixPath(name).parts[0]
    return "content_data"


def _key(name: str, content_folder: str) -> str:
    return PurePosixPath(name).relative_to(content_folder).with_suffix("").as_posix()


def _kind_of(key: str) -> type[BaseModel] | None:
    if single := SINGLE_FILES.get(key) or OPTIONAL_FILES.get(key):
        return single
    return next((kind for pattern, kind in _FOLDERS if pattern.fullmatch(key)), None)


def _explain(error: ErrorDetails, document: Document, kind: type[BaseModel]) -> Problem:
    loc = tuple(part for part in error["loc"] if not _is_tag(part))
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
    return Problem(document.place(loc), f"{path_text(loc)} {_reason(error, loc, kind)}")


def _is_tag(part: str | int) -> bool:
    return isinstance(part, str) and part.startswith("‹")


def path_text(loc: tuple[str | int, ...]) -> str:
    """How a value's path is shown: `paragraphs[2].text.en`."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text or "the file"


_SHOULD_BE = {
    "dict_type": "is not a list of keys: expected lines such as `sr: …` under it",
    "model_type": "is not a list of keys: expected lines `key: value` under it",
    "model_attributes_type": "is not a list of keys: expected lines `key: value` under it",
    "list_type": "is not a list: expected lines that begin with `- `",
    "string_type": "is not a text",
    "string_too_short": "is empty: write the text or remove the key",
    "too_short": "is empty: at least one entry is expected",
    "int_parsing": "is not a whole number",
    "int_type": "is not a whole number",
    "bool_parsing": "is neither true nor false",
}


def _reason(error: ErrorDetails, loc: tuple[str | int, ...], kind: type[BaseModel]) -> str:
    code = error["type"]
    given = error["input"]
    if code == "missing":
        return "is missing"
    if code == "extra_forbidden":
        return f"is not a known key{did_you_mean(str(loc[-1]), _field_names(kind))}"
    if given is None and code != "missing":
        return "is empty: write a value or remove the key"
    if code.startswith("date"):
        return f"is not a date: {given!r}; expected year-month-day, such as 2026-02-21"
    if code == "literal_error":
        expected = str(error["ctx"]["expected"]).replace("'", "")
        words = re.split(r", | or ", expected)
        return f"is {given!r}; expected {expected}{did_you_mean(str(given), words)}"
    if code == "string_pattern_mismatch":
        return f"has the wrong form: {given!r}{_form(error['ctx']['pattern'])}"
    return _SHOULD_BE.get(code, f"is wrong: {error['msg']}")


def _form(pattern: str) -> str:
    known = {
        r"^[a-z0-9]+(-[a-z0-9]+)*$": "; expected small Latin letters, digits and hyphens",
        r"^(https?://|mailto:)\S+$": "; expected an address that begins with https://",
        r"^\d{4}(-\d{2}(-\d{2})?)?$": "; expected a date such as 2016-04-12, 2018-03 or 2018",
        r"^[0-9]+[a-zа-џђ]*$": "; expected a number such as 3 or 21а",
        r"^/[a-z0-9/-]*(#[a-z0-9-]+)?$": "; expected an address of the site such as /law/kz/146/#p3",
        r"^#[0-9a-fA-F]{6}$": "; expected a colour such as #1a4d8f",
        r"^[^@\s]+@[^@\s]+$": "; expected an e-mail address",
        r"^[a-z]{2}(-[A-Z][a-z]{3})?$": "; expected a language such as sr or sr-Latn",
        r"^([0-9]+[a-zа-џђ]*|[а-џ])$": "; expected a number such as 3 or a letter such as а",
        r"^([0-9]+[a-zа-џђ]*|[а-џ])(-([0-9]+[a-zа-џђ]*|[а-џ]))?$": "; expected a number or a row such as 4-6",
        r"^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)*$": "; expected a date such as 2016-04-12",
        r"^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)*/s[0-9]+$": "; expected a statement's paragraph such as 2016-04-12/s3",
    }
    if pattern.startswith("^[a-z]+/[0-9]"):
        return "; expected the address of a provision such as kz/146/p3"
    return known.get(pattern, "")


@cache
def _field_names(kind: type[BaseModel]) -> frozenset[str]:
    """The names of every field in a model and in the models inside it."""
    names: set[str] = set()
    seen: set[Any] = set()

    def visit(annotation: Any) -> None:
        if annotation in seen or isinstance(annotation, str):
            return
        try:
            seen.add(annotation)
        except TypeError:
            return
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            for name, info in annotation.model_fields.items():
                names.add(name)
                visit(info.annotation)
        for argument in get_args(annotation):
            visit(argument)

    visit(kind)
    return frozenset(names)
