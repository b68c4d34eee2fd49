"""Every link inside the site leads somewhere, and nothing on a page comes from elsewhere."""

import json
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from conftest import COLOURS, words
from legal_site import permalink
from legal_site.assets import assets
from legal_site.markup import editorial, with_page_links
from legal_site.starter import starter_of
from three_bridges.project import PROSE, SAMPLE

SCRIPTS = {asset.address[1:] for asset in assets(COLOURS).values() if asset.address.endswith(".js")}
LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "embed": "src", "object": "data"}


def resolved(site, page, link):
    """File and anchor of a link into the site, or None for one that leads elsewhere."""
    base = site.content.site.address
    if link.startswith(base):
        link = "/" + link.removeprefix(base)
    target = urlsplit(urljoin(f"http://site{page.url}", link))
    if target.scheme not in ("http", "https") or target.netloc != "site":
        return None
    return permalink.file_of(unquote(target.path)), unquote(target.fragment)


SAVED = "data:text/plain;charset=utf-8,"
"""How the address of a record begins, which is a text to be saved and nothing that a browser runs."""


def links(page):
    for element in page.elements():
        for name in ("href", "src", "srcset", "data", "poster", "action", "formaction", "xlink:href"):
            if name in element.attrib and (name != "data" or element.tag == "object"):
                yield element, element.attrib[name]


def test_every_link_inside_the_site_resolves_with_its_anchor(site):
    broken = set()
    for page in site.all_pages:
        for _, link in links(page):
            found = resolved(site, page, link)
            if found is None:
                continue
            path, anchor = found
            if path not in site.files:
                broken.add(f"{page.path}: {link}")
            elif anchor and anchor not in site.page(path).ids:
                broken.add(f"{page.path}: {link} (no such anchor)")
    assert not sorted(broken)


def test_links_inside_the_site_are_relative(site):
    """Alternates and the canonical address are absolute; the links of a 404.html start from the root."""
    wrong = [
        f"{page.path}: {link}"
        for page in site.all_pages
        for element, link in links(page)
        if element.tag != "link" and not page.path.endswith("404.html")
        if link.startswith("/") or link.startswith(site.content.site.address)
    ]
    assert not wrong


def test_a_link_that_is_shown_stays_as_it_is_written(three_bridges):
    """A page that explains links, and a text that does."""
    for version in three_bridges.versions:
        page = three_bridges.at(version, f"/about/{PROSE[-1]}/")
        assert [words(element) for element in page.elements("code")] == [SAMPLE]
    shown = editorial('Type href="/about/" or [this](/about/).', lambda _: ("", None), lambda _: "../")
    assert shown == '<p>Type href="/about/" or <a href="../">this</a>.</p>'


@pytest.mark.parametrize(
    "tag", ["<a href='/about/'>", "<a href=/about/>", '<A title="a > b" HREF = "/about/">', '<a href="/about/" id="x">']
)
def test_a_link_leads_to_its_version_however_its_tag_is_written(tag):
    page = with_page_links(f"{tag}x</a>", lambda address: f"../en{address}")
    assert page == f"{tag}x</a>".replace("/about/", "../en/about/")


def test_every_link_has_a_scheme_that_a_link_may_have(site):
    schemes = {
        urlsplit(link).scheme
        for page in site.all_pages
        for element, link in links(page)
        if element.tag != "link" and not ("download" in element.attrib and link.startswith(SAVED))
    }
    assert schemes <= {"", "http", "https", "mailto", "tel"}


def test_each_provision_links_itself_in_every_other_version(site):
    for law in site.content.laws.values():
        for number in law.articles:
            address = permalink.article(law.id, number)
            for version in site.versions:
                page = site.at(version, address)
                for holder in page.with_attribute("data-provision"):
                    if "-" in holder.get("id"):
                        continue
                    switch = {e.get("data-version"): e.get("href") for e in holder.iter("a") if e.get("data-version")}
                    assert switch.keys() == {v.locale for v in site.versions} - {version.locale}, page.path
                    for other in site.versions:
                        if other is not version:
                            target = urljoin(f"http://site{page.url}", switch[other.locale])
                            assert target == f"http://site{site.address(other, address)}#{holder.get('id')}"


def test_each_provision_links_itself(site):
    for page in site.all_pages:
        for holder in (*page.with_attribute("data-provision"), *page.with_attribute("data-statement")):
            assert f"#{holder.get('id')}" in {e.get("href") for e in holder.iter("a")}, page.path


def test_each_page_names_its_other_versions(site):
    base = site.content.site.address.rstrip("/")
    for address in site.page_addresses:
        expected = {version.lang: base + site.address(version, address) for version in site.versions}
        expected["x-default"] = base + address
        for version in site.versions:
            page = site.at(version, address)
            rows = [e for e in page.elements("link") if e.get("rel") == "alternate" and "hreflang" in e.attrib]
            assert {e.get("hreflang"): e.get("href") for e in rows} == expected, page.path
            (canonical,) = (e.get("href") for e in page.elements("link") if e.get("rel") == "canonical")
            assert canonical == expected[version.lang], page.path


def test_the_wording_in_force_leads_to_its_article_with_every_anchor(site):
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            address = permalink.wording(law.id, number, article.wording.as_of)
            for version in site.versions:
                page = site.at(version, address)
                goal = permalink.article(law.id, number)
                anchors = {e.get("id") for e in site.at(version, goal).with_attribute("data-provision")}
                assert anchors <= set(page.ids), page.path
                for element in page.elements("li"):
                    if element.get("id"):
                        (link,) = (a.get("href") for a in element.iter("a"))
                        expected = f"http://site{site.address(version, goal)}#{element.get('id')}"
                        assert urljoin(f"http://site{page.url}", link) == expected


def test_the_only_scripts_are_the_sites_own_files(site):
    index = {path for path in site.files if re.search(r"(^|/)search/(index|text-\d+)\.js$", path)}
    assert {path for path in site.files if path.endswith((".js", ".mjs"))} - index == SCRIPTS
    for page in site.all_pages:
        for element in page.elements("script"):
            if element.attrib == {"type": "application/ld+json"}:  # data, which no browser runs
                json.loads("".join(element.itertext()))
                continue
            late = element.get("data-late")
            text = starter_of(re.sub(r".*/|\.[0-9a-f]{8}", "", late)).text if late else ""
            assert "".join(element.itertext()) == text, f"{page.path}: inline script"
            if not page.path.endswith("404.html"):
                assert resolved(site, page, late or element.attrib["src"])[0] in SCRIPTS, page.path


def test_only_a_guide_waits_for_its_style_sheet(site):
    """A link to a paragraph shows it with the first picture; a guide is not laid out with all that it has."""
    for page in site.all_pages:
        head = [e.get("data-late", e.get("rel")) for e in page.elements() if e.tag in ("script", "link")]
        late = [(at, name) for at, name in enumerate(head) if name and name.endswith(".js")]
        for at, name in late:
            waits = at > head.index("stylesheet")
            assert waits == ("/guides." in name), page.path


def test_no_element_carries_a_script_of_its_own(site):
    carried = {
        f"{page.path}: {name}"
        for page in site.all_pages
        for element in page.elements()
        for name in element.attrib
        if name.startswith("on")
    }
    assert not carried


def test_nothing_is_loaded_from_another_host(site):
    foreign = []
    for page in site.all_pages:
        for element in page.elements():
            link = element.get(LOADED.get(element.tag, ""))
            if element.tag == "link" and element.get("rel") not in ("canonical", "alternate"):
                link = element.get("href")
            if link is not None and resolved(site, page, link) is None:
                foreign.append(f"{page.path}: {link}")
    assert not foreign


def test_style_sheets_load_nothing_from_another_host(site):
    for path in (path for path in site.files if path.endswith(".css")):
        text = (site.folder / path).read_text("utf-8")
        found = re.findall(r"url\(\s*[\"']?([^\"')]+)", text) + re.findall(r"@import\s+[\"']([^\"']+)", text)
        assert not [link for link in found if urlsplit(link).netloc], path


def test_menu_and_footer_stay_in_their_version(site):
    for version in site.versions:
        own = {permalink.file_of(site.address(version, address)) for address in site.page_addresses}
        for address in site.page_addresses:
            page = site.at(version, address)
            menus = [e for e in page.elements("nav", "footer") if e.get("class") in ("wide-menu", "foot")]
            assert len(menus) == 2, page.path
            links = {resolved(site, page, link.get("href"))[0] for menu in menus for link in menu.iter("a")}
            assert links - {permalink.file_of(permalink.OFFLINE)} <= own, page.path


# Lighthouse's audit “link-text” counts these among words that say nothing of where a link leads (WCAG 2.4.4).
SAYING_NOTHING = {
    "click here",
    "go",
    "here",
    "information",
    "learn more",
    "link",
    "more",
    "more info",
    "read more",
    "this",
}


def test_no_link_says_nothing_of_where_it_leads(site):
    for page in site.all_pages:
        for link in page.elements("a"):
            assert words(link).strip().lower() not in SAYING_NOTHING, f"{page.path}: {link.get('href')}"
