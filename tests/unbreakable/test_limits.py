"""What is too large, too deep or no file at all is told in its line, soon, and without reading on."""

import os
import time

import pytest
import yaml

from bad_input.mistakes import TODAY, content_copy, problems
from legal_site import compose
from legal_site.build import build_content
from legal_site.moves import ALIASES
from legal_site.permanence import read_permanence
from legal_site.problems import MOST, ContentError, Place, Problem
from legal_site.published import REGISTER

ARTICLE = "laws/zr/articles/3a.yml"


@pytest.fixture
def content(tmp_path):
    return content_copy(tmp_path)


def told(content, text):
    """The problems of an article with the text for its words, and the seconds that it took to find them."""
    path = content / ARTICLE
    path.write_text(path.read_text("utf-8").replace("Every thing has its place.", text), "utf-8")
    begun = time.process_time()
    lines = [line.removeprefix(f"content_data/{ARTICLE}:") for line in problems(content) if ARTICLE in line]
    assert time.process_time() - begun < 5
    return lines


def test_a_text_of_a_million_letters(content):
    assert told(content, "word " * 200_000) == ["7:11: has 999999 letters, expected at most 20000: divide it"]


def test_a_list_of_ten_thousand_rows(content):
    assert told(content, f"[{'a, ' * 10_000}]") == ["7:11: has 10000 rows, expected at most 2000: divide it"]


def test_a_file_that_is_larger_than_any_other(content):
    text = "\n".join(f"      l{number}: {'a' * 100}" for number in range(20_000))
    assert told(content, f"Every thing has its place.\n{text}") == [
        "1:1: the file has 2289058 letters, expected at most 2000000: divide it"
    ]


def test_more_paragraphs_than_an_article_can_have(content):
    rows = "".join(f"\n  - omitted: {number}" for number in range(2, 300))
    assert told(content, f"Every thing has its place.{rows}")[0].startswith(
        "3:1: paragraphs has 299 entries; expected at most 200"
    )


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("deep", [60, 5_000, 200_000])
@pytest.mark.parametrize("form", ["flow", "rows", "keys"])
def test_what_is_nested_without_end(form, deep, loader, content, monkeypatch):
    monkeypatch.setattr(compose, "_Loader", getattr(yaml, loader))
    text = {
        "flow": "[" * deep + "x" + "]" * deep,
        "rows": "\n" + " " * 8 + "- " * deep + "x",
        "keys": "{a: " * deep + "x" + "}" * deep,
    }[form]
    assert [line for line in told(content, text) if line.endswith("is nested too deeply")]


def test_rows_that_stand_for_each_other(content):
    bomb = "&a [x, x]\n" + "".join(f"k{number}: &b{number} [*a, *a]\n" for number in range(30))
    lines = told(content, bomb)
    assert len(lines) == 1 + 30 * 3
    assert all("is read as a name because it begins with" in line for line in lines)


def test_more_mistakes_of_one_kind_than_anybody_reads(content):
    path = content / "glossary.yml"
    path.write_text(path.read_text("utf-8").replace("[zis/1/p2-i1-b]", f"[{'zis/1/p77, ' * 1_000}]"), "utf-8")
    lines = [line for line in problems(content) if "glossary" in line]
    assert len(lines) == MOST + 1
    assert sum("has more problems of this kind" in line for line in lines) == 1


def test_a_message_stays_short_and_printable():
    line = str(Problem(Place("a\x1b[2J.yml", 1, 1), "is '\u202e" + "a" * 5_000))
    assert line.startswith("a\\x1b[2J.yml:1:1: is '\\u202e")
    assert line.isprintable() and len(line) < 1_100


@pytest.mark.parametrize("what", ["folder", "link to itself", "link to nothing", "pipe", "device"])
@pytest.mark.parametrize("name", [ARTICLE, "site.yml", "docs"])
def test_what_is_no_file(name, what, content):
    path = content / name if name != "docs" else content / "letters/report.yml"
    path.unlink()
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to({"link to itself": path.name, "link to nothing": "none", "device": "/dev/zero"}[what])
    place = f"content_data/{path.relative_to(content).as_posix()}"
    assert f"{place}: cannot be read: expected a file, found a folder or a link that leads to none" in problems(content)


def test_a_file_that_nobody_may_read(content, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert f"content_data/{ARTICLE}: cannot be read (Permission denied): check the file's permissions" in problems(
        content
    )


@pytest.mark.parametrize("name", [REGISTER, ALIASES])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"/law/\n\xff\n", "2:1: is not UTF-8 text: save the file again with the encoding UTF-8"),
        (b"/" + b"a" * 1_000_000 + b"\n", "1:1: is '/aaa"),
        (b"# 2024-01-01: the 99999999999999999999 addresses above, sealed 0123456789abcdef\n", ""),
    ],
    ids=["bytes", "a million letters", "a count that is none"],
)
def test_a_register_that_is_none(name, data, expected, tmp_path):
    (tmp_path / name).write_bytes(data)
    _, found = read_permanence(tmp_path, {"/law/"})
    lines = [str(problem).removeprefix(f"{tmp_path.name}/{name}:") for problem in found]
    assert [line.startswith(expected) for line in lines] == ([True] if expected else [])


def test_ten_thousand_moves_are_followed(tmp_path):
    moves = [f"/old/{number}/" for number in range(10_000)]
    (tmp_path / REGISTER).write_text("\n".join(moves), "utf-8")
    pairs = zip(moves, [*moves[1:], "/law/"], strict=True)
    (tmp_path / ALIASES).write_text("\n".join(f"{old} {new}" for old, new in pairs), "utf-8")
    begun = time.process_time()
    permanence, found = read_permanence(tmp_path, {"/law/"})
    assert found == [] and set(permanence.aliases.values()) == {"/law/"}
    assert time.process_time() - begun < 5


def test_a_circle_of_ten_thousand_moves_is_told(tmp_path):
    moves = [f"/old/{number}/" for number in range(10_000)]
    (tmp_path / REGISTER).write_text("\n".join(moves), "utf-8")
    pairs = zip(moves, [*moves[1:], moves[0]], strict=True)
    (tmp_path / ALIASES).write_text("\n".join(f"{old} {new}" for old, new in pairs), "utf-8")
    begun = time.process_time()
    _, found = read_permanence(tmp_path, {"/law/"})
    assert MOST < len(found) < MOST + 5
    assert "leads round in a circle: /old/0/ → /old/1/ → " in found[0].message
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "address", ["elsewhere", "https://[/", "https://elsewhere.example", "javascript:a/", "mailto:a@b/"]
)
def test_an_address_of_the_build_that_is_none(address, content):
    with pytest.raises(ContentError) as refused:
        build_content(content, TODAY, address)
    assert [str(problem) for problem in refused.value.problems] == [
        f"SITE_URL: is {address!r}: expected an address that begins with https:// and ends with a slash"
    ]


@pytest.mark.parametrize("epoch", ["2024-06-01", "now", "1.5", "9" * 30])
def test_a_day_of_the_build_that_is_none(epoch, content, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ContentError) as refused:
        build_content(content)
    (problem,) = refused.value.problems
    assert str(problem).startswith(f"SOURCE_DATE_EPOCH: is {epoch!r}: expected the seconds since 1 January 1970")


def test_an_empty_address_of_the_build_is_none(content):
    assert build_content(content, TODAY, "").site.address == "https://example.org/"
