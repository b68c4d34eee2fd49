"""The published content keeps its rules, file by file."""

from pathlib import Path

import pytest

from legal_site.build import build_content
from legal_site.load import load
from legal_site.schema import stale_schemas

CONTENT = Path(__file__).parents[2] / "content_data"
FILES = [document.name for document in load(CONTENT).documents]


def test_every_file_is_loaded() -> None:
    """No file fails to load in silence."""
    assert len(FILES) == len(list(CONTENT.rglob("*.yml")))


def test_the_content_is_in_order() -> None:
    """`make check` has nothing to say."""
    content = build_content(CONTENT)
    assert content.laws["kz"].articles["146"].paragraphs


@pytest.mark.parametrize("name", FILES)
def test_each_file_names_its_schema(name: str) -> None:
    """An editor helps while one types: the first line leads to the schema that exists."""
    path = CONTENT.parent / name
    first = path.read_text("utf-8").splitlines()[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    assert (path.parent / first.removeprefix(prefix)).is_file()


def test_no_schema_is_stale() -> None:
    """The schemas say what the models say: `python -m legal_site schema` renews them."""
    assert stale_schemas(CONTENT) == []
