"""The published content keeps its rules, file by file."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from legal_site.__main__ import main
from legal_site.build import build_content
from legal_site.load import load
from legal_site.schema import stale_schemas
from three_bridges.project import seal_project, write_project

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
    """The schemas say what the models say: `make paths` renews them."""
    assert stale_schemas(CONTENT, build_content(CONTENT).written_locales) == []


def sealed(folder: Path) -> tuple[Path, list[str]]:
    """The invented law's project, in order, and how a command is told of it."""
    project = write_project(CONTENT.parent, folder)
    seal_project(project)
    return project, ["--content", str(project / "content_data"), "--docs", str(project / "docs")]


def test_paths_renews_the_schemas_in_the_languages_of_the_site_and_check_says_when_they_are_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, where = sealed(tmp_path)
    path = project / "content_data/schemas/law.schema.json"
    title = json.loads(path.read_text("utf-8"))["properties"]["title"]
    assert title["required"] == ["sr", "en", "de"]
    assert main(["check", *where]) == 0
    path.write_text("{}", "utf-8")
    capsys.readouterr()
    assert main(["check", *where]) == 1
    assert "schemas are out of date (1, law.schema.json the first): run `make paths`" in capsys.readouterr().out
    assert main(["paths", *where]) == main(["check", *where]) == 0


def test_a_table_of_paths_that_a_guide_left_behind_is_to_be_deleted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make paths` writes tables of guides alone: that it renews this one would never come true."""
    project, where = sealed(tmp_path)
    left = project / "content_data/paths/former.txt"
    left.write_text("# of a guide that has another name now\n", "utf-8")
    capsys.readouterr()
    assert main(["check", *where]) == 1
    assert "paths/former.txt: the table of paths belongs to no guide: delete it" in capsys.readouterr().out
    left.unlink()
    assert main(["check", *where]) == 0


@pytest.mark.parametrize("command", ["check", "schema"])
def test_whoever_reads_no_more_is_told_nothing(command: str, tmp_path: Path) -> None:
    """As with `| head`: what is left unread is no mistake of the program."""
    run = [sys.executable, "-m", "legal_site", command, "--content", str(tmp_path / "nowhere")]
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    settings["PYTHONPATH"] = str(CONTENT.parent / "hooks")
    with subprocess.Popen(run, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_the_schemas_help_mend_a_content_with_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write_project(CONTENT.parent, tmp_path)
    content = project / "content_data"
    shutil.rmtree(content / "schemas", ignore_errors=True)
    (content / "sources.yml").write_text("sources: 7\n", "utf-8")
    assert main(["schema", "--content", str(content)]) == 0
    schema = json.loads((content / "schemas/law.schema.json").read_text("utf-8"))
    assert schema["properties"]["title"]["required"] == ["sr", "en", "de"]
    (content / "site.yml").write_text("versions: 7\n", "utf-8")
    capsys.readouterr()
    assert main(["schema", "--content", str(content)]) == 1
    assert "content_data/site.yml:1:1: versions" in capsys.readouterr().out


def test_the_schemas_of_a_folder_that_is_not_there_are_refused_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--content", str(tmp_path / "contents")]) == 1
    out = capsys.readouterr().out
    assert "contents: the folder is missing" in out
    assert "1 problem found" in out


def test_the_folder_that_one_stands_in_is_called_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_project(CONTENT.parent, tmp_path)
    monkeypatch.chdir(project / "content_data")
    Path("laws/zis/articles/2.yml.txt").touch()
    assert main(["check", "--content", ".", "--docs", "../docs"]) == 1
    assert "content_data/laws/zis/articles/2.yml.txt: is not read" in capsys.readouterr().out
    Path("laws/zis/articles/2.yml.txt").unlink()
    Path("permalinks.txt").write_text("/law/zis/7/\n", "utf-8")
    assert main(["check", "--content", ".", "--docs", "../docs"]) == 1
    assert "content_data/permalinks.txt:1:1: /law/zis/7/ was published" in capsys.readouterr().out
    monkeypatch.chdir(project / "docs")
    (project / "docs/en/about/Team.md").touch()
    assert main(["check", "--content", "../content_data", "--docs", "."]) == 1
    assert "docs/en/about/Team.md: rename the file" in capsys.readouterr().out
