"""JSON Schemas of the content files, for editors that help while one types. Made from the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legal_site.decode import KINDS


def schemas(locales: list[str]) -> dict[str, str]:
    """The text of each schema by its file name, for a site written in `locales`."""
    texts = {}
    for name, kind in KINDS.items():
        schema = kind.model_json_schema()
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        _adapt(schema, locales)
        texts[f"{name}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return texts


def _adapt(node: Any, locales: list[str]) -> None:
    """Texts get their languages; numbers may be written without quotes, as our reader takes them."""
    if isinstance(node, list):
        for item in node:
            _adapt(item, locales)
    if not isinstance(node, dict):
        return
    if node.pop("x-text", None):
        words = node.get("additionalProperties", {"type": "string"})
        node["properties"] = {locale: words for locale in locales}
        node["required"] = locales
        node["additionalProperties"] = False
    if node.pop("x-by-language", None):
        node["properties"] = dict.fromkeys(locales, node["additionalProperties"])
        node["additionalProperties"] = False
    if node.get("type") == "string" and "pattern" in node:
        node["type"] = ["string", "integer"]
    for value in list(node.values()):
        _adapt(value, locales)


def write_schemas(folder: Path, locales: list[str]) -> list[Path]:
    """Writes the schemas of a content folder that are missing or differ. Returns what was written."""
    (folder / "schemas").mkdir(exist_ok=True)
    written = []
    for path, text in _stale(folder, locales):
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return written


def stale_schemas(folder: Path, locales: list[str]) -> list[Path]:
    """The schemas of a content folder that are missing or differ from the models, for a site written in `locales`."""
    return [path for path, _ in _stale(folder, locales)]


def _stale(folder: Path, locales: list[str]) -> Iterator[tuple[Path, str]]:
    for name, text in schemas(locales).items():
        path = folder / "schemas" / name
        if not path.is_file() or path.read_text("utf-8", errors="replace") != text:
            yield path, text
