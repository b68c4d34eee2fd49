"""What every JSON file says of itself, and the JSON Schemas of the files, made from their models."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from pydantic import Field

from legal_site import permalink
from legal_site.exports.data_text import Names, Shape
from legal_site.exports.every_version import EveryVersion

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class VersionShape(Shape):
    """A version of the site: the key of every map of texts, and where its pages are."""

    locale: str
    lang: str
    """The language tag (BCP 47) of its pages."""
    name: str
    made_from: str | None = None
    """The locale from which a program makes this version by transliteration. Left out: it is written by hand."""
    root: str
    """Stands before an address of this site (`/law/kz/146/#p3`) to make the address of this version's page."""


class Licence(Shape):
    """What may be done with the texts."""

    note: Names
    own_texts: str | None = None
    """The licence of the publisher's own words and translations, by its address. Left out: none is given."""
    page: str
    """The address on the site that says it in full."""


class DataFile(Shape):
    """The beginning of every file."""

    schema_address: str = Field(serialization_alias="$schema")
    """The JSON Schema of this file."""
    site: str
    """Where the site lives, with a slash at the end."""
    name: Names
    """What the site is called: to be named as the source."""
    address: str
    """This file's lasting address on the site, without the site's own."""
    licence: Licence
    versions: list[VersionShape]
    """The versions of the site, the one without a prefix first."""


def opening(every: EveryVersion, site_url: str, address: str, schema: str) -> dict[str, Any]:
    """The fields of `DataFile` for the file at `address` whose schema is called `schema`."""
    root = site_url.rstrip("/")
    return {
        "schema_address": root + schema_address(schema),
        "site": site_url,
        "name": every.names(lambda reader: reader.text(every.site.content.site.name)),
        "address": address,
        "licence": Licence(
            note=every.names(lambda reader: reader.ui("licence_note")),
            own_texts=every.site.content.site.licence,
            page="/about/licence/",
        ),
        "versions": [
            VersionShape(
                locale=locale,
                lang=reader.version.lang,
                name=reader.version.name,
                made_from=reader.version.made_from,
                root=root + permalink.prefixed("", reader.prefix),
            )
            for locale, reader in every.readers.items()
        ],
    }


def schema_address(name: str) -> str:
    """The address on the site of the schema that is called `name`."""
    return f"/data/schema/{name}.schema.json"


def written(file: DataFile, compact: bool = False) -> str:
    """The text of a file; `compact` is for files that are long."""
    return json_text(file, None if compact else 1) + "\n"


def json_text(shape: Shape, indent: int | None = None) -> str:
    """A shape as JSON, in one line without an indent. What is not known is left out."""
    return shape.model_dump_json(by_alias=True, exclude_none=True, indent=indent)


def schema_text(kind: type[DataFile], name: str, locales: list[str], site_url: str) -> str:
    """The text of the schema of a kind of file, for a site with these locales (JSON Schema, draft 2020-12)."""
    schema = json.loads(_generated(kind))
    _adapt(schema, locales)
    head = {"$schema": DRAFT, "$id": site_url.rstrip("/") + schema_address(name)}
    return json.dumps(head | schema, ensure_ascii=False, indent=1) + "\n"


@lru_cache
def _generated(kind: type[DataFile]) -> str:
    """Kept from build to build: a preview would make the same schemas anew at every edit."""
    return json.dumps(kind.model_json_schema(mode="serialization"))


def _adapt(node: Any, locales: list[str]) -> None:
    """A map by locale has each version of the site; the line ends of a docstring are none of the description's."""
    if isinstance(node, list):
        for item in node:
            _adapt(item, locales)
    if not isinstance(node, dict):
        return
    if node.pop("x-versions", None):
        node["required"] = locales
    if isinstance(node.get("description"), str):
        node["description"] = " ".join(node["description"].split())
    for value in list(node.values()):
        _adapt(value, locales)
