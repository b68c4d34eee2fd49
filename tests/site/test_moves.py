"""A site in which a guide, pages, anchors and files have moved: no link to it is dead, whatever the host can do."""

from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import yaml

from conftest import ROOT, path_and_anchor, served
from legal_site import permalink
from legal_site.checked import checked_site
from legal_site.published import append_new
from three_bridges.project import FOURTH, seal_project, write_project

NOW, BEFORE = "/law/zis/1/2024-01-10/", "/law/zis/1/2023-05-01/"
"""The wording in force, which leads to the article, and one that was replaced."""

ALIASES = {
    "/guide/#inventor": "/guide/#maker",
    "/guide/inventor/": "/guide/maker/",
    "/guide/inventor/letters/": "/guide/maker/letters/",
    "/guide/inventor/flowchart/": "/guide/maker/flowchart/",
    "/law/#zr": "/law/#zu",
    "/law/zr/": "/law/zu/",
    "/law/zr/3a/": "/law/zu/4/",
    "/law/zr/3a/parallel/": "/law/zu/4/parallel/",
    "/law/zr/3a/2024-01-10/": "/law/zu/4/2024-01-10/",
    "/law/zr/3a/p1/": "/law/zu/4/p1/",
    "/old/": "/statement/2024-02-01/",
    "/about/method/#way": "/about/method/#method",
    "/about/method/#term": "/about/privacy/#privacy",
    "/glossary/#way": "/about/method/#method",
    "/law/zis/1/#p77": "/law/zis/1/#p1",
    f"{NOW}#p77": f"{NOW}#p1",
    f"{BEFORE}#p77": f"{BEFORE}#p1",
    "/data/old.json": "/data/laws.json",
    "/data/old.csv": "/about/method/",
}
TEXT = {"sr": "Нова ознака.", "en": "A new name.", FOURTH: "Ein neuer Name."}
OF_THE_FIRST = ("/guide/#inventor", "/guide/inventor/", "/law/#zr", "/law/zr/")
"""How addresses begin that are published with the law as it is; the others never stood for anything."""
OLD_ANCHORS = {"/old/#s1": "/statement/2024-02-01/#s1", "/old/#s77": "/statement/2024-02-01/"}
"""They have no line of their own: one is on the new page too."""


@pytest.fixture(scope="module")
def project(tmp_path_factory, sources):
    """Published, then changed as an editor does it: a guide renamed, a law renamed and its article renumbered."""
    project = write_project(ROOT, tmp_path_factory.mktemp("moves") / "project")
    content = project / "content_data"
    seal_project(project)
    append_new(content, [*(old for old in ALIASES if not old.startswith(OF_THE_FIRST)), *OLD_ANCHORS], sources.day)
    for name in ("flows/{}.yml", "cases/{}.yml", "paths/{}.txt"):
        (content / name.format("inventor")).rename(content / name.format("maker"))
    (content / "laws/zr").rename(content / "laws/zu")
    article = content / "laws/zu/articles/3a.yml"
    text = article.read_text("utf-8")
    assert "number: 3а" in text
    article.with_name("4.yml").write_text(text.replace("number: 3а", "number: '4'"), "utf-8")
    article.unlink()
    for path in content.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("zr/3a", "zu/4"), "utf-8")
    changes = yaml.load((content / "changes.yml").read_text("utf-8"), yaml.CBaseLoader)
    entry = {"id": "renamed", "date": sources.day.isoformat(), "about": ["/law/"], "text": TEXT}
    changes["changes"].insert(0, entry)
    (content / "changes.yml").write_text(yaml.safe_dump(changes, allow_unicode=True, sort_keys=False), "utf-8")
    (content / "aliases.txt").write_text("".join(f"{old} {new}\n" for old, new in ALIASES.items()), "utf-8")
    seal_project(project)
    sources.write_config(project)
    return project


@pytest.fixture(scope="module")
def moved(project, sources):
    return sources.site(project, project / "site")


@pytest.fixture(scope="module")
def own_host(moved):
    with served(moved.folder) as host:
        yield host


@pytest.fixture(scope="module")
def permanence(project):
    return checked_site(project / "content_data", project / "docs").permanence


def test_no_published_address_is_dead_on_a_host_that_does_not_redirect(moved, permanence):
    dead = []
    for version in moved.versions:
        for address in permanence.addresses:
            page, _, anchor = address.partition("#")
            if not page.endswith("/") and version is not moved.versions[0]:
                continue
            file = permalink.file_of(moved.address(version, page))
            if (file not in moved.files and page != "/data/old.csv") or (anchor and anchor not in moved.page(file).ids):
                dead.append(f"{version.locale}: {address}")
    assert dead == []


def test_a_file_that_moved_with_its_page_is_left_at_its_old_address(moved):
    old, new = (moved.folder / f"data/flow/{name}.json" for name in ("inventor", "maker"))
    assert old.read_bytes() == new.read_bytes() != b""
    assert (moved.folder / "data/old.json").read_bytes() == (moved.folder / "data/laws.json").read_bytes()
    assert "data/old.csv" not in moved.files, "a page in place of a table would only be read wrongly"


def test_hosts_redirect_files_too_once_for_all_versions(moved):
    lines = (moved.folder / "_redirects").read_text("utf-8").splitlines()
    for old, new in (
        ("/data/flow/inventor.json", "/data/flow/maker.json"),
        ("/data/law/zr.json", "/data/law/zu.json"),
        ("/data/law/zr/3a.json", "/data/law/zu/4.json"),
        ("/data/law/zr/3a.en.akn.xml", "/data/law/zu/4.en.akn.xml"),
        ("/data/old.json", "/data/laws.json"),
        ("/data/old.csv", "/about/method/"),
    ):
        assert [line for line in lines if old in line] == [f"{old} {new} 301"]
    for old in ("/guide/inventor/", "/law/zr/3a/index.md", "/law/zr/3a/p1/oembed.json"):
        assert sum(f"{old} " in line for line in lines) == len(moved.versions)
    mapped = (moved.folder / "_redirects.map").read_text("utf-8")
    assert "/data/flow/inventor.json /data/flow/maker.json ;\n" in mapped


def test_the_old_page_knows_where_each_of_its_anchors_is(moved):
    for version in moved.versions:
        page = moved.at(version, "/old/")
        links = {item.get("id"): item.find("a").get("href") for item in page.elements("li")}
        for old, new in OLD_ANCHORS.items():
            target = urlsplit(page.target(links[old.partition("#")[2]]))
            assert target.path + (f"#{target.fragment}" if target.fragment else "") == moved.address(version, new)


def test_a_moved_anchor_has_its_old_id_at_the_new_place_or_a_link_to_it(moved):
    for version in moved.versions:
        for old, new in ((old, new) for old, new in ALIASES.items() if "#" in old):
            address, _, anchor = old.partition("#")
            page = moved.at(version, address)
            (place,) = [element for element in page.elements() if element.get("id") == anchor]
            if place.tag == "span":
                (around,) = [element for element in page.elements() if place in list(element)]
                assert (address, around.get("id")) == tuple(new.split("#"))
            else:
                file, at = path_and_anchor(page.target(place.find("a").get("href")))
                article = new.replace(NOW, "/law/zis/1/").partition("#")[0]
                assert (file, at) == (permalink.file_of(moved.address(version, article)), new.partition("#")[2])
                assert at in moved.page(file).ids and "".join(place.itertext()).strip()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/about/method/#term", "/about/privacy/#privacy"),
        ("/glossary/#way", "/about/method/#method"),
        (f"{NOW}#p77", "/law/zis/1/#p1"),
        ("/old/#s1", "/statement/2024-02-01/#s1"),
        ("/old/#s99", "/statement/2024-02-01/#s99"),
        ("/old/", "/statement/2024-02-01/"),
        ("/about/method/#way", "/about/method/#way"),
        ("/glossary/#content", "/glossary/#content"),
    ],
)
def test_a_browser_is_led_on_at_once(old, new, own_host, browser):
    page = browser.new_page()
    page.goto(own_host + old)
    page.wait_for_url(own_host + new, timeout=5_000)
    page.wait_for_timeout(200)
    assert page.url == own_host + new, "and no further"
    page.close()


@contextmanager
def line_replaced(project, line):
    """The project with another line for the guide that moved, while the block runs."""
    aliases = project / "content_data/aliases.txt"
    text, moved = aliases.read_text("utf-8"), "/guide/inventor/ /guide/maker/\n"
    assert moved in text
    aliases.write_text(text.replace(moved, line), "utf-8")
    try:
        yield aliases
    finally:
        aliases.write_text(text, "utf-8")


def test_a_site_without_the_line_is_refused_before_it_is_built(project, sources, tmp_path):
    with line_replaced(project, ""):
        done = sources.build(project / "mkdocs.yml", tmp_path / "site")
        assert done.returncode and "/guide/inventor/ was published and is gone" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_a_guide_in_whose_place_is_no_guide_needs_a_line_for_its_file(project, sources, tmp_path):
    with line_replaced(project, "/guide/inventor/ /guide/\n") as aliases:
        done = sources.build(project / "mkdocs.yml", tmp_path / "site")
        assert done.returncode and "write in aliases.txt: /data/flow/inventor.json /guide/" in done.stderr
        assert "Traceback" not in done.stderr
        with aliases.open("a", encoding="utf-8") as file:
            file.write("/data/flow/inventor.json /guide/\n")
        done = sources.build(project / "mkdocs.yml", tmp_path / "site")
        assert done.returncode == 0, done.stderr
