"""Finds every text of a model, in whatever fields, lists and mappings it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from legal_site.compose import Loc

_Found = tuple[Loc, Mapping[str, str], str]
"""A text's path, the text, and whether it is `plain` or `editorial`."""


def texts_of(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Each text of a model with its path; `loc` is the path of the model itself."""
    for place, text, _ in _every(model, loc):
        yield place, text


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
    elif value and isinstance(shape, tuple):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(item, shape[0], (*loc, key))


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields of a model in which texts can stand, with their shape."""
    shapes = ((name, _shape(info.annotation, [info])) for name, info in kind.model_fields.items())
    return tuple((name, shape) for name, shape in shapes if shape)


def _shape(annotation: Any, marks: Iterable[Any] = ()) -> Any:
    """`plain` or `editorial` for a text, `model`, the shape of what is inside a list or mapping in a tuple, or None."""
    for mark in marks:
        extra = mark.json_schema_extra if isinstance(mark, FieldInfo) else None
        if isinstance(extra, dict) and "x-text" in extra:
            return extra["x-text"]
    kind, inner = get_origin(annotation), get_args(annotation)
    if kind is Annotated:
        return _shape(inner[0], inner[1:])
    if kind in (Union, UnionType):
        return next(filter(None, map(_shape, inner)), None)
    if kind in (list, dict):
        shape = _shape(inner[-1])
        return (shape,) if shape else None
    return "model" if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
