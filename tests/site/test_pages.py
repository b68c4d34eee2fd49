"""Which pages the built site has, and that they are the same pages in every version."""

import re

from legal_site import permalink


def test_the_site_has_exactly_the_pages_of_the_content_and_the_prose(site):
    expected = {
        permalink.file_of(site.address(version, address))
        for version in site.versions
        for address in (*site.addresses, *site.card_addresses)
    }
    missing = {site.address(version, "/404.html")[1:] for version in site.versions}
    assert {path for path in site.files if path.endswith(".html")} == expected | missing


def test_no_address_stands_for_two_pages(site):
    assert len(site.addresses) == len(set(site.addresses))


def test_prose_has_the_same_files_in_every_written_language(site):
    def files(locale):
        return sorted(path.relative_to(site.docs / locale).as_posix() for path in (site.docs / locale).rglob("*.md"))

    expected = files(site.versions[0].locale)
    assert expected
    for locale in site.content.written_locales:
        assert files(locale) == expected, locale


def test_each_page_has_the_same_anchors_in_every_version(site):
    differing = []
    for address in site.addresses:
        first, *others = (set(site.at(version, address).ids) for version in site.versions)
        differing += [(address, sorted(first ^ other)) for other in others if first != other]
    assert not differing


def test_no_id_stands_twice_on_a_page(site):
    assert not [page.path for page in site.all_pages if len(page.ids) != len(set(page.ids))]


def test_each_page_says_its_own_language(site):
    wrong = [
        page.path
        for version in site.versions
        for page in (site.at(version, address) for address in site.addresses)
        if page.tree.get("lang") != version.lang
    ]
    assert not wrong


def test_each_page_has_one_first_heading(site):
    assert not [page.path for page in site.all_pages if len(list(page.elements("h1"))) != 1]


def test_each_page_has_a_title_of_its_own_in_its_version(site):
    for version in site.versions:
        seen = {}
        for address in site.page_addresses:
            page = site.at(version, address)
            (title,) = ("".join(element.itertext()).strip() for element in page.elements("title"))
            assert title, page.path
            assert title not in seen, f"{page.path} is called like {seen[title]}: {title}"
            seen[title] = page.path


def test_no_page_shows_how_our_texts_are_written(site):
    """Mentions (`[[zis/1]]`), links and emphasis of the editors' Markdown reach the reader as what they mean."""
    marks = re.compile(r"\[\[\w+/|\]\([/#h]|\*\w|(?<!\w)_[^\W_]+_(?!\w)|\{#")
    shown = [
        (page.path, match.group())
        for page in site.all_pages
        for element in page.elements()
        if element.tag not in ("script", "style", "textarea")
        for match in marks.finditer(f"{element.text or ''} {' '.join(child.tail or '' for child in element)}")
    ]
    assert not shown


def test_html5lib_in_strict_mode_has_no_complaint(site):
    assert not [complaint for page in site.all_pages for complaint in page.complaints]


def test_the_sitemap_lists_pages_of_the_site_and_all_that_are_no_redirect(site):
    text = (site.folder / "sitemap.xml").read_text("utf-8")
    listed = {part.partition("</loc>")[0].strip() for part in text.split("<loc>")[1:]}
    base = site.content.site.address
    assert {address for address in listed if not address.startswith(base)} == set()
    found = {"/" + address.removeprefix(base) for address in listed}
    side_by_side = set(site.parallel_addresses)  # one address for all: each shows all versions
    assert found == side_by_side | {
        site.address(version, address) for version in site.versions for address in site.page_addresses
    }
