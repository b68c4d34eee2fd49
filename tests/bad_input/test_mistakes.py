"""Every mistake in one run, each told in the line where it stands, and each rule broken by some mistake."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from bad_input.mistakes import MISTAKES, TODAY, content_copy, problems
from legal_site import check
from legal_site.build import build_content


class Tried(NamedTuple):
    told: list[str]
    broken: set
    """The rules that had something to say."""


@pytest.fixture(scope="module")
def tried():
    """`tried(mistake)`: what a preview says when it is made, in which files without it need not be read again.

    Each is tried once, whichever test asks first. That a build says the same is asked of many mistakes at once.
    """

    def watched(rule, broken):
        def watching(*arguments):
            for finding in rule(*arguments):
                broken.add(rule)
                yield finding

        return watching

    with TemporaryDirectory() as folder:
        before = build_content(content_copy(Path(folder)), TODAY)

        @cache
        def tried(mistake):
            broken = set()
            shutil.rmtree(Path(folder, "content_data"), ignore_errors=True)  # one mistake is that it is missing
            content = content_copy(Path(folder))
            for edit in mistake.edits:
                edit.apply(content)
            with pytest.MonkeyPatch.context() as patch:
                for name in ("OWN_RULES", "RULES"):
                    patch.setattr(check, name, tuple(watched(rule, broken) for rule in getattr(check, name)))
                return Tried(problems(content, before), broken)

        yield tried


def test_the_content_that_the_mistakes_spoil_is_in_order(tmp_path):
    assert problems(content_copy(tmp_path)) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_with_its_place_and_the_way_out(tried, mistake):
    told = tried(mistake).told
    if mistake.among:
        assert [line for line in mistake.problems if line not in told] == [], told
    else:
        assert told == mistake.problems


def test_words_of_another_language_pass_as_the_messages_ask_for_them(tmp_path):
    """Of Latin words some have letters alone that Cyrillic has too."""
    content = content_copy(tmp_path)
    path = content / "glossary.yml"
    marked = path.read_text("utf-8").replace("sr: Нешто.", "sr: 'Настаје *ex lege*{lang=la}, на *слово*{lang=ru}.'")
    path.write_text(marked, "utf-8")
    assert "ex lege" in marked and problems(content) == []


def spoil_several_files(content, without=()):
    """Makes a mistake in each file that has one of its own. Returns the names of the files."""
    chosen = {}
    for mistake in MISTAKES:
        (edit, *more) = mistake.edits
        a_guide_s = edit.file.startswith(("flows/", "cases/"))  # one of the two keeps quiet about the other's mistakes
        if not more and edit.find and not mistake.among and not a_guide_s and edit.file not in without:
            chosen.setdefault(edit.file, mistake)
    assert len(chosen) > 5
    for mistake in chosen.values():
        mistake.edits[0].apply(content)
    return set(chosen)


def test_problems_of_several_files_are_told_at_once_and_sorted(tmp_path):
    content = content_copy(tmp_path)
    spoilt = spoil_several_files(content)
    told = problems(content)
    files = [line.partition(":")[0] for line in told]
    assert files == sorted(files)
    assert {f"content_data/{file}" for file in spoilt} <= set(files)


def test_a_preview_tells_what_a_build_would(tmp_path):
    content = content_copy(tmp_path)
    before = build_content(content, TODAY)
    assert len(spoil_several_files(content, without=["site.yml"])) > 5
    assert problems(content, before) == problems(content)


def test_a_preview_asks_every_file_for_a_language_that_the_site_gains(tmp_path):
    content = content_copy(tmp_path)
    before = build_content(content, TODAY)
    site = content / "site.yml"
    version = "  - {locale: de, name: Deutsch, short: De, lang: de, language: deu, citation_style: en}\n"
    site.write_text(site.read_text("utf-8").replace("versions:\n", f"versions:\n{version}", 1), "utf-8")
    told = problems(content, before)
    assert told == problems(content)
    assert told == problems(content, before), "what was found in a file stays with it"
    assert len({line.partition(":")[0] for line in told if "is missing" in line}) > 5


def test_each_rule_is_broken_by_some_mistake(tried):
    broken = set().union(*(tried(mistake).broken for mistake in MISTAKES))
    rules = (*check.OWN_RULES, *check.RULES)
    assert [f"{rule.__module__}.{rule.__name__}" for rule in rules if rule not in broken] == []
