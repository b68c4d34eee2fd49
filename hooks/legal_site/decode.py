"""Turns loaded documents into models. Every mistake is collected; none stops the others being found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pydantic import BaseModel, ValidationError

from legal_site.index import REGISTERS
from legal_site.load import Document, Loaded
from legal_site.model.cases import Cases
from legal_site.model.flow import AdviceList, Deadlines, Flow, Letter
from legal_site.model.law import Article, LawInfo
from legal_site.model.proof import Proof
from legal_site.model.registers import Authorities, Changes, Glossary, Practice, Sources, Timeline
from legal_site.model.search import Search, SearchCases
from legal_site.model.site import Home, Interface, SiteInfo
from legal_site.model.statement import Statement
from legal_site.permalink import number_in_address
from legal_site.problems import MORE, MOST, Place, Problem, did_you_mean
from legal_site.validation import explain

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
    "proof": Proof,
}
"""Files of which there is at most one: a site without guides needs neither advice nor time limits."""

_FOLDERS: tuple[tuple[re.Pattern[str], type[BaseModel]], ...] = (
    (re.compile(r"laws/[a-z]+/law"), LawInfo),
    (re.compile(r"laws/[a-z]+/articles/[0-9]+[a-z]*"), Article),
    (re.compile(r"statement/[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)*"), Statement),
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
    """The keys of files that are there but cannot be read, as far as one can tell which they are."""
    folder: str = "content_data"
    """How the content folder is called in messages."""


def decode(loaded: Loaded) -> Decoded:
    """Decodes every document by the kind that its place in the folder gives it."""
    decoded = Decoded(problems=list(loaded.problems), folder=loaded.folder)
    unread = {problem.place.file for problem in loaded.problems} - {document.name for document in loaded.documents}
    keys = [_key(name, loaded.folder) for name in sorted(unread - {loaded.folder})]
    decoded.unread.extend(name for key in keys if (name := key if kind_of(key) else _article_in(key)))
    for document in loaded.documents:
        key = _key(document.name, loaded.folder)
        kind = kind_of(key)
        if kind is None:
            near = did_you_mean(key, [*SINGLE_FILES, *OPTIONAL_FILES])
            message = f"is not a file the site knows{near}: see {loaded.folder}/README.md"
            decoded.problems.append(Problem(Place(document.name), message))
            decoded.unread += [article] if (article := _article_in(key)) else []
            continue
        decoded.documents[key] = document
        try:
            decoded.models[key] = kind.model_validate(document.value)
        except ValidationError as error:
            decoded.problems.extend(_explained(error, document, kind))
    decoded.unread = [key for key in decoded.unread if key not in decoded.documents]
    for name in SINGLE_FILES:
        if name not in decoded.documents and name not in decoded.unread and loaded.folder not in unread:
            empty = f": one without entries says `{REGISTERS[name]}: []`" if name in REGISTERS else ""
            decoded.problems.append(Problem(Place(f"{loaded.folder}/{name}.yml"), f"the file is missing{empty}"))
    return decoded


def _article_in(key: str) -> str | None:
    """The article that a file of a law with a wrong name seems to hold: `24а.yml`, `24a.yml.txt`, `24a - Copy.yml`."""
    match = re.match(r"(laws/[a-z]+/articles/)([0-9]+[a-zа-џ]*)", key)
    return match.group(1) + number_in_address(match.group(2)) if match else None


def _explained(error: ValidationError, document: Document, kind: type[BaseModel]) -> Iterator[Problem]:
    errors = error.errors()
    for details in errors[:MOST]:
        yield explain(details, document, kind)
    if len(errors) > MOST:
        yield Problem(document.place(()), f"the file {MORE}")


def _key(name: str, content_folder: str) -> str:
    return PurePosixPath(name).relative_to(content_folder).with_suffix("").as_posix()


def kind_of(key: str) -> type[BaseModel] | None:
    """The model of the file with this key, such as `laws/kz/law`; None for a file that the site does not know."""
    if single := SINGLE_FILES.get(key) or OPTIONAL_FILES.get(key):
        return single
    return next((kind for pattern, kind in _FOLDERS if pattern.fullmatch(key)), None)
