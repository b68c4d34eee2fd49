"""Building: the same content gives the same bytes, and a mistake gives a message and changes nothing."""

import hashlib

import pytest

from conftest import ROOT
from three_bridges.project import ADDRESS, write_project


def hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def second(sources, tmp_path_factory):
    """The same content in another folder, built a second time into a third."""
    project = sources.copy(tmp_path_factory.mktemp("second") / "project")
    return project, sources.site(project, project / "site")


def test_two_builds_are_byte_identical(real_site, second):
    assert hashes(second[1].folder) == hashes(real_site.folder)


def test_a_mistake_in_the_content_leaves_the_site_untouched(sources, second):
    project, built = second
    before = hashes(built.folder)
    path = project / "content_data" / "site.yml"
    good = path.read_text("utf-8")
    try:
        path.write_text(good + "colour: blue\n", "utf-8")
        done = sources.build(project / "mkdocs.yml", built.folder)
    finally:
        path.write_text(good, "utf-8")
    output = done.stdout + done.stderr
    assert done.returncode != 0
    line = len(good.splitlines()) + 1
    assert f"content_data/site.yml:{line}:1: colour is not a known key" in output
    assert "1 problem found in the content; nothing was built or changed." in output
    assert "Traceback" not in output
    assert hashes(built.folder) == before


def test_another_address_is_in_every_file_that_names_the_site(sources, tmp_path):
    """SITE_URL: a copy of the site on another host sends nobody to the first."""
    project = write_project(ROOT, tmp_path / "project")
    sources.write_config(project)
    done = sources.build(project / "mkdocs.yml", project / "site", SITE_URL="https://elsewhere.example/law/")
    assert done.returncode == 0, done.stdout + done.stderr
    texts = [path for path in (project / "site").rglob("*") if path.suffix in (".html", ".json", ".xml", ".txt", ".md")]
    assert len(texts) > 100
    kept = {path.name for path in texts if ADDRESS in path.read_text("utf-8")}
    assert kept == set()
    # A reader of the feed must not meet every change again because the site has moved.
    host = ADDRESS.removeprefix("https://").rstrip("/")
    assert f"<id>tag:{host}," in (project / "site" / "feed.xml").read_text("utf-8")
