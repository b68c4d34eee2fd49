"""What is read again when a folder of content is read a second time."""

from pathlib import Path

import pytest

from legal_site.load import load


@pytest.fixture
def folder(tmp_path):
    content = tmp_path / "content_data"
    content.mkdir()
    for name in ("one", "two"):
        (content / f"{name}.yml").write_text(f"name: {name}\n", "utf-8")
    return content


def values(loaded):
    return {document.name.rpartition("/")[2]: document.value for document in loaded.documents}


def test_a_file_that_has_not_changed_stays_the_same_document(folder):
    first = load(folder)
    (folder / "two.yml").write_text("name: second\n", "utf-8")
    (folder / "three.yml").write_text("name: three\n", "utf-8")
    again = load(folder, first.documents)
    assert values(again) == {"one.yml": {"name": "one"}, "two.yml": {"name": "second"}, "three.yml": {"name": "three"}}
    before, after = ({d.name: d for d in loaded.documents} for loaded in (first, again))
    assert after["content_data/one.yml"] is before["content_data/one.yml"]


def test_a_file_that_is_gone_or_cannot_be_read_any_more_is_not_what_it_was(folder):
    first = load(folder)
    (folder / "one.yml").unlink()
    (folder / "two.yml").write_text("name: [two\n", "utf-8")
    again = load(folder, first.documents)
    assert again.documents == []
    assert [problem.place.file for problem in again.problems] == ["content_data/two.yml"]


def test_what_was_read_elsewhere_does_not_count(folder, tmp_path):
    """A document carries the name by which messages call its file."""
    other = folder.rename(tmp_path / "other")
    again = load(other, load(other).documents)
    moved = load(other.rename(folder), again.documents)
    assert [document.name for document in moved.documents] == ["content_data/one.yml", "content_data/two.yml"]


def test_a_file_of_another_kind_is_told_in_the_folder_that_one_stands_in(folder, monkeypatch):
    (folder / "laws").mkdir()
    for name in ("three.yml", "four.yml.txt"):
        (folder / "laws" / name).write_text("name: three\n", "utf-8")
    monkeypatch.chdir(folder)
    assert [problem.place.file for problem in load(Path(".")).problems] == ["content_data/laws/four.yml.txt"]
