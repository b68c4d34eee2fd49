"""Makes up what a content leaves out: a text for each field that can have one, whatever models there are."""

from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from legal_site.compose import Loc

LOCALES = {"sr": "Реч", "en": "Word", "de": "Wort"}


def gaps(kind: type[BaseModel], value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """The fields of a model, and of those in it, that the value does not have and that a text can fill."""
    for name, info in kind.model_fields.items() if isinstance(value, dict) else ():
        if name not in value:
            new = _made(info.annotation, [info])
            if new is not None:
                yield (*loc, name), new
        else:
            yield from _inside(info.annotation, value[name], (*loc, name))


def _inside(annotation: Any, value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    kind, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from gaps(annotation, value, loc)
    elif kind is Annotated:
        yield from _inside(inner[0], value, loc)
    elif kind in (Union, UnionType):
        for each in inner:
            model = get_args(each)[0] if get_origin(each) is Annotated else each
            if isinstance(model, type) and issubclass(model, BaseModel) and _fits(model, value):
                yield from gaps(model, value, loc)
    elif kind is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _inside(inner[0], item, (*loc, index))
    elif kind is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(inner[1], item, (*loc, key))


def _fits(model: type[BaseModel], value: Any) -> bool:
    required = {name for name, info in model.model_fields.items() if info.is_required()}
    return isinstance(value, dict) and required <= value.keys() <= model.model_fields.keys()


def _made(annotation: Any, marks: list[Any]) -> Any:
    """A value that is or has a text; None for what none can be made for."""
    if any(isinstance(mark, FieldInfo) and "x-text" in (mark.json_schema_extra or ()) for mark in marks):
        return dict(LOCALES)
    kind, inner = get_origin(annotation), get_args(annotation)
    if kind is Annotated:
        return _made(inner[0], list(inner[1:]))
    if kind in (Union, UnionType):
        return _made(next(each for each in inner if each is not NoneType), [])
    if kind is list:
        new = _made(inner[0], [])
        return None if new is None else [new]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = {name: _field(name, info) for name, info in annotation.model_fields.items() if info.is_required()}
        return fields if all(fields.values()) and any(isinstance(new, dict) for new in fields.values()) else None
    return None


def _field(name: str, info: FieldInfo) -> Any:
    """A value for a required field of a new model."""
    annotation = info.annotation
    if name == "id":
        return "filled"
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    return "2024-03-01" if annotation is date else _made(annotation, [info])


def text_fields(kind: Any, seen: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    """The name of each model in a type, with each of its fields that are texts or lists of texts."""
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
        seen.add(kind)
        for name, info in kind.model_fields.items():
            if isinstance(_made(info.annotation, [info]), dict | list) and _is_text(info):
                yield kind.__name__, name
            yield from text_fields(info.annotation, seen)
    for inner in get_args(kind):
        yield from text_fields(inner, seen)


def _is_text(info: FieldInfo) -> bool:
    return "x-text" in repr((info.json_schema_extra, info.annotation))


def filled_fields(value: Any) -> Iterator[tuple[str, str]]:
    """The name of each model in a value, with each of its fields that is not empty."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if getattr(value, name):
                yield type(value).__name__, name
            yield from filled_fields(getattr(value, name))
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from filled_fields(item)
