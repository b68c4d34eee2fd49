"""Says what a model finds wrong with a document, so that the person who wrote it can mend it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from legal_site.load import Document
from legal_site.model.base import FORMS
from legal_site.problems import Problem, did_you_mean, path_text, shown


def explain(error: ErrorDetails, document: Document, kind: type[BaseModel]) -> Problem:
    """One of the errors of a validation; `kind` is the model that the document was to be."""
    loc = tuple(part for part in error["loc"] if not _is_tag(part))
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
    return Problem(document.place(loc), f"{path_text(loc)} {_reason(error, loc, kind)}")


def _is_tag(part: str | int) -> bool:
    return isinstance(part, str) and part.startswith("‹")


_SHOULD_BE = {
    "dict_type": "is not a list of keys: expected lines such as `sr: …` under it",
    "model_type": "is not a list of keys: expected lines `key: value` under it",
    "model_attributes_type": "is not a list of keys: expected lines `key: value` under it",
    "list_type": "is not a list: expected lines that begin with `- `",
    "string_type": "is not a text",
    "string_too_short": "is empty: write the text or remove the key",
    "too_short": "is empty: at least one entry is expected",
    "int_parsing": "is not a whole number",
    "int_parsing_size": "is too large a number",
    "int_type": "is not a whole number",
    "int_from_float": "is not a whole number",
    "bool_parsing": "is neither true nor false",
    "bool_type": "is neither true nor false",
}


def _reason(error: ErrorDetails, loc: tuple[str | int, ...], kind: type[BaseModel]) -> str:
    code = error["type"]
    given = error["input"]
    if code == "missing":
        return "is missing"
    if code == "extra_forbidden":
        return f"is not a known key here{did_you_mean(str(loc[-1]), _field_names(kind) - {str(loc[-1])})}"
    if given is None:
        return "is empty: write a value or remove the key"
    if code.startswith("date"):
        return f"is not a date: {shown(given)}; expected year-month-day, such as 2026-02-21"
    if code == "literal_error":
        expected = str(error["ctx"]["expected"]).replace("'", "")
        words = re.split(r", | or ", expected)
        return f"is {shown(given)}; expected {expected}{did_you_mean(str(given), words)}"
    if code == "string_pattern_mismatch":
        return f"has the wrong form: {shown(given)}; expected {FORMS[error['ctx']['pattern']]}"
    if code in ("greater_than_equal", "less_than_equal"):
        bound = "least" if code == "greater_than_equal" else "most"
        return f"is {shown(given)}; expected at {bound} {next(iter(error['ctx'].values()))}"
    if code == "string_too_long":
        return f"has {len(str(given))} letters; expected at most {error['ctx']['max_length']}"
    if code == "too_long":
        return f"has {error['ctx']['actual_length']} entries; expected at most {error['ctx']['max_length']}"
    return _SHOULD_BE.get(code, f"is wrong: {error['msg']}")


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
