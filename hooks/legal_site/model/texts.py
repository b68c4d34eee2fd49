"""Finds every text of a model, and all else that it has by language, in whatever fields, lists and mappings it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from legal_site.compose import Loc

_Found = tuple[Loc, Mapping[str, Any], str]
"""The path of a mapping by language, the mapping, and whether it is a `plain` or `editorial` text or `other`."""


class _Inside(NamedTuple):
    """A list or mapping in which texts can stand."""

    shape: Any
    by_language: bool
    """Whether the keys are locales."""


def texts_of(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Each text of a model with its path; `loc` is the path of the model itself."""
    for place, text, kind in _every(model, loc):
        if kind != "other":
            yield place, text


def others_by_language(model: BaseModel) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
    """Each mapping by language that is no text, with its path."""
    for place, mapping, kind in _every(model, ()):
        if kind == "other":
            yield place, mapping


def editorial_texts(model: BaseModel) -> Iterator[Loc]:
    """The paths of the model's texts that may have markup and mention provisions; the others are plain words."""
    return (place for place, _, kind in _every(model, ()) if kind == "editorial")


def _every(model: BaseModel, loc: Loc) -> Iterator[_Found]:
    for name, shape in _fields(type(model)):
        yield from _texts(getattr(model, name), shape, (*loc, name))


def _texts(value: Any, shape: Any, loc: Loc) -> Iterator[_Found]:
    if isinstance(value, BaseModel):
        yield from _every(value, loc)
    elif value and shape in ("plain", "editorial"):
        yield loc, value, shape
    elif value and isinstance(shape, _Inside):
        if shape.by_language:
            yield loc, value, "other"
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(item, shape.shape, (*loc, key))


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields of a model in which texts can stand, with their shape."""
    shapes = ((name, _shape(info.annotation, [info])) for name, info in kind.model_fields.items())
    return tuple((name, shape) for name, shape in shapes if shape)


def _shape(annotation: Any, marks: Iterable[Any] = ()) -> Any:
    """`plain` or `editorial` for a text, `model`, what is inside a list or mapping, or None."""
    extras = [mark.json_schema_extra for mark in marks if isinstance(mark, FieldInfo)]
    said = {name: value for extra in extras if isinstance(extra, dict) for name, value in extra.items()}
    if "x-text" in said:
        return said["x-text"]
    by_language = "x-by-language" in said
    kind, inner = get_origin(annotation), get_args(annotation)
    if kind is Annotated:
        return _shape(inner[0], inner[1:])
    if kind in (Union, UnionType):
        return next(filter(None, map(_shape, inner)), None)
    if kind in (list, dict):
        shape = _shape(inner[-1])
        return _Inside(shape, by_language) if shape or by_language else None
    return "model" if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
