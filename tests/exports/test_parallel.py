"""All versions of an article side by side: each cell has the words of its version's page."""

import gzip
from dataclasses import replace
from urllib.parse import urljoin

import html5lib

from conftest import words
from legal_site import permalink
from legal_site.assets import assets
from legal_site.exports import parallel
from legal_site.model.base import Provenance
from legal_site.model.law import Paragraph
from legal_site.relations import paragraph_of
from legal_site.site import Site
from legal_site.view.reader import Reader


def articles(site):
    for law in site.content.laws.values():
        for number in law.articles:
            yield permalink.article(law.id, number), permalink.parallel(law.id, number)


def law_texts(page, lang=None):
    """Each provision with the paragraphs of its own words, in order; with `lang` those of one column."""
    found = {}

    def walk(element, name):
        for child in element:
            if not isinstance(child.tag, str):
                continue
            inside = child.get("data-provision", name)
            if "data-law-text" in child.attrib:
                if lang in (None, child.get("lang")):
                    parts = [child] if child.tag == "p" else list(child.iter("p"))
                    kind = child.get("data-provenance")
                    found.setdefault(inside, []).extend((words(part), kind) for part in parts)
                continue
            walk(child, inside)

    walk(page.tree, None)
    return found


def rows(page):
    """The rows of the comparison, without the one with the headings."""
    return [e for e in page.elements("div") if "row" in e.get("class", "").split() and e.get("class") != "heads row"]


def gaps(element):
    return [words(e) for e in element.iter("p") if "gap" in e.get("class", "").split()]


def test_each_cell_has_the_words_and_the_status_of_its_versions_page(site):
    """On the page of every version, for each address."""
    for address, side_by_side in articles(site):
        expected = {version.lang: law_texts(site.at(version, address)) for version in site.versions}
        for version in site.versions:
            page = site.at(version, side_by_side)
            for lang, texts in expected.items():
                assert law_texts(page, lang) == texts, f"{page.path} {lang}"


def test_each_row_has_one_cell_for_each_version_in_its_language(site):
    langs = [version.lang for version in site.versions]
    for _, side_by_side in articles(site):
        for version in site.versions:
            page = site.at(version, side_by_side)
            assert rows(page)
            for row in rows(page):
                assert [cell.get("lang") for cell in row] == langs, page.path
                shown = {("data-law-text" in e.attrib, e.get("class")) for e in row.iter("p")}
                assert len(shown) <= 1, f"{page.path}: versions differ in what a row shows"
                for cell in row:
                    inner = {e.get("lang") for e in cell.iter() if "data-law-text" in e.attrib}
                    assert inner <= {cell.get("lang")}, page.path


def test_the_anchors_are_those_of_the_article(site):
    for address, side_by_side in articles(site):
        for version in site.versions:
            article, page = site.at(version, address), site.at(version, side_by_side)
            names = [(e.get("id"), e.get("data-provision")) for e in article.with_attribute("data-provision")]
            assert [(e.get("id"), e.get("data-provision")) for e in page.with_attribute("data-provision")] == names


def test_what_is_omitted_is_said_in_each_column(site):
    seen = 0
    for address, side_by_side in articles(site):
        for version in site.versions:
            expected = gaps(site.at(version, address).tree)
            for other in site.versions:
                page = site.at(other, side_by_side)
                column = site.versions.index(version)
                assert [text for row in rows(page) for text in gaps(row[column])] == expected, page.path
            seen += len(expected)
    assert seen


def test_each_column_names_its_version_and_status_and_leads_to_its_article(site):
    for address, side_by_side in articles(site):
        for version in site.versions:
            page = site.at(version, side_by_side)
            (heads,) = (e for e in page.elements("div") if e.get("class") == "heads row")
            assert len(heads) == len(site.versions)
            boxes = [e for e in page.elements("label") if list(e.iter("input"))]
            for other, head, box in zip(site.versions, heads, boxes, strict=True):
                (link,) = head.iter("a")
                assert page.target(link.get("href")) == f"http://site{site.address(other, address)}"
                assert words(link) in words(next(site.at(other, address).elements("h1")))
                (status,) = (words(e) for e in head.iter("span"))
                kind = "transliteration" if other.made_from else head_kind(site, other, address)
                assert status == Reader(site.content, version, "/").ui(f"kind_{kind}"), page.path
                assert words(box).strip() == other.name
                (tick,) = box.iter("input")
                assert "checked" in tick.attrib, "all are shown until a reader unticks one"


def head_kind(site, version, address):
    _, _, law, number, _ = address.split("/")
    law = site.content.laws[law]
    given = (law.articles[number].provenance, law.info.provenance)
    return next(p[version.locale].kind for p in given if version.locale in p and p[version.locale].kind)


def test_a_paragraph_says_its_status_where_it_differs_from_its_columns(site):
    """As if one paragraph of one version were our own text."""
    content = site.content
    law = next(iter(content.laws.values()))
    number, article = next((n, a) for n, a in law.articles.items() if isinstance(a.paragraphs[0], Paragraph))
    first, locale = article.paragraphs[0], site.versions[0].locale
    ours = first.model_copy(update={"provenance": {locale: Provenance(kind="editorial")}})
    altered = article.model_copy(update={"paragraphs": [ours, *article.paragraphs[1:]]})
    changed = replace(content, laws={law.id: replace(law, articles={number: altered})})
    pages = dict(parallel.files(Site(changed), content.site.address))
    tree = html5lib.parse(pages[permalink.parallel(law.id, number)], namespaceHTMLElements=False)
    (block,) = (e for e in tree.iter("div") if e.get("id") == f"p{first.number}")
    said = [[e.get("class") for e in cell.iter("span")] for cell in block[0]]
    assert said == [["status status-editorial"]] + [[]] * (len(site.versions) - 1)
    kinds = [next(cell.iter("p")).get("data-provenance") for cell in block[0]]
    assert kinds[0] == "editorial" and "editorial" not in kinds[1:]


def test_a_published_translation_is_compared_beside_all_versions(site, request):
    """And each paragraph leads to its own comparison."""
    compared = 0
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            for version in site.versions:
                side_by_side = site.at(version, permalink.parallel(law.id, number))
                sections = {e.get("id"): words(e) for e in side_by_side.elements("section")}
                expected = {}
                for part in article.paragraphs:
                    if isinstance(part, Paragraph) and part.published_translation:
                        provision = paragraph_of(law.id, article, part)
                        link = site.address(version, permalink.compared(provision))
                        expected[link.partition("#")[2]] = part.published_translation
                        page = site.at(version, permalink.article(law.id, number))
                        assert f"http://site{link}" in [page.target(e.get("href", "")) for e in page.elements("a")]
                assert sections.keys() == expected.keys()
                for anchor, differences in expected.items():
                    for each in differences:
                        assert each.words in sections[anchor] and (each.ours or "") in sections[anchor]
                        compared += 1
    assert compared or request.node.callspec.id != "real"


def test_article_and_comparison_lead_to_each_other(site):
    for address, side_by_side in articles(site):
        for version in site.versions:
            here, there = (f"http://site{site.address(version, a)}" for a in (address, side_by_side))
            article, page = site.at(version, address), site.at(version, side_by_side)
            assert there in {article.target(e.get("href")) for e in article.elements("a") if e.get("href")}
            assert here in {page.target(e.get("href")) for e in page.elements("a") if e.get("href")}


def test_all_versions_pages_are_one_to_a_search_engine(site):
    for _, side_by_side in articles(site):
        expected = urljoin(site.content.site.address, side_by_side[1:])
        for version in site.versions:
            page = site.at(version, side_by_side)
            links = {e.get("rel"): e for e in page.elements("link")}
            assert links["canonical"].get("href") == expected
            assert not [e for e in page.elements("link") if e.get("hreflang")], "alternates of another page's copy"


def test_titles_and_descriptions_are_the_articles_own(site):
    for version in site.versions:
        pages = [site.at(version, side_by_side) for _, side_by_side in articles(site)]
        titles = [words(next(page.elements("title"))) for page in pages]
        metas = [e for page in pages for e in page.elements("meta")]
        described = [e.get("content") for e in metas if e.get("name") == "description"]
        assert len(set(titles)) == len(titles) == len(set(described)) == len(described)


def test_strict_html_and_no_script_but_the_colours(site):
    for _, side_by_side in articles(site):
        for version in site.versions:
            page = site.at(version, side_by_side)
            assert not page.complaints
            scripts = [(e.get("src") or e.get("data-late")).rpartition("/")[2] for e in page.elements("script")]
            assert scripts == [assets(site.content.site.colours)["page.js"].address.rpartition("/")[2]]


def test_the_pages_are_light(site):
    """Half of them take under 4 KB on the wire, the longest 11, with a style sheet of their own of 1 KB."""
    sizes = sorted(
        len(gzip.compress((site.folder / permalink.file_of(site.address(version, page))).read_bytes()))
        for _, page in articles(site)
        for version in site.versions
    )
    assert sizes[len(sizes) // 2] <= 4_000
    assert sizes[-1] <= 12_000
    (style,) = (site.folder / "assets").glob("parallel.*.css")
    assert len(gzip.compress(style.read_bytes())) <= 1_500
