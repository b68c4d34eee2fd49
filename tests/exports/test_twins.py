"""The Markdown twins and llms.txt: rendered, they have the words of the pages, under links to their anchors."""

import re
from urllib.parse import urljoin

import html5lib
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import words
from exports.test_parallel import gaps, law_texts
from legal_site import permalink
from legal_site.view.reader import Reader
from legal_site.view.twin import literal


def rendered(text):
    """A body element, as Python-Markdown and html5lib read it: two readers that are not ours."""
    tree = html5lib.parse(markdown.markdown(text), namespaceHTMLElements=False)
    return tree.find("body")


def twin(site, version, address):
    return (site.folder / site.address(version, permalink.twin(address))[1:]).read_text("utf-8")


def section(site, version, key, body):
    """The blocks between a heading of this name and the next."""
    heading = ui(site, version, key)
    blocks, inside = [], False
    for element in body:
        if element.tag in ("h1", "h2"):
            inside = words(element) == heading
        elif inside:
            blocks.append(element)
    return blocks


def ui(site, version, key):
    return Reader(site.content, version, "/").ui(key)


def articles(site):
    for law in site.content.laws.values():
        for number in law.articles:
            yield permalink.article(law.id, number)


def lines(element):
    """Every paragraph and item with its own words, in order, without the lists in it."""
    if element.tag in ("ul", "ol"):
        for item in element:
            yield from lines(item)
        return
    nested = [child for child in element if child.tag in ("ul", "ol", "p")]
    if element.tag == "li" and nested and nested[0].tag == "p":
        for child in element:
            yield from lines(child)
        return
    own = (element.text or "") + "".join(
        words(child) * (child.tag not in ("ul", "ol")) + (child.tail or "") for child in element
    )
    yield element, own.strip()
    for child in nested:
        yield from lines(child)


def first_link(element):
    link = next(iter(element), None)
    return link if link is not None and link.tag == "a" and not (element.text or "").strip() else None


def test_each_twin_has_the_words_of_its_page_under_the_links_to_its_anchors(site):
    for version in site.versions:
        for address in articles(site):
            page = site.at(version, address)
            base = urljoin(site.content.site.address, site.address(version, address)[1:])
            found, here = {}, None
            blocks = section(site, version, "twin_words", rendered(twin(site, version, address)))
            for block in blocks:
                for element, text in lines(block):
                    link = first_link(element)
                    if link is not None:
                        here = link.get("href")
                        text = text.removeprefix(words(link)).strip()
                    if element.find("em") is not None:
                        text = text.replace(words(element.find("em")), "").strip()
                    if text:
                        # A penalty after the items belongs to the paragraph, not to its last item.
                        name = here if link is not None else re.sub(r"(#p\w+)-.*", r"\1", here)
                        found.setdefault(name, []).append(text)
            expected = {
                f"{base}#{name.rpartition('/')[2]}": [text for text, _ in texts]
                for name, texts in law_texts(page).items()
            }
            assert found == expected, page.path


def test_each_twin_says_what_is_omitted(site):
    for version in site.versions:
        for address in articles(site):
            body = rendered(twin(site, version, address))
            said = [words(e) for block in section(site, version, "twin_words", body) for e in block.iter("em")]
            expected = gaps(site.at(version, address).tree)
            assert [text for text in said if text in expected] == expected, address


def test_each_twin_of_a_statement_has_its_words(site):
    for statement in site.content.statements.values():
        address = permalink.statement(statement.id)
        for version in site.versions:
            page = site.at(version, address)
            base = urljoin(site.content.site.address, site.address(version, address)[1:])
            body = rendered(twin(site, version, address))
            found = []
            for block in section(site, version, "twin_statement_words", body):
                link = first_link(block)
                found.append((link.get("href"), words(block).removeprefix(words(link)).strip()))
            expected = [
                (f"{base}#{holder.get('id')}", words(text))
                for holder in page.with_attribute("data-statement")
                for text in holder.iter()
                if isinstance(text.tag, str) and "data-statement-text" in text.attrib
            ]
            assert found == expected, page.path


def test_the_slips_of_a_statement_stand_in_its_twin_before_the_note_on_them(site):
    seen = 0
    for statement in site.content.statements.values():
        address = permalink.statement(statement.id)
        for version in site.versions:
            base = urljoin(site.content.site.address, site.address(version, address)[1:])
            reader = Reader(site.content, version, "/")
            blocks = section(site, version, "notes", rendered(twin(site, version, address)))
            found = [(first_link(block).get("href"), words(block)) for block in blocks]
            for part in statement.paragraphs:
                for note in part.notes:
                    if reader.written in note.slip:
                        slip = f"{part.number} {reader.plain(note.slip[reader.written])}"
                        place = found.index((f"{base}#s{part.number}", slip))
                        assert reader.plain(note.words[reader.written]) in found[place + 1][1]
                        seen += 1
    assert seen


def test_each_twin_says_its_status_wording_and_source(site):
    seen = 0
    kinds = ("official", "translation", "transliteration", "editorial")
    for version in site.versions:
        names = {ui(site, version, f"kind_{kind}") for kind in kinds}
        forms = list(forms_of_sources(site, version))
        for address in [*articles(site), *map(permalink.statement, site.content.statements)]:
            text = twin(site, version, address)
            labels = (e for e in site.at(version, address).elements("span") if "status" in e.get("class", "").split())
            known = names.union(map(words, labels))
            assert any(f"**{literal(name)}.**" in text for name in known), address
            assert f"## {ui(site, version, 'provenance')}" in text
            assert ui(site, version, "verified_on") in text
            seen += sum(form in text for form in forms)
        for law in site.content.laws.values():
            for number, article in law.articles.items():
                lasting = permalink.wording(law.id, number, article.wording.as_of)
                text = twin(site, version, permalink.article(law.id, number))
                assert urljoin(site.content.site.address, site.address(version, lasting)[1:]) in text

    assert seen


def forms_of_sources(site, version):
    """What the twins say of the sources that were not read at their own addresses."""
    reader = Reader(site.content, version, "/")
    for source in site.content.sources.sources:
        if source.seen:
            link = site.content.site.address + site.address(version, permalink.register("sources", source.id))[1:]
            yield f"]({link}) ({literal(reader.text(source.seen))})"


def test_our_notes_stand_after_the_laws_words_and_say_what_they_are(site):
    seen = 0
    for version in site.versions:
        for law in site.content.laws.values():
            for number, article in law.articles.items():
                body = rendered(twin(site, version, permalink.article(law.id, number)))
                titles = [words(e) for e in body.iter("h2")]
                own = [ui(site, version, key) for key in ("twin_words", "notes", "provenance")]
                assert titles == [title for title in own if title in titles]
                ours = section(site, version, "notes", body)
                assert bool(ours) == (own[1] in titles)
                if article.notes:
                    seen += 1
                    assert words(ours[0]) == ui(site, version, "plain_note")
    assert seen


def test_every_link_of_a_twin_leads_to_a_page_and_anchor_of_the_site(site):
    base = site.content.site.address
    for version in site.versions:
        for address in [*articles(site), *map(permalink.statement, site.content.statements)]:
            check_links(site, base, rendered(twin(site, version, address)), address)


def check_links(site, base, body, name):
    found = [a.get("href") for a in body.iter("a")]
    assert found
    for link in found:
        assert re.match(r"https?://|mailto:", link), f"{name}: {link}"
        if link.startswith(base):
            path, _, anchor = link.removeprefix(base).partition("#")
            file = permalink.file_of(f"/{path}")
            assert file in site.files, f"{name}: {link}"
            if anchor:
                assert anchor in site.page(file).ids, f"{name}: {link}"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1))
def test_words_show_as_they_stand_whatever_is_in_them(text):
    """Whatever Markdown would make of them: emphasis, links, lists, headings, tags, character references."""
    body = rendered(f"[1](https://a.example/) {literal(text)}\n\n{literal(text)}")
    assert [words(element) for element in body] == [f"1 {text}", text]


@pytest.mark.parametrize(
    "text", ["1. one", "12) twelve", "- dash", "# hash", "> more", "+ plus", "a *b* _c_ [d](e) <f> &amp; `g`"]
)
def test_words_that_look_like_markdown(text):
    assert [words(element) for element in rendered(str(literal(text)))] == [text]


def test_llms_txt_has_the_form_that_is_asked_for(site):
    """llmstxt.org: one first heading, a quoted summary, then second headings with lists of links alone."""
    text = (site.folder / "llms.txt").read_text("utf-8")
    body = rendered(text)
    assert [words(e) for e in body.iter("h1")] == [site.content.site.name[site.versions[0].locale]]
    assert body[0].tag == "h1" and body[1].tag == "blockquote"
    assert not list(body.iter("h3"))
    lists = [e for e in body if e.tag == "ul"]
    assert len(lists) == len(list(body.iter("h2")))
    for item in (item for each in lists for item in each):
        assert first_link(item) is not None, words(item)
    assert [words(e) for e in body.iter("h2")][-1] == "Optional"


def test_llms_txt_lists_versions_laws_statements_guides_and_data(site):
    base = site.content.site.address
    body = rendered((site.folder / "llms.txt").read_text("utf-8"))
    check_links(site, base, body, "llms.txt")
    listed = {"/" + a.get("href").removeprefix(base) for a in body.iter("a")}
    content = site.content
    asked = ["/", "/feed.xml"]
    written = [permalink.law(law) for law in content.laws]
    written += [permalink.twin(address) for address in articles(site)]
    written += [permalink.twin(permalink.statement(name)) for name in content.statements]
    written += [permalink.guide(name) for name in content.flows]
    for version in site.versions:
        wanted = asked if version.made_from else [*asked, *written]
        assert {site.address(version, address) for address in wanted} <= listed
    assert {"/data/laws.json", "/data/provisions.csv", "/data/glossary.json"} <= listed
    documents = [permalink.law(law) for law in content.laws] + [*map(permalink.statement, content.statements)]
    assert {permalink.akn(address) for address in documents} <= listed
