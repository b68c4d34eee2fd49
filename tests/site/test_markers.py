"""The law's and the statement's words stand on the built pages as they stand in the content, and nothing else does."""

import pytest

from conftest import ROOT, words
from legal_site import permalink
from legal_site.model.base import Provenance
from legal_site.model.law import Item, Paragraph
from legal_site.permalink import number_in_address
from legal_site.relations import item_of, paragraph_of
from legal_site.script import to_latin

PUBLISHED = ROOT / "tests/content/statement.en.txt"


def words_in(version, locale, text):
    return to_latin(text[locale]) if version.made_from else text[locale]


def expected_words(part, provision):
    """For each provision of a paragraph the texts that are its own, without its items'."""
    own = [part.text, getattr(part, "penalty", None), getattr(part, "closing", None)]
    yield provision, [text for text in own if text]
    for item in part.items:
        if isinstance(item, Item):
            yield from expected_words(item, item_of(provision, item))


def wordings(law):
    """Each article with the parts of its current wording, and of its earlier ones, each with its address."""
    for number, article in law.articles.items():
        yield permalink.article(law.id, number), article, article.paragraphs
        for earlier in article.earlier_wordings:
            yield permalink.wording(law.id, number, earlier.wording.as_of), article, earlier.paragraphs


def own_law_texts(holder):
    """The elements with the law's words that belong to a provision and to none inside it."""
    found = []

    def walk(element):
        for child in element:
            if "data-provision" in child.attrib:
                continue
            if "data-law-text" in child.attrib:
                found.append(child)
            walk(child)

    walk(holder)
    return found


@pytest.fixture(scope="module")
def law_pages(site):
    """Each page with law text: version, address, what is expected on it."""
    rows = []
    for law in site.content.laws.values():
        for address, article, parts in wordings(law):
            expected = {}
            for part in parts:
                if isinstance(part, Paragraph):
                    for provision, texts in expected_words(part, paragraph_of(law.id, article, part)):
                        expected[str(provision)] = texts
            rows += [(version, address, expected) for version in site.versions]
    assert rows
    return rows


def test_each_provision_is_marked_once_on_the_element_with_its_id(site, law_pages):
    for version, address, expected in law_pages:
        page = site.at(version, address)
        marked = [(e.get("data-provision"), e.get("id")) for e in page.with_attribute("data-provision")]
        anchors = [(name, name.rpartition("/")[2]) for name in expected]
        assert marked == anchors, page.path


def test_an_items_element_lies_inside_its_paragraphs(site, law_pages):
    for version, address, _ in law_pages:
        page = site.at(version, address)
        holders = page.with_attribute("data-provision")
        inside = {
            (outer.get("data-provision"), inner.get("data-provision"))
            for outer in holders
            for inner in outer.iter()
            if inner is not outer and isinstance(inner.tag, str) and "data-provision" in inner.attrib
        }
        names = [holder.get("data-provision") for holder in holders]
        assert inside == {(a, b) for a in names for b in names if b.startswith(f"{a}-")}, page.path


def test_the_laws_words_are_the_contents_and_nothing_else(site, law_pages):
    for version, address, expected in law_pages:
        page = site.at(version, address)
        for holder in page.with_attribute("data-provision"):
            name = holder.get("data-provision")
            found = ["".join(p.itertext()) for text in own_law_texts(holder) for p in text]
            assert found == [words_in(version, site.locale(version), text) for text in expected[name]], (
                f"{page.path} {name}"
            )


def test_the_laws_words_say_their_language(site, law_pages):
    for version, address, _ in law_pages:
        page = site.at(version, address)
        for element in page.with_attribute("data-law-text"):
            assert element.get("lang") == version.lang, page.path


def test_every_law_text_says_what_it_is(site, law_pages):
    """Official, a translation, or a transliteration made by program: each block of the law's words carries it."""
    for law in site.content.laws.values():
        for address, article, parts in wordings(law):
            for version in site.versions:
                page = site.at(version, address)
                kinds = {part_anchor(law, article, part): kind(site, version, law, article, part) for part in parts}
                found = {
                    (holder.get("id"), text.get("data-provenance"))
                    for holder in page.with_attribute("data-provision")
                    for text in own_law_texts(holder)
                }
                assert found <= {(anchor, kinds[anchor.partition("-")[0]]) for anchor, _ in found}, page.path


def part_anchor(law, article, part):
    return paragraph_of(law.id, article, part).anchor if isinstance(part, Paragraph) else None


def kind(site, version, law, article, part):
    if version.made_from:
        return "transliteration"
    given = (getattr(part, "provenance", {}), article.provenance, law.info.provenance)
    return next(p[version.locale].kind for p in given if version.locale in p and p[version.locale].kind)


def test_every_block_with_a_provenance_has_one_of_the_known_kinds(site):
    known = {"official", "translation", "transliteration", "editorial"}
    for page in site.all_pages:
        assert {e.get("data-provenance") for e in page.with_attribute("data-provenance")} <= known, page.path


def test_the_provenance_of_a_text_says_of_each_source_in_what_form_it_was_read(site):
    """The state's register of laws would else be named as if its own pages had been read."""
    register = {source.id: source for source in site.content.sources.sources}
    said, none = set(), Provenance()
    for version in site.versions:
        locale = site.locale(version)
        texts = [
            (permalink.article(law.id, number), article.provenance.get(locale, none).over(law.info.provenance[locale]))
            for law in site.content.laws.values()
            for number, article in law.articles.items()
        ]
        texts += [(permalink.statement(s.id), s.provenance[locale]) for s in site.content.statements.values()]
        for address, provenance in texts:
            (box,) = [e for e in site.at(version, address).elements("dl") if e.get("class") == "provenance"]
            lines = [words(e) for e in box.iter("dd")]
            for source in (register[name] for name in provenance.sources):
                title = words_in(version, locale, source.title)
                seen = f" ({words_in(version, locale, source.seen)})" if source.seen else ""
                said.add(seen)
                assert f"{title}{seen}" in lines, address
    assert len(said) > 1


def test_each_article_shows_what_it_does_not_publish(site):
    """As many remarks on a page as the content declares gaps."""

    def gaps(parts):
        for part in parts:
            if hasattr(part, "number"):
                yield from gaps(part.items)
                if getattr(part, "opening_missing", None):
                    yield part
            else:
                yield part

    for law in site.content.laws.values():
        for address, _, parts in wordings(law):
            for version in site.versions:
                page = site.at(version, address)
                shown = [e for e in page.elements("p") if "gap" in e.get("class", "").split()]
                assert len(shown) == len(list(gaps(parts))), page.path


def test_each_paragraph_of_a_statement_is_marked_once_with_its_words(site):
    assert site.content.statements
    for statement in site.content.statements.values():
        for version in site.versions:
            page = site.at(version, permalink.statement(statement.id))
            holders = page.with_attribute("data-statement")
            assert [(h.get("data-statement"), h.get("id")) for h in holders] == [
                (f"{statement.id}/s{p.number}", f"s{p.number}") for p in statement.paragraphs
            ], page.path
            for holder, paragraph in zip(holders, statement.paragraphs, strict=True):
                (text,) = (e for e in holder.iter() if isinstance(e.tag, str) and "data-statement-text" in e.attrib)
                assert text.get("lang") == version.lang
                assert "".join(text.itertext()) == words_in(version, site.locale(version), paragraph.text), page.path


def test_the_english_statement_is_byte_for_byte_the_published_one(real_site):
    (version,) = (version for version in real_site.versions if version.locale == "en")
    page = real_site.at(version, "/statement/2016-04-12/")
    lines = ["".join(e.itertext()) for e in page.with_attribute("data-statement-text")]
    assert "\n".join(lines).encode() == PUBLISHED.read_bytes()


def test_each_article_has_its_file_by_its_number_in_addresses(site):
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            assert number == number_in_address(article.number)
