"""What every content model shares: strict frozen values, texts by locale, provenance and notes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

FORMS: dict[str, str] = {}
"""What is expected of a text that has to have a form, by its pattern: the words of the message where it has not."""


def form(pattern: str, expected: str, longest: int = 200) -> StringConstraints:
    """The constraint of a text's form; `expected` says it to an editor, `longest` is in letters."""
    FORMS[pattern] = expected
    return StringConstraints(pattern=pattern, max_length=longest)


Identifier = Annotated[str, form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "small Latin letters, digits and hyphens")]
"""A lasting id: kebab-case ASCII, never renumbered, never used again for something else."""

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Text = Annotated[dict[str, Words], Field(min_length=1, json_schema_extra={"x-text": "plain"})]
"""The same text in each language that is written by hand, keyed by locale (`sr`, `en`): plain words."""

Editorial = Annotated[dict[str, Words], Field(min_length=1, json_schema_extra={"x-text": "editorial"})]
"""A text of ours, in each language as well, with emphasis, links and mentions of provisions (`[[kz/146/p3]]`)."""

BY_LANGUAGE = Field(json_schema_extra={"x-by-language": True})
"""Marks a mapping from locale to something that is no text, or need not be there in each language."""

LocalPhrase = Annotated[dict[str, Words], BY_LANGUAGE]
"""Some words in those languages that have them."""

LocalWords = Annotated[dict[str, list[Words]], BY_LANGUAGE]
"""Words of each language that is written by hand. The two languages need not have equally many."""

_WEB = r"^https?://[^\s<>\"\\^`{|}]+$"
_ANY = r"^(https?://|mailto:)[^\s<>\"\\^`{|}]+$"


def is_reachable(address: str) -> bool:
    """Whether it can be an address: of the form, with a host that the name system could have (RFC 3986, RFC 3490)."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - asking for it raises
        host = (parts.hostname or "").encode("idna")
    except ValueError:
        return False
    return re.fullmatch(_ANY, address) is not None and (parts.scheme == "mailto" or bool(host))


def _reachable(address: str) -> str:
    if not is_reachable(address):
        raise PydanticCustomError("string_pattern_mismatch", "no address", {"pattern": _WEB})
    return address


WebAddress = Annotated[str, form(_WEB, "an address that begins with https://", 2_000), AfterValidator(_reachable)]

Address = Annotated[str, form(_ANY, "an address that begins with https://", 2_000), AfterValidator(_reachable)]

ProvisionAddress = Annotated[
    str,
    form(
        r"^[a-z]+/[0-9]+[a-z]*(/p[0-9]+[a-z]*(-i[0-9]+[a-z]*(-[a-z]+)?)?)?$",
        "the address of a provision such as kz/146/p3",
    ),
]
"""A provision without its site prefix: `kz/146`, `kz/146/p3`, `kz/112/p3-i2`, `zzpl/4/p1-i26-a`."""

PartialDate = Annotated[str, form(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "a date such as 2016-04-12, 2018-03 or 2018")]
"""A date as precise as it is known: `2016-04-12`, `2018-03` or `2018`."""


def _whole_day(value: Any) -> Any:
    # Pydantic would take any number for seconds since 1970.
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("date_form", "no date")
    return value


Day = Annotated[date, BeforeValidator(_whole_day)]
"""A date: `2016-04-12`."""


class Model(BaseModel):
    """A value read from a content file: frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Model):
    """Where a text comes from. What an article leaves out is taken from its law, what a paragraph
    leaves out from its article."""

    kind: Literal["official", "translation", "editorial"] | None = None
    """What the text is. A version made by program from another is a transliteration by itself."""
    in_short: Text | None = None
    """What the text is, where the name of its kind says too little: it goes with every copy, also in the data files,
    the Markdown twin and the Akoma Ntoso document."""
    sources: list[Identifier] | None = None
    """Ids from `sources.yml`."""
    independent_sources: Annotated[int, Field(ge=1, le=1000)] | None = None
    """In how many sources that do not copy each other the same words were seen."""
    verified_on: Day | None = None
    """When the text was last compared with its source."""
    verified_by: Text | None = None
    """Who compared it, if a person has. None: nobody has put a name to it yet."""
    note: Editorial | None = None

    def over(self, base: Provenance | None) -> Provenance:
        """This provenance, its gaps filled from `base`."""
        if base is None:
            return self
        given = {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
        if self.kind not in (None, base.kind):
            given.setdefault("in_short", None)  # what the base says in short is of another kind of text
        return base.model_copy(update=given)


Provenances = Annotated[dict[str, Provenance], BY_LANGUAGE]
"""What the text is in each language."""


class Note(Model):
    """An editor's note: ours, never part of the text it stands beside."""

    id: Identifier
    kind: Literal["derived", "doubt", "gap", "context", "correction"] = "context"
    about: str | None = None
    """The anchor of the paragraph it belongs to (`p3`). None: the whole article."""
    text: Editorial


class Sic(Model):
    """A slip of the official text that is kept as it stands and named outside the quoted words."""

    about: str
    """The anchor of the paragraph or item (`p2`, `p3-i5`)."""
    words: Words
    """The words as they stand in the source language."""
    text: Text
