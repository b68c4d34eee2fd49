"""The site as a ZIP: every link leads on from a disk, nothing but links is changed, equal sites give equal bytes."""

import os
import re
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import html

from conftest import path_and_anchor
from legal_site import permalink
from legal_site.offline import offline_zip, write_offline

LINKS = ("href", "src", "action", "data", "poster", "formaction", "srcset")
LINKED = "//*[" + " or ".join(f"@{name}" for name in LINKS) + "]"
DISK = "file:///copy/"
SITE = "https://example.org/guide/"


def tree(page):
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def links(page):
    """The element, the name of the attribute and the link, of every link of a page."""
    for element in page.xpath(LINKED):
        for name in (name for name in LINKS if name in element.attrib):
            yield element, name, element.attrib[name]
    for element in page.xpath("//meta[@http-equiv='refresh']"):
        yield element, "content", element.get("content").partition("url=")[2]


class Copy:
    """What somebody has who unpacks the ZIP of a built site."""

    def __init__(self, site):
        self.site = site
        with ZipFile(site.folder / permalink.file_of(permalink.OFFLINE)) as archive:
            names = archive.namelist()
            self.top = names[0].partition("/")[0]
            self.files = {name.removeprefix(f"{self.top}/"): archive.read(name) for name in names}
        self.pages = {name: tree(data) for name, data in self.files.items() if name.endswith(".html")}
        self.ids = {name: set(page.xpath("//@id")) for name, page in self.pages.items()}


@pytest.fixture(scope="module")
def copies():
    """The unpacked copies by their site: reading one takes a second."""
    return {}


@pytest.fixture
def copy(site, copies):
    if site.folder not in copies:
        copies[site.folder] = Copy(site)
    return copies[site.folder]


def test_every_link_leads_to_a_file_of_the_copy_with_its_anchor(copy):
    wrong = set()
    for name, page in copy.pages.items():
        for _, _, link in links(page):
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = urlsplit(urljoin(DISK + name, link))
            file = target.path.removeprefix("/copy/")
            if parts.path.startswith("/") or file not in copy.files:
                wrong.add(f"{name}: {link}")
            elif parts.fragment and unquote(parts.fragment) not in copy.ids[file]:
                wrong.add(f"{name}: {link} (no such anchor)")
    assert not sorted(wrong)


def test_only_what_is_left_out_is_linked_on_the_public_site(copy):
    """Canonical and other-language addresses are the public ones; whoever follows a link stays on the disk."""
    base = copy.site.content.site.address
    public = {
        link.removeprefix(base)
        for page in copy.pages.values()
        for element, _, link in links(page)
        if link.startswith(base) and not {"canonical", "alternate"} & {element.get("rel")}
    }
    assert permalink.file_of(permalink.OFFLINE) in public
    assert not [link for link in public if permalink.file_of("/" + link) in copy.files]
    assert {link for link in public if path_and_anchor(base + link)[0] not in copy.site.files} == set()


def test_nothing_but_links_differs_from_the_site(copy):
    for name, data in copy.files.items():
        before = (copy.site.folder / name).read_bytes()
        assert data == before or (name in copy.pages and without_links(data) == without_links(before)), name


def without_links(page):
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.decode())
    return re.sub(r' (href|src|action|content)="[^"]*"', "", text)


def test_every_page_is_there_and_nothing_that_only_programs_read(copy):
    pages = {path for path in copy.site.files if path.endswith(".html")}
    assert copy.pages.keys() == {path for path in pages if not path.endswith("404.html")}
    kinds = {PurePosixPath(name).suffix for name in copy.files}
    assert kinds <= {".html", ".css", ".js", ".svg", ".txt"}
    scripts = {path for path in copy.site.files if path.endswith((".js", ".css"))}
    assert scripts <= copy.files.keys()


def test_the_page_to_open_is_the_only_file_that_is_seen_first(copy):
    assert [name for name in copy.files if "/" not in name] == ["index.html"]


def test_it_is_small_enough_to_send(copy):
    assert (copy.site.folder / permalink.file_of(permalink.OFFLINE)).stat().st_size < 10_000_000


def test_the_site_links_it_on_every_page_with_a_menu(copy):
    """In every version, to the one ZIP."""
    address = copy.site.content.site.address.rstrip("/") + permalink.OFFLINE
    for version in copy.site.versions:
        for page in copy.site.page_addresses:
            name = permalink.file_of(copy.site.address(version, page))
            assert address in copy.pages[name].xpath("//a/@href"), name


PAGES = {
    "index.html": """<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; form-action 'self'">
<link rel="canonical" href="https://example.org/guide/">
<link rel="icon" href="assets/icon.1a2b.svg">
<link rel="alternate" href="feed.xml">
<script src="assets/site.1a2b.js" defer></script></head>
<body><a href="./">home</a><a href="law/1/?q=a/b&amp;c=d#p3">one</a><a class="x" href="law/1/#p1"
title="x/">two</a><a href="#top">up</a><a href="?q=1">ask</a><a href="">here</a>
<a href="data/law.json">data</a><a href="data/">folder</a><a href="mailto:a@example.org">write</a>
<a href="//example.net/x/">other</a><img src="law/1/card.png" alt="">
<form action="search/"><input name="q"></form></body></html>
""",
    "law/1/index.html": '<a href="../../">0</a><a href="../../../up/">2</a><a href="../../data/offline.zip">1</a>',
    "old/index.html": '<meta http-equiv="refresh" content="0; url=../law/1/"><link rel="canonical" href="../law/1/">',
    "search/index.html": '<p>The words href="law/1/" are text.</p><pre>&lt;a href="law/1/"&gt;</pre>',
}
OTHERS = (
    "404.html", "feed.xml", "robots.txt", "data/law.json", "data/offline.zip", "law/1/card.png", "law/1/index.md",
    "assets/site.1a2b.js", "assets/site.1a2b.js.gz", "assets/site.1a2b.js.br", "index.html.gz", "search/index.js",
    "assets/icon.1a2b.svg", "assets/library.LICENSE.txt", "_headers",
)  # fmt: skip


def small_site(folder, names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGES.get(name, name), "utf-8")
    return folder


@pytest.fixture
def small(tmp_path):
    return small_site(tmp_path / "site", [*PAGES, *OTHERS])


def unpacked(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name.partition("/")[2]: archive.read(name).decode() for name in archive.namelist()}


def test_a_link_to_a_folder_names_its_page(small):
    files = unpacked(offline_zip(small, SITE))
    assert re.findall('href="([^"]*)"', files["index.html"]) == [
        "https://example.org/guide/",
        "assets/icon.1a2b.svg",
        "https://example.org/guide/feed.xml",
        "./index.html",
        "law/1/index.html?q=a/b&amp;c=d#p3",
        "law/1/index.html#p1",
        "#top",
        "?q=1",
        "",
        "https://example.org/guide/data/law.json",
        "https://example.org/guide/data/",
        "mailto:a@example.org",
        "//example.net/x/",
    ]
    assert 'action="search/index.html"' in files["index.html"]
    assert 'src="https://example.org/guide/law/1/card.png"' in files["index.html"]
    assert re.findall('href="([^"]*)"', files["law/1/index.html"]) == [
        "../../index.html",
        "https://example.org/up/",
        "https://example.org/guide/data/offline.zip",
    ]
    assert 'url=../law/1/index.html"' in files["old/index.html"]
    assert 'href="../law/1/index.html"' in files["old/index.html"]


def test_text_that_looks_like_a_link_stays(small):
    assert unpacked(offline_zip(small, SITE))["search/index.html"] == PAGES["search/index.html"]


def test_a_policy_for_hosts_is_left_out(small):
    assert "Content-Security-Policy" not in unpacked(offline_zip(small, SITE))["index.html"]


def test_it_carries_what_is_read_and_the_licences_of_its_scripts(small):
    assert unpacked(offline_zip(small, SITE)).keys() == {
        *PAGES, "assets/site.1a2b.js", "assets/icon.1a2b.svg", "assets/library.LICENSE.txt", "search/index.js",
    }  # fmt: skip


def test_equal_sites_give_equal_bytes(small, tmp_path):
    """Whenever, by whomever, in whatever order the files were written, and whether or not a ZIP was there before."""
    again = small_site(tmp_path / "again", reversed([*PAGES, *(name for name in OTHERS if name != "data/offline.zip")]))
    for path in again.rglob("*.*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o600)
    write_offline(again, SITE)
    assert (again / "data/offline.zip").read_bytes() == offline_zip(small, SITE)


def test_its_entries_unpack_alike_everywhere(small):
    with ZipFile(BytesIO(offline_zip(small, SITE))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.filename.partition("/")[0] for entry in entries} == {"example.org-guide"}
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
    assert {oct(entry.external_attr >> 16) for entry in entries} == {"0o644"}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://example.org/", "example.org"),
        ("https://example.org/a/b/", "example.org-a-b"),
        ("http://127.0.0.1:8000/", "127.0.0.1-8000"),
        ("https://пример.срб/", "xn-e1afmkfd.xn-90a3ac"),
        ("https://Example.org/Repo/", "example.org-repo"),
    ],
    ids=["host", "folder", "port", "Cyrillic host", "capitals"],
)
def test_the_folder_is_called_as_the_site(small, address, folder):
    with ZipFile(BytesIO(offline_zip(small, address))) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {folder}
