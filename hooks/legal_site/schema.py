"""JSON Schemas of the content files, for editors that help while one types. Made from the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from legal_site.build import build_content
from legal_site.decode import KINDS
from legal_site.problems import ContentError


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
    if node.get("type") == "string" and "pattern" in node:
        node["type"] = ["string", "integer"]
    for value in list(node.values()):
        _adapt(value, locales)


def _locales(content: Path) -> list[str]:
    try:
        return build_content(content).written_locales
    except ContentError:
        return ["sr", "en"]


def write_schemas(content: Path) -> list[Path]:
    """Writes `schemas/` in the content folder. Returns what was written."""
    folder = content / "schemas"
    folder.mkdir(exist_ok=True)
    written = []
    for name, text in schemas(_locales(content)).items():
        (folder / name).write_text(text, "utf-8", newline="\n")
        written.append(folder / name)
    return written


def stale_schemas(content: Path) -> list[Path]:
    """The schemas that are missing or differ from the models."""
    folder = content / "schemas"
    return [
        folder / name
        for name, text in schemas(_locales(content)).items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]
