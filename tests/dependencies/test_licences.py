"""The site lists what it is made with as it is pinned, and under which licences."""

import re
import tomllib
from importlib.metadata import distribution

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from conftest import ROOT
from dependencies.licences import PAGES, building, rows, with_rows
from dependencies.vendored import VENDORED

LOCK = (ROOT / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parts[-3])
def test_each_language_lists_every_work_with_its_version_and_licence(page):
    text = page.read_text("utf-8")
    assert text == with_rows(text, list(rows())), "run `make licences`"
    for name, version in building(LOCK):
        assert f"| {name} {version} | " in text


def test_there_is_a_page_for_each_language_of_the_prose():
    assert {page.parts[-3] for page in PAGES} == {path.name for path in (ROOT / "docs").iterdir() if path.is_dir()}


def required(names, environment):
    """All that these packages need as they are installed, as their own metadata says."""
    found, left = set(), list(names)
    while left:
        name = left.pop()
        for row in distribution(name).requires or []:
            requirement = Requirement(row)
            key = re.sub(r"[-_.]+", "-", requirement.name).lower()
            if key not in found and (not requirement.marker or requirement.marker.evaluate(environment)):
                found.add(key)
                left.append(key)
    return found


def test_nothing_that_builds_the_site_is_left_out_and_nothing_of_the_tests_is_in():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    direct = {Requirement(row).name for row in project["project"]["dependencies"]}
    here = {**default_environment(), "extra": ""}
    windows = {**here, "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
    assert {name for name, _ in building(LOCK)} == direct | required(direct, here) | required(direct, windows)
    assert not {"pytest", "playwright", "ruff", "lxml"} & {name for name, _ in building(LOCK)}


@pytest.mark.parametrize("work", VENDORED, ids=lambda work: work.name)
def test_the_licence_of_what_the_checkout_carries_is_beside_it(work):
    text = (ROOT / work.text).read_text("utf-8")
    sign = {"MIT": "Permission is hereby granted, free of charge", "OFL-1.1": "SIL Open Font License, Version 1.1"}
    assert sign[work.licence] in text


def test_the_version_of_the_font_is_the_one_that_its_readme_names():
    readme = (ROOT / "hooks/legal_site/fonts/README.md").read_text("utf-8")
    (font,) = (work for work in VENDORED if work.name == "Noto Serif")
    assert f"{font.name} {font.version}," in readme


HEAD = "# Licence\n\n## Works {#dependencies}\n\nA sentence.\n\n| A | B |\n|---|---|\n"


@pytest.mark.parametrize("old", ["", "| one 1 | MIT |\n| two 2 | MIT |\n"])
def test_only_the_rows_of_the_table_are_written(old):
    after = "\n## More {#more}\n\n| D |\n|---|\n| kept |\n"
    page = with_rows(HEAD + old + after, [("three", "3", "MPL-2.0")])
    assert page == HEAD + "| three 3 | MPL-2.0 |\n" + after


@pytest.mark.parametrize("page", ["# Licence\n", "## Works {#dependencies}\n\n## More\n\n| D |\n|---|\n"])
def test_a_page_without_the_table_is_refused(page):
    with pytest.raises(ValueError, match="no table stands below"):
        with_rows(page, [])
