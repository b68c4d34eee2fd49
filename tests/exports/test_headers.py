"""`_headers` and `_redirects`: within what Netlify and Cloudflare Pages take, and right for every file of the site."""

import re
from dataclasses import replace

import pytest

from legal_site import policy
from legal_site.exports import headers
from legal_site.permanence import Permanence
from legal_site.site import Site


def rules(text):
    """Path and headers of each rule, as both hosts read them."""
    found = []
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
        elif line:
            found.append((line, []))
    return found


@pytest.fixture(scope="session")
def host_rules(site):
    return rules((site.folder / "_headers").read_text("utf-8"))


def of_file(host_rules, address):
    """The headers of one address, each as often as it is given."""
    return [
        header
        for path, given in host_rules
        if re.fullmatch(".*".join(map(re.escape, path.split("*"))), address)
        for header in given
    ]


def test_it_keeps_within_the_limits_of_cloudflare(site, host_rules):
    assert 1 < len(host_rules) <= 100
    assert all(path.count("*") <= 1 for path, _ in host_rules)
    for name in ("_headers", "_redirects"):
        assert all(len(line) <= 1000 for line in (site.folder / name).read_text("utf-8").splitlines())


def test_no_header_reaches_a_file_twice(site, host_rules):
    for path in site.files:
        names = [name for name, _ in of_file(host_rules, f"/{path}")]
        assert len(names) == len(set(names)), path


def test_every_file_gets_what_the_policy_says(site, host_rules):
    for path in site.files:
        address = f"/{path}".removesuffix("index.html")
        found = dict(of_file(host_rules, address))
        kept = found.pop("Cache-Control", policy.ASKED_AGAIN)  # which is what both hosts do by themselves
        kind = found.pop("Content-Type", None)
        assert found == policy.HEADERS, address
        assert kept == policy.cache_control(address), address
        assert kind in (None, policy.content_type(address)), address
        assert kind or not address.endswith((".md", ".csv", ".akn.xml", "feed.xml")), address


@pytest.fixture(scope="session")
def moved_in(site):
    """Makes the redirects of a site in which these pages moved; each address of `published` once existed."""

    def moved_in(published, aliases):
        permanence = Permanence(dict.fromkeys(published, 1), aliases)
        files = dict(headers.files(replace(Site(site.content), permanence=permanence), "https://example.org/"))
        heads = [files[name].splitlines() for name in ("/_redirects", "/_redirects.map")]
        assert all(lines[0].startswith("#") for lines in heads)
        return tuple(lines[1:] for lines in heads)

    return moved_in


def test_a_page_that_moved_with_its_anchors_is_redirected_in_every_version(site, moved_in):
    aliases = {"/old/": "/new/", "/old/#p1": "/new/#p1"}
    redirects, mapped = moved_in(["/old/", "/old/#p1", "/old/#p2"], aliases)
    pairs = [(site.address(version, "/old/"), site.address(version, "/new/")) for version in site.versions]
    assert redirects == [f"{old} {new} 301" for old, new in pairs]
    assert mapped == [f"{old} {new} ;" for old, new in pairs]


@pytest.mark.parametrize(
    "aliases",
    [
        {"/old/": "/new/", "/old/#p1": "/new/#p2"},
        {"/old/": "/new/", "/old/#p1": "/other/#p1"},
        {"/old/": "/new/#p1"},
        {"/old/#p1": "/old/#p2"},
    ],
    ids=["renumbered", "apart", "to-an-anchor", "the-page-stays"],
)
def test_a_page_whose_anchors_need_more_than_that_is_left_to_its_html(moved_in, aliases):
    assert moved_in(["/old/", "/old/#p1"], aliases) == ([], [])


def test_a_page_without_anchors_may_have_moved_to_one(site, moved_in):
    redirects, _ = moved_in(["/old/"], {"/old/": "/new/#p1"})
    assert redirects == [
        f"{site.address(version, '/old/')} {site.address(version, '/new/#p1')} 301" for version in site.versions
    ]
