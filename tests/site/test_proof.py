"""The page of the results, and what the page on accessibility says of them."""

import pytest

from conftest import ROOT, words
from legal_site import permalink
from legal_site.build import build_content
from legal_site.decode import decode
from legal_site.load import load
from legal_site.model.proof import interface_key
from legal_site.prose import fill_placeholders
from legal_site.site import Site
from proof.steps import steps
from proof.tools import Tools
from three_bridges.project import write_project


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """The invented law with the results that lie beside it."""
    return write_project(ROOT, tmp_path_factory.mktemp("proof") / "project") / "content_data"


def said(site, locale):
    body = site.body(site.reader(locale, permalink.PROOF))
    return " ".join(body.striptags().split())


def test_the_page_shows_date_machine_figures_goals_and_findings(invented):
    text = said(Site(build_content(invented)), "en")
    for part in (
        "20 May 2024", "41 min", "Invented System 3, abacus", "memory: 4 GB", "Chromium 9.9.9",
        "pages: 12", "findings: 6 (goal: at most 0)", "light /law/zis/5/", "and 1 more", "requests to other hosts: 0",
        "WebKitGTK is not here", "performance, of 100: 99.5 (goal: at least 100)", "100 / 97", "0.912 / 1.75",
    ):  # fmt: skip
        assert part in text, part
    assert "light /law/zis/6/" not in text


def test_each_version_says_it_in_its_own_words_and_numbers(invented):
    site = Site(build_content(invented))
    assert "0,912 / 1,75" in said(site, "sr")
    assert "20. маја 2024." in said(site, "sr")
    assert "20. maja 2024." in said(site, "sr-Latn")
    assert "[de] " in said(site, "de")


def test_what_failed_or_did_not_run_is_listed_as_not_reached(invented):
    body = str(Site(build_content(invented)).body(Site(build_content(invented)).reader("en", permalink.PROOF)))
    missed = body.partition('<h2 id="missed">')[2].partition("<h2")[0]
    assert missed.count("<strong>") == 3
    assert "Requests, cookies" not in missed


def test_without_results_the_page_says_that_nothing_has_run(invented, tmp_path):
    project = write_project(ROOT, tmp_path / "project") / "content_data"
    (project / "proof.yml").unlink()
    site = Site(build_content(project))
    assert "has not happened yet" in said(site, "en")
    assert "<table" not in str(site.body(site.reader("en", permalink.PROOF)))
    assert "has not happened yet" in fill_placeholders("{{ proof.tested }}", site.reader("en", "/about/accessibility/"))


def test_the_page_on_accessibility_is_written_from_the_results(invented):
    reader = Site(build_content(invented)).reader("en", "/about/accessibility/")
    tested = fill_placeholders("{{ proof.tested }}", reader)
    failing = fill_placeholders("{{ proof.failing }}", reader)
    assert "every page, light scheme: failed (pages: 12; findings: 6 (goal: at most 0))" in tested
    assert "in WebKit: not run" in failing
    assert "`light /law/zis/1/: color-contrast (AA, 1): #p1 > .quiet`" in failing
    assert "Lighthouse" not in tested + failing, "speed is no matter of that page"


def test_the_page_on_accessibility_of_the_real_site_has_both_lists():
    for path in (ROOT / "docs").glob("*/about/accessibility.md"):
        text = path.read_text("utf-8")
        assert "{{ proof.tested }}" in text and "{{ proof.failing }}" in text, path


def test_each_step_of_the_proof_has_a_name_in_the_interface(tmp_path):
    texts = decode(load(ROOT / "content_data")).models["interface"].texts
    names = {interface_key("check", step.name) for step in steps(Tools(tmp_path))}
    assert names - texts.keys() == set()
    assert {name for name in texts if name.startswith("proof_check_")} == names, "no name for a step that is gone"


def test_the_page_is_linked_from_the_page_on_accessibility(real_site):
    for version in real_site.versions:
        page = real_site.at(version, "/about/accessibility/")
        assert any(link.get("href") == "../proof/" for link in page.elements("a")), page.path
        assert words(next(real_site.at(version, permalink.PROOF).elements("h1"))).strip()
