"""Under each paragraph of law and statement stand its citation, its links and the line that belongs under its words."""

import json
import re
from urllib.parse import unquote

import pytest

from conftest import path_and_anchor, words
from legal_site import permalink
from legal_site.assets import assets
from legal_site.citation import parse_citation
from legal_site.model.law import Paragraph
from legal_site.permalink import Provision
from legal_site.relations import paragraph_of
from legal_site.script import to_latin
from legal_site.view.quote import statement_quote
from legal_site.view.reader import Reader

# What newspapers and lawyers print, written by hand.
CITED = {
    "real": {
        ("sr", "kz/146/p3"): "чл. 146. ст. 3. КЗ",
        ("sr-Latn", "kz/146/p3"): "čl. 146. st. 3. KZ",
        ("en", "kz/146/p3"): "Art. 146(3) Criminal Code (Serbia)",
        ("en", "zzpl/4/p1"): "Art. 4(1) Personal Data Protection Law (Serbia)",
    },
    "three-bridges": {
        ("sr", "zis/1/p5a"): "чл. 1. ст. 5а ЗТМ",
        ("sr-Latn", "zis/1/p5a"): "čl. 1. st. 5a ZTM",
        ("en", "zis/1/p5a"): "Art. 1(5a) Code of the Three Bridges (Inventedland)",
        ("de", "zis/1/p1"): "Art. 1(1) [de] Code of the Three Bridges ([de] Inventedland)",
    },
}
STATEMENT = {
    "real": {
        "sr": "Повереник за информације од јавног значаја и заштиту података о личности (Родољуб Шабић), „Саопштење "
        "Повереника о личним подацима грађана у изборној кампањи”, пасус 3, 12. априла 2016.",
        "en": "Commissioner for Information of Public Importance and Personal Data Protection (Rodoljub Šabić), “The "
        "Commissioner’s statement on citizens’ personal data in the election campaign”, paragraph 3, 12 April 2016",
    },
    "three-bridges": {
        "sr-Latn": "Zavod za izmišljanje, „Saopštenje o stvarima”, pasus 1, 1. februara 2024.",
        "en": "Office of Inventing, “Statement on things”, paragraph 1, 1 February 2024",
    },
}


def part(element, name):
    """The element of a paragraph's holder or a details that carries an attribute."""
    (found,) = (e for e in element.iter() if isinstance(e.tag, str) and name in e.attrib)
    return found


def is_cite(element):
    return isinstance(element.tag, str) and element.get("class") == "cite"


def text_in(site, version, text):
    written = text[site.locale(version)]
    return to_latin(written) if version.made_from else written


def abbreviations(site, version):
    """How each law is called in a version's citations, with the country where the language is a foreign one."""
    foreign = site.locale(version) != site.locale(site.versions[0])
    country = f" ({text_in(site, version, site.content.site.jurisdiction)})" if foreign else ""
    return {text_in(site, version, law.info.abbreviation) + country: law.id for law in site.content.laws.values()}


@pytest.fixture(scope="module")
def holders(site):
    """Every paragraph of law, in each wording, and of statement: version, page, the element that holds it, its box."""
    rows = []
    addresses = [permalink.article(law.id, number) for law in site.content.laws.values() for number in law.articles]
    earlier = [
        permalink.wording(law.id, number, old.wording.as_of)
        for law in site.content.laws.values()
        for number, article in law.articles.items()
        for old in article.earlier_wordings
    ]
    for version in site.versions:
        for address in [*addresses, *earlier, *map(permalink.statement, site.content.statements)]:
            page = site.at(version, address)
            for holder in (*page.with_attribute("data-provision"), *page.with_attribute("data-statement")):
                if "-" not in holder.get("id"):
                    (box,) = filter(is_cite, holder)
                    rows.append((version, page, holder, box))
    assert len(rows) > 3 * len(site.versions)
    return rows


def test_the_citation_names_the_provision_and_abroad_the_country(site, holders):
    for version, page, holder, box in holders:
        cited = words(part(box, "data-citation"))
        if "data-provision" in holder.attrib:
            style = version.citation_style
            found = parse_citation(cited, style, abbreviations(site, version))
            assert found == Provision.parse(holder.get("data-provision")), f"{page.path}: {cited}"


def test_citations_are_as_newspapers_and_lawyers_print_them(site, holders, request):
    name = request.node.callspec.id
    found = {
        (version.locale, holder.get("data-provision")): words(part(box, "data-citation"))
        for version, page, holder, box in holders
    }
    assert {key: found[key] for key in CITED[name]} == CITED[name]


def test_a_statements_citation_has_author_title_paragraph_and_date(site, holders, request):
    expected = STATEMENT[request.node.callspec.id]
    for locale, citation in expected.items():
        cited = [
            words(part(box, "data-citation"))
            for version, _, holder, box in holders
            if version.locale == locale and "data-statement" in holder.attrib
        ]
        assert any(each.startswith(citation) for each in cited)


def test_what_is_doubtful_is_copied_with_a_statements_citation(site, holders):
    """Behind the name that becomes the link: the doubt about the date, and whose words these are."""
    for version, page, holder, box in holders:
        cited = part(box, "data-citation")
        if "data-statement" not in holder.attrib:
            assert len(cited) == 0, "a law's citation has nothing behind it"
            continue
        statement = site.content.statements[holder.get("data-statement").partition("/")[0]]
        doubt = text_in(site, version, statement.date_note)
        (caveat,) = cited
        assert re.match(re.escape(f" ({doubt}). ") + r".+\.$", words(caveat)), page.path
        assert text_in(site, version, statement.provenance[site.locale(version)].in_short) in words(caveat)


def test_a_citation_without_doubt_about_its_date_still_says_whose_words_they_are(content):
    for version in content.site.versions:
        for statement in content.statements.values():
            reader = Reader(content, version, permalink.statement(statement.id))
            certain = statement.model_copy(update={"date_note": None})
            quote = statement_quote(reader, certain, statement.paragraphs[0], "12. априла 2016.")
            assert quote.caveat == f" {quote.status}."


def test_the_lasting_link_is_dated_and_leads_to_the_paragraph_in_its_version(site, holders):
    for _, page, holder, box in holders:
        link = part(box, "data-lasting")
        path, anchor = path_and_anchor(page.target(link.get("href")))
        assert anchor == holder.get("id") and anchor in site.page(path).ids, page.path
        assert re.search(r"/\d{4}-\d{2}-\d{2}/$", f"/{path.removesuffix('index.html')}"), path
        expected = f"{site.content.site.address.rstrip('/')}/{path.removesuffix('index.html')}#{anchor}"
        assert words(link) == expected
        if re.search(r"\d{4}-\d{2}-\d{2}/index.html$", page.path):
            assert path == page.path, "an earlier wording is cited in that wording"


def test_the_current_link_leads_to_the_article(site, holders):
    for version, page, holder, box in holders:
        name = holder.get("data-provision")
        if name is None or name not in site.content.index.published:
            continue
        link = part(box, "data-link")
        if re.search(r"\d{4}-\d{2}-\d{2}/index.html$", page.path):
            assert link is part(box, "data-lasting"), "what is copied from an earlier wording leads there"
            continue
        expected = site.address(version, Provision.parse(name).address)
        assert page.target(link.get("href")) == f"http://site{expected}"
        assert words(link) == site.content.site.address.rstrip("/") + expected


def test_the_line_under_a_quote_names_the_source(site, holders):
    source = site.content.interface.texts["source"]
    for version, page, _, box in holders:
        said = words(part(box, "data-source"))
        assert text_in(site, version, source) in said and said.endswith("."), page.path


def test_a_quote_says_in_what_form_its_source_was_read(site, holders):
    named = 0
    for version, page, _, box in holders:
        said = words(part(box, "data-source"))
        for source in site.content.sources.sources:
            title = text_in(site, version, source.title)
            if source.seen and title in said:
                assert f"{title} ({text_in(site, version, source.seen)})" in said, page.path
                named += 1
    assert named


def test_the_quote_says_whether_its_words_are_official(site, holders):
    interface = site.content.interface.texts
    for version, page, holder, box in holders:
        said = f"{words(part(box, 'data-citation'))} {words(part(box, 'data-source'))}"
        official = f" {text_in(site, version, interface['kind_official'])}" in said
        original = site.locale(version) == site.locale(site.versions[0])
        if "data-provision" in holder.attrib:
            assert official == original, f"{page.path}: laws are official in their own language alone"
            assert original or text_in(site, version, interface["unofficial"]) in said
        assert (text_in(site, version, interface["kind_transliteration"]) in said) == bool(version.made_from)


def records(page):
    """The texts of a page's records by their formats, and the files that are saved, by name, as in their links."""
    shown = {e.get("data-record"): words(e) for e in page.elements("textarea") if e.get("data-record")}
    saved = {}
    for link in page.elements("a"):
        if link.get("download"):
            head, _, text = link.get("href").partition(",")
            assert head == "data:text/plain;charset=utf-8"
            saved[link.get("download")] = text
    return shown, saved


@pytest.fixture(scope="module")
def cards(site):
    """The card of every paragraph of law: version, law, article, provision, the texts of its records, their files.

    Versions take turns, with another one than where a card's words are looked at.
    """
    rows = []
    for law in site.content.laws.values():
        for article in law.articles.values():
            for paragraph in article.paragraphs:
                if isinstance(paragraph, Paragraph):
                    version = site.versions[(len(rows) + 1) % len(site.versions)]
                    provision = paragraph_of(law.id, article, paragraph)
                    card = site.at(version, permalink.card(provision))
                    rows.append((version, law, article, provision, *records(card)))
    return rows


def test_each_paragraph_has_its_records_in_three_formats(site, cards):
    for version, law, article, provision, found, _ in cards:
        lasting = f"{permalink.wording(law.id, article.number, article.wording.as_of)}#{provision.anchor}"
        url = site.content.site.address.rstrip("/") + site.address(version, lasting)
        title = text_in(site, version, law.info.title)
        (item,) = json.loads(found["json"])
        assert (item["type"], item["title"], item["URL"]) == ("legislation", title, url)
        assert item["jurisdiction"] == text_in(site, version, site.content.site.jurisdiction)
        assert item["language"] == version.lang
        name = text_in(site, version, law.info.abbreviation)
        assert parse_citation(f"{item['section']} {name}", version.citation_style, {name: law.id}) == provision
        day = "accessed" if article.wording.basis == "seen" else "issued"
        assert item[day]["date-parts"] == [[int(n) for n in article.wording.as_of.isoformat().split("-")]]
        check_ris(found["ris"], "STAT", title, url)
        check_bibtex(found["bib"], f"{title}, {item['section']}", url)


def test_a_record_is_saved_as_it_is_shown(cards):
    """RIS ends each of its lines with CR LF, the last one too; the others are free to."""
    for *_, found, links in cards:
        # A space, a line feed or „#” that stands for itself would end the file, or be lost.
        assert not any(re.search(r"[\s#\"<>\\\\^`{|}]", link) for link in links.values())
        files = {name: unquote(link, errors="strict") for name, link in links.items()}
        (item,) = json.loads(found["json"])
        assert files == {
            f"{item['id']}.bib": found["bib"],
            f"{item['id']}.ris": "".join(f"{line}\r\n" for line in found["ris"].split("\n")),
            f"{item['id']}.json": found["json"],
        }


def test_each_paragraph_leads_to_its_records(site, holders):
    for _, page, holder, box in holders:
        links = [e.get("href") for e in box.iter("a") if e.get("href").endswith("/#records")]
        if re.search(r"\d{4}-\d{2}-\d{2}/index.html$", page.path) and "data-provision" in holder.attrib:
            assert links == [], "an earlier wording has no card"
            continue
        (link,) = links
        path, anchor = path_and_anchor(page.target(link))
        assert path == page.path.replace("index.html", f"{holder.get('id')}/index.html")
        assert anchor in site.page(path).ids


def test_each_statement_has_its_records_in_three_formats(site):
    for statement in site.content.statements.values():
        anchors = ["", *(f"#{permalink.statement_anchor(part.number)}" for part in statement.paragraphs)]
        for version in site.versions:
            for anchor in anchors:
                address = permalink.statement(statement.id)
                page = site.at(version, f"{address}{anchor[1:]}/" if anchor else address)
                found, files = records(page)
                url = site.content.site.address.rstrip("/") + site.address(version, address) + anchor
                title = text_in(site, version, statement.title)
                (item,) = json.loads(found["json"])
                assert item["author"] == [{"literal": text_in(site, version, statement.author)}]
                assert title in item["title"] and (item["title"] == title) == (not anchor)
                assert item["URL"] == url and len(files) == 3
                check_ris(found["ris"], "GEN", item["title"], url)
                check_bibtex(found["bib"], item["title"], url)


def test_a_gazettes_number_says_in_the_records_what_it_says_on_the_laws_page(site, cards, request):
    """A decision of the Constitutional Court or a corrigendum is no amendment."""
    remarks, seen = 0, set()
    for version, law, _, _, found, _ in cards:
        if (version.locale, law.id) in seen:
            continue
        seen.add((version.locale, law.id))
        shown = words(site.at(version, permalink.law(law.id)).tree)
        (item,) = json.loads(found["json"])
        assert ("references" in item) == bool(law.info.gazette)
        if law.info.gazette:
            assert f"{item['references']}." in shown
            assert f"N1  - {item['references']}\n" in found["ris"]
            assert item["references"].count("(") == sum("(" in each for each in law.info.gazette)
            remarks += item["references"].count("(")
    assert remarks or request.node.callspec.id != "real", "no law has a remark: nothing was looked at"


def test_a_page_is_printed_with_its_lasting_address(site):
    """Once, outside the boxes that are not printed. Whether it is seen: browser/test_cite.py."""
    lasting = {}
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            here = permalink.article(law.id, number)
            lasting[here] = permalink.wording(law.id, number, article.wording.as_of)
            for old in article.earlier_wordings:
                dated = permalink.wording(law.id, number, old.wording.as_of)
                lasting[dated] = dated
    lasting |= {permalink.statement(name): permalink.statement(name) for name in site.content.statements}
    for version in site.versions:
        for address, target in lasting.items():
            (line,) = (e for e in site.at(version, address).elements("p") if e.get("class") == "printed")
            assert words(line).endswith(f": {site.content.site.address.rstrip('/')}{site.address(version, target)}")


def check_ris(text, kind, title, url):
    lines = text.split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines), text
    assert lines[0] == f"TY  - {kind}" and lines[-1] == "ER  - "
    assert {f"TI  - {title}", f"UR  - {url}"} <= set(lines)


def check_bibtex(text, title, url):
    head, *fields, tail = text.split("\n")
    assert re.fullmatch(r"@misc\{[A-Za-z0-9-]+,", head) and tail == "}"
    assert all(re.fullmatch(r"  [a-z]+ = \{.*\},?", field) for field in fields), text
    assert text.count("{") == text.count("}")
    assert f"  url = {{{url}}}," in fields
    assert f"  title = {{{{{title}}}}}," in [field.replace("\\", "") for field in fields]


def test_files_of_records_never_have_the_same_name(site, cards):
    names = [name for *_, files in cards for name in files]
    for statement in site.content.statements.values():
        address = permalink.statement(statement.id)
        parts = [f"{address}{permalink.statement_anchor(part.number)}/" for part in statement.paragraphs]
        names += [
            name
            for version in site.versions
            for page in [address, *parts]
            for name in records(site.at(version, page))[1]
        ]
    assert len(names) == len(set(names))


def test_only_pages_with_paragraphs_load_the_script(site):
    script = assets(site.content.site.colours)["paragraphs.js"].address
    for version in site.versions:
        for address in site.page_addresses:
            page = site.at(version, address)
            loaded = any(e.get("data-late", "").endswith(script) for e in page.elements("script"))
            assert loaded == bool(page.with_attribute("data-citation")), page.path
