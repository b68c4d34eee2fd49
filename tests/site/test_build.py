"""Building: the same content gives the same bytes, and a mistake gives a message and changes nothing."""

import hashlib
import os
import shutil
from datetime import UTC, datetime

import pytest

from conftest import ROOT
from three_bridges.project import ADDRESS, write_project


def hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one, other):
    """The files of two sites that are not the same in both."""
    first, second = hashes(one), hashes(other)
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


def build_elsewhere(sources, project, **variables):
    """The site of a project as somebody else builds it: other time zone, locale, order of sets and rights of files.

    On their clock it is another day. Text that is read or written without naming its encoding is ASCII there.
    """
    morning = datetime.fromtimestamp(sources.epoch, UTC).hour < 12
    variables |= {"TZ": "WEST+12" if morning else "EAST-14", "PYTHONHASHSEED": "1"}
    variables |= {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    before = os.umask(0o077)
    try:
        done = sources.build(project / "mkdocs.yml", project / "site", **variables)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def first(request):
    """The site about the invented law; in `make proof` the real one, whose build takes several times as long."""
    return request.getfixturevalue("real_site" if "PROOF" in os.environ else "three_bridges")


@pytest.fixture(scope="module")
def second(first, sources, tmp_path_factory):
    """Another checkout with code of its own, in another folder, and the site that was built in it elsewhere.

    An editor's program has left hidden files of its own there.
    """
    project = tmp_path_factory.mktemp("second") / "another checkout"
    for folder in (first.docs.parent / "content_data", first.docs, ROOT / "hooks"):
        shutil.copytree(folder, project / folder.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    for name in (".DS_Store", ".method.md"):
        (project / "docs" / first.versions[0].locale / name).write_bytes(b"\0\xff")
    return project, build_elsewhere(sources, project, PYTHONPATH=str(project / "hooks"))


def test_two_builds_are_byte_identical(first, second):
    assert differing(second[1], first.folder) == []


def test_nothing_that_was_kept_is_needed_for_the_same_bytes(three_bridges, sources, tmp_path):
    """Every share picture is drawn again, which takes long for the real site."""
    source = three_bridges.docs.parent
    project = shutil.copytree(source, tmp_path / "project", ignore=shutil.ignore_patterns("site"))
    again = build_elsewhere(sources, project, PICTURE_CACHE=str(tmp_path / "nothing"))
    assert differing(again, three_bridges.folder) == []


def test_a_mistake_in_the_content_leaves_the_site_untouched(sources, second):
    project, folder = second
    before = hashes(folder)
    path = project / "content_data" / "site.yml"
    good = path.read_text("utf-8")
    try:
        path.write_text(good + "colour: blue\n", "utf-8")
        done = sources.build(project / "mkdocs.yml", folder)
    finally:
        path.write_text(good, "utf-8")
    output = done.stdout + done.stderr
    assert done.returncode != 0
    line = len(good.splitlines()) + 1
    assert f"content_data/site.yml:{line}:1: colour is not a known key" in output
    assert "1 problem found in the content; nothing was built or changed." in output
    assert "Traceback" not in output
    assert hashes(folder) == before


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
