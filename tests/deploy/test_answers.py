"""What nginx and Caddy answer with the settings in `deploy/`, asked over the wire."""

import gzip
import re
from urllib.parse import urlsplit

import html5lib
import pytest

from deploy.conftest import LASTING, MOVED, NO_BROTLI, PACKED
from deploy.hosts import SERVERS
from legal_site import policy
from legal_site.exports import headers
from legal_site.site import Site


def kinds(site):
    """One address of each kind of file that the site has, and a page of each version."""
    served = (path for path in site.files if not path.startswith("_") and not path.endswith(".br"))
    addresses = sorted(f"/{path}".removesuffix("index.html") for path in served)
    of_ending = {}
    for address in addresses:
        ending = next((each for each in policy.CONTENT_TYPES if address.endswith(each)), address.rpartition(".")[2])
        of_ending.setdefault("/" if address.endswith("/") else ending, address)
    return [*of_ending.values(), *(site.address(version, "/law/zis/1/") for version in site.versions)]


def carries_the_policy(answer):
    found = {name: answer.headers.get(name.lower()) for name in policy.HEADERS}
    assert found == policy.HEADERS
    assert "x-frame-options" not in answer.headers and "set-cookie" not in answer.headers
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    assert not re.search(r"\d", answer.headers.get("server", "")), "the server tells its version"


def test_each_kind_of_file_carries_the_policy_its_type_and_its_time(host, site):
    asked = kinds(site)
    assert {".html", ".json", ".akn.xml", "feed.xml", ".xml", ".md", ".csv", ".css", ".js", ".svg", ".png", ".txt"} <= {
        ending for address in asked for ending in policy.CONTENT_TYPES if address.endswith(ending)
    }
    for address in asked:
        answer = host.get(address)
        assert answer.status == 200, address
        carries_the_policy(answer)
        assert answer.headers["content-type"] == policy.content_type(address), address
        assert answer.headers["cache-control"] == policy.cache_control(address), address


def test_only_files_with_a_digest_in_their_name_are_kept(host):
    assert "immutable" in host.get(LASTING).headers["cache-control"]
    assert host.get("/assets/embed.js").headers["cache-control"] == "no-cache"
    missing = host.get("/assets/guide.00000000.css")
    assert (missing.status, missing.headers["cache-control"]) == (404, "no-cache")


@pytest.mark.parametrize("path", ["nothing/", "nothing", "law/zis/99/", "law/zis/1/nothing.json", "nothing.akn.xml"])
def test_an_unknown_address_is_answered_in_its_version(host, site, path):
    for version in site.versions:
        answer = host.get(site.address(version, f"/{path}"))
        assert answer.status == 404
        carries_the_policy(answer)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        page = html5lib.parse(answer.text, namespaceHTMLElements=False)
        assert page.get("lang") == version.lang
        said = site.content.interface.texts["not_found"]["sr" if version.made_from else version.locale]
        assert page.find(".//h1").text == (said if not version.made_from else "Ove stranice nema")
        homes = {link.get("href") for link in page.iter("a")}
        assert {site.address(each, "/") for each in site.versions} <= homes


def test_an_unchanged_file_is_not_sent_again(host):
    for path in ("/law/zis/1/", "/assets/embed.js", PACKED):
        for encoding in ("identity", "gzip, br"):
            first = host.get(path, Accept_Encoding=encoding)
            again = host.get(path, Accept_Encoding=encoding, If_None_Match=first.headers["etag"])
            assert (again.status, again.body) == (304, b""), path


@pytest.mark.parametrize("address", [PACKED, LASTING])
def test_what_is_packed_already_is_sent_as_it_is(host, site, address):
    plain = host.get(address)
    assert "content-encoding" not in plain.headers
    packed = {}
    for accepted, expected in (("gzip", "gzip"), ("gzip, deflate, br", "br"), ("br;q=1.0, gzip;q=0.5", "br")):
        answer = host.get(address, Accept_Encoding=accepted)
        assert answer.headers["content-encoding"] == expected
        assert "accept-encoding" in answer.headers["vary"].lower()
        assert answer.headers["content-type"] == plain.headers["content-type"] == policy.content_type(address)
        carries_the_policy(answer)
        packed[expected] = answer.body
    name = f"{address}index.html" if address.endswith("/") else address
    beside = (site.folder / f"{name[1:]}.gz").read_bytes()
    assert (packed["br"], packed["gzip"]) == (NO_BROTLI, beside)
    assert gzip.decompress(beside) == plain.body


def test_text_is_packed_whether_or_not_it_lies_there_packed_and_pictures_are_not(host, site):
    picture = next(f"/{path}" for path in sorted(site.files) if path.endswith(".png"))
    assert host.get("/data/laws.json", Accept_Encoding="gzip").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in host.get(picture, Accept_Encoding="gzip").headers


def test_a_page_that_moved_leads_on_in_every_version(host, site):
    for version in site.versions:
        for old, new in MOVED.items():
            answer = host.get(site.address(version, old) + "?from=newspaper")
            assert answer.status == 301
            carries_the_policy(answer)
            target = urlsplit(answer.headers["location"])
            # Without a host: behind another server this one does not know its name. The browser adds the anchor.
            assert (target.netloc, target.path, target.fragment) == ("", site.address(version, new), "")


@pytest.mark.parametrize("server", SERVERS)
def test_a_site_in_which_nothing_moved_is_served_as_well(server, site, tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    for address, text in headers.files(Site(site.content), site.content.site.address):
        (folder / address[1:]).write_text(text, "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    with SERVERS[server](folder, tmp_path) as host:
        assert host.get("/").status == 200


def test_a_page_whose_anchors_went_apart_leads_on_by_itself(host, site):
    for version in site.versions:
        answer = host.get(site.address(version, "/law/zis/8/"))
        assert answer.status == 200
        page = html5lib.parse(answer.text, namespaceHTMLElements=False)
        links = {row.get("id"): row.find("a").get("href") for row in page.iter("li")}
        assert links == {"p1": "../1/#p5", "p2": "../1/#p2"}


def test_a_page_without_its_slash_leads_to_it(host, site):
    for version in site.versions:
        address = site.address(version, "/law/zis/1/")
        answer = host.get(address.rstrip("/"))
        assert answer.status in (301, 308)
        target = urlsplit(answer.headers["location"])
        assert (target.netloc, target.path) == ("", address)


@pytest.mark.parametrize("path", ["/data/", "/assets/", "/data/law/"])
def test_no_folder_is_listed(host, site, path):
    answer = host.get(path)
    assert answer.status == 404
    assert answer.text == (site.folder / "404.html").read_text("utf-8")


@pytest.mark.parametrize("path", ["/_headers", "/_redirects", "/_redirects.map", "/%5Fheaders"])
def test_what_is_for_hosts_is_for_nobody_else(host, site, path):
    assert (site.folder / "_redirects.map").is_file()
    assert host.get(path).status == 404


@pytest.mark.parametrize(
    "path", ["/../content_data/site.yml", "/%2e%2e/content_data/site.yml", "/en/..%2f..%2fcontent_data/site.yml"]
)
def test_nothing_outside_the_site_is_answered(host, site, path):
    assert (site.folder.parent / "content_data/site.yml").is_file()
    answer = host.get(path)
    assert answer.status in (400, 404)
    assert b"versions:" not in answer.body
