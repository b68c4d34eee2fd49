"""Changes the values in one YAML file: keys and rows lost, doubled, renamed, moved, nested, of another type or size."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from unbreakable.values import CHARACTERS, KEYS, MARKUP, REFERENCES, new_scalar, spoilt

Place = tuple[Any, Any]
"""A mapping or list, and the key or index in it."""
Change = Callable[[Random, Any], str]

MANY = 10_000
LONG = 1_000_000


def places(value: Any) -> Iterator[Place]:
    """Every place in a value, the outer ones first."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


def _any(rng: Random, root: Any, kind: type = object) -> Place | None:
    fitting = [(holder, key) for holder, key in places(root) if isinstance(holder[key], kind)]
    return rng.choice(fitting) if fitting else None


def _holder(rng: Random, root: Any, kind: type) -> Any:
    fitting = [root] if isinstance(root, kind) else []
    fitting += [holder[key] for holder, key in places(root) if isinstance(holder[key], kind)]
    return rng.choice(fitting) if fitting else None


def remove(rng: Random, root: Any) -> str:
    holder, key = _any(rng, root) or ({0: 0}, 0)
    del holder[key]
    return f"{key} removed"


def double(rng: Random, root: Any) -> str:
    rows = _holder(rng, root, list)
    if not rows:
        return "nothing doubled"
    index = rng.randrange(len(rows))
    rows.insert(rng.randint(0, len(rows)), deepcopy(rows[index]))
    return f"row {index} doubled"


def rename(rng: Random, root: Any) -> str:
    mapping = _holder(rng, root, dict)
    if not mapping:
        return "nothing renamed"
    key = rng.choice(list(mapping))
    new = rng.choice((*KEYS, str(key)[:-1], f"{key}s", str(key).upper()))
    rows = [(new if name == key else name, value) for name, value in mapping.items()]
    mapping.clear()
    mapping.update(rows)
    return f"{key} renamed to {new[:20]!r}"


def move(rng: Random, root: Any) -> str:
    holder, key = _any(rng, root) or ({0: 0}, 0)
    value = holder[key]
    del holder[key]
    _put(rng, root, key, value)
    return f"{key} moved"


def copy(rng: Random, root: Any) -> str:
    holder, key = _any(rng, root) or ({0: 0}, 0)
    _put(rng, root, key, deepcopy(holder[key]))
    return f"{key} copied"


def _put(rng: Random, root: Any, key: Any, value: Any) -> None:
    target = _holder(rng, root, rng.choice((dict, list)))
    if isinstance(target, dict):
        target[key] = value
    elif isinstance(target, list):
        target.insert(rng.randint(0, len(target)), value)


def swap(rng: Random, root: Any) -> str:
    first, second = _any(rng, root), _any(rng, root)
    if first is None or second is None:
        return "nothing swapped"
    one, other = first[0][first[1]], second[0][second[1]]
    first[0][first[1]], second[0][second[1]] = deepcopy(other), deepcopy(one)
    return f"{first[1]} and {second[1]} swapped"


def nest(rng: Random, root: Any) -> str:
    holder, key = _any(rng, root) or ({0: 0}, 0)
    value = holder[key]
    for _ in range(rng.choice((1, 1, 2, 38, 60))):
        value = rng.choice(([value], {"sr": value, "en": value}, {key: value}, {"items": [value]}))
        if isinstance(value, dict) and "en" in value:
            value["en"] = "a"
    holder[key] = value
    return f"{key} nested"


def retype(rng: Random, root: Any) -> str:
    holder, key = _any(rng, root) or ({0: 0}, 0)
    holder[key] = new_scalar(rng)
    return f"{key} is now {str(holder[key])[:30]!r}"


def characters(rng: Random, root: Any) -> str:
    return _spoil(rng, root, CHARACTERS)


def markup(rng: Random, root: Any) -> str:
    return _spoil(rng, root, MARKUP)


def _spoil(rng: Random, root: Any, insertions: tuple[str, ...]) -> str:
    place = _any(rng, root, str)
    if place is None:
        return "nothing spoilt"
    holder, key = place
    holder[key] = spoilt(rng, holder[key], insertions)
    return f"{key} is now {ascii(holder[key])[:60]}"


def refer(rng: Random, root: Any) -> str:
    """An address, an id or a number becomes another: missing, its own, of another kind, leading in a circle."""
    place = _any(rng, root, str)
    if place is None:
        return "nothing referred to"
    holder, key = place
    own = [other[name] for other, name in places(root) if isinstance(other[name], str) and len(other[name]) < 40]
    holder[key] = rng.choice((rng.choice(REFERENCES), rng.choice(own or [""])))
    return f"{key} refers to {holder[key]!r}"


def lengthen(rng: Random, root: Any) -> str:
    place = _any(rng, root, str)
    if place is None:
        return "nothing lengthened"
    holder, key = place
    holder[key] = rng.choice(("а", "a", "реч ", "word ", "[", "*", "1", "чл. 1. и ", "\n", "a-", "{", "/")) * LONG
    holder[key] = holder[key][:LONG]
    return f"{key} is {holder[key][:5]!r} a million letters long"


def multiply(rng: Random, root: Any) -> str:
    rows = _holder(rng, root, list)
    if not rows:
        return "nothing multiplied"
    row, numbered = rng.choice(rows), rng.random() < 0.7
    for number in range(len(rows) + 1, MANY):
        new = deepcopy(row)
        if numbered and isinstance(new, dict):
            for key in ("id", "number", "omitted"):
                if key in new:
                    new[key] = str(number) if key != "id" else f"row-{number}"
        rows.append(new)
    return f"{MANY} rows"


STRUCTURE: tuple[Change, ...] = (remove, remove, double, rename, move, copy, swap, nest)
SIZES: tuple[Change, ...] = (lengthen, multiply)
