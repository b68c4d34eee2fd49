"""A site in one version alone: nothing offers another one, and nothing that lists them stands there empty."""

import re
import shutil
from dataclasses import replace

import pytest
import yaml

from conftest import ROOT, words
from legal_site import graph, permalink
from legal_site.layout import MENU, menu
from legal_site.model.registers import Authorities, Glossary, Practice, Timeline
from legal_site.view.reader import Reader
from three_bridges.project import write_project

KEPT = "sr"
WRITTEN = {"sr", "en"}


def keep_one(value):
    """Leaves out of a file's value what is said in another version, or of one."""
    if isinstance(value, list):
        value[:] = [each for each in value if not isinstance(each, dict) or each.get("version", KEPT) == KEPT]
        for each in value:
            keep_one(each)
    elif isinstance(value, dict):
        for name, each in list(value.items()):
            keep_one(each)
            if (name in WRITTEN - {KEPT} and value.keys() <= WRITTEN) or each == {}:
                del value[name]


@pytest.fixture(scope="module")
def alone(sources, tmp_path_factory):
    """The site of the invented law in Serbian Cyrillic."""
    project = write_project(ROOT, tmp_path_factory.mktemp("alone") / "project", fourth=False)
    for path in sorted((project / "content_data").rglob("*.yml")):
        value = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        if path.name == "site.yml":
            value["versions"] = [version for version in value["versions"] if version["locale"] == KEPT]
        keep_one(value)
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    for locale in WRITTEN - {KEPT}:
        shutil.rmtree(project / "docs" / locale)
    sources.write_config(project)
    return sources.site(project, project / "site")


def test_no_page_offers_another_version(alone):
    parallel = {permalink.file_of(address) for address in alone.parallel_addresses}
    name = Reader(alone.content, alone.versions[0], "/").ui("parallel_link")
    assert len(alone.all_pages) > 20
    for page in alone.all_pages:
        assert not [e for e in page.elements("nav") if e.get("class") == "versions"], page.path
        assert not page.with_attribute("data-version"), page.path
        if page.path not in parallel:
            assert name not in [words(link) for link in page.elements("a")], page.path


def test_no_twin_has_a_list_of_nothing(alone):
    twins = [alone.folder / path for path in sorted(alone.files) if path.endswith(".md")]
    assert twins
    for path in twins:
        assert not re.findall(r".*:\s*$", path.read_text("utf-8").split("\n## ")[0], re.MULTILINE), path


def test_a_letter_has_no_choice_of_one(alone):
    letters = [permalink.guide_letters(name) for name, flow in alone.content.flows.items() if graph.letters(flow)]
    pages = [alone.at(alone.versions[0], address) for address in letters]
    choices = [e for page in pages for e in page.elements("fieldset") if e.get("class") == "choose"]
    assert choices
    assert all("hidden" in choice.attrib for choice in choices)


def test_the_menu_leads_to_no_empty_page(alone):
    content = alone.content
    empty = replace(
        content,
        flows={},
        statements={},
        glossary=Glossary(terms=[]),
        timeline=Timeline(events=[]),
        practice=Practice(studies=[]),
        authorities=Authorities(authorities=[]),
    )
    shown = [[key for key, _ in menu(Reader(each, alone.versions[0], "/"))] for each in (content, empty)]
    assert shown == [[key for key, _ in MENU], ["laws", "about"]]
