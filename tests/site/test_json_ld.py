"""What the pages say of themselves to search engines is well formed, true, and the same in every version."""

import json
from urllib.parse import urljoin

import pytest
from lxml import etree

from conftest import words
from legal_site import permalink
from legal_site.view.json_ld import json_ld
from legal_site.view.reader import Reader

UNOFFICIAL = "https://schema.org/UnofficialLegalValue"


def blocks(page):
    return [words(part) for part in page.elements("script") if part.get("type") == "application/ld+json"]


def graph(page):
    (block,) = blocks(page)
    value = json.loads(block)
    assert value["@context"] == "https://schema.org"
    return value["@graph"]


def of_type(page, name):
    return [node for node in graph(page) if name in (node["@type"], *node["@type"])]


def own_node(site, page, version):
    """The node of the version that the page is of: nodes stand in the order of the versions."""
    return of_type(page, "Legislation")[site.versions.index(version)]


def whole(site, version, address):
    return site.content.site.address.rstrip("/") + site.address(version, address)


def test_every_page_below_the_top_has_one_block(site):
    for version in site.versions:
        for address in site.page_addresses:
            page = site.at(version, address)
            assert len(blocks(page)) == (address != "/"), page.path


def test_no_block_holds_a_character_that_could_end_it(site):
    assert not [page.path for page in site.all_pages for block in blocks(page) if set(block) & set("<>&")]


def test_a_title_cannot_end_the_block(content):
    title = "</script><script>alert(1)</script> & \u2028"
    reader = Reader(content, content.site.versions[0], "/about/")
    block = json_ld(reader, title, content.site.address)
    assert not set(block) & set("<>&\u2028")
    assert json.loads(block)["@graph"][0]["itemListElement"][-1]["name"] == title


@pytest.fixture
def article_pages(site):
    """Law, article, address, and the article's page in each version."""
    return [
        (law, article, address, {version.locale: site.at(version, address) for version in site.versions})
        for law in site.content.laws.values()
        for number, article in law.articles.items()
        for address in [permalink.article(law.id, number)]
    ]


def test_an_article_is_legislation_in_each_version(site, article_pages):
    for _, _, address, pages in article_pages:
        for page in pages.values():
            nodes = of_type(page, "Legislation")
            assert [node["@id"] for node in nodes] == [whole(site, version, address) for version in site.versions]
            assert [node["inLanguage"] for node in nodes] == [version.lang for version in site.versions]
            assert {node["legislationLegalValue"] for node in nodes} == {UNOFFICIAL}


def test_a_page_says_in_full_what_it_is_itself(site, article_pages):
    for _, article, address, pages in article_pages:
        for version in site.versions:
            own = own_node(site, pages[version.locale], version)
            assert own["url"] == own["@id"] == whole(site, version, address)
            dated = article.wording.as_of.isoformat() if article.wording.basis != "seen" else None
            assert own.get("legislationDateVersion") == dated


def test_a_page_s_own_node_has_its_name(site, article_pages):
    for _, _, _, pages in article_pages:
        for version in site.versions:
            page = pages[version.locale]
            node = own_node(site, page, version)
            trail = of_type(page, "BreadcrumbList")[0]["itemListElement"]
            (title,) = (words(part) for part in page.elements("title"))
            assert node["name"] == trail[-1]["name"]
            assert title.startswith(node["name"])


def test_an_article_is_part_of_its_law(site, article_pages):
    for law, _, _, pages in article_pages:
        for version in site.versions:
            page = pages[version.locale]
            part = own_node(site, page, version)["isPartOf"]
            assert part["@id"] == whole(site, version, permalink.law(law.id))
            assert part["name"] == Reader(site.content, version, "/").text(law.info.title)
            own = own_node(site, site.at(version, permalink.law(law.id)), version)
            assert own["@id"] == part["@id"] and part.items() <= {**own, "@type": "Legislation"}.items()


def test_a_law_says_what_is_known_of_it(site):
    for law in site.content.laws.values():
        for version in site.versions:
            own = own_node(site, site.at(version, permalink.law(law.id)), version)
            assert own.get("legislationDate") == (law.info.adopted_on.isoformat() if law.info.adopted_on else None)
            assert ("legislationPassedBy" in own) == (law.info.passed_by is not None)
            assert ("datePublished" in own) == (bool(law.info.gazette) and not law.info.adopted_on)
            assert own.get("citation") == law.info.official_address


def test_an_identifier_is_that_of_the_akoma_ntoso_document(site, article_pages):
    for _, _, _, pages in article_pages:
        for version in site.versions:
            node = own_node(site, pages[version.locale], version)
            path = node["encoding"]["contentUrl"].removeprefix(site.content.site.address)
            root = etree.fromstring((site.folder / path).read_bytes())
            (this,) = root.iterfind(".//{*}FRBRExpression/{*}FRBRthis")
            assert node["legislationIdentifier"] == this.get("value")


def test_translations_and_originals_name_each_other(site, article_pages):
    for law, article, _, pages in article_pages:
        nodes = {node["@id"]: node for node in of_type(next(iter(pages.values())), "Legislation")}
        for version, (name, node) in zip(site.versions, nodes.items(), strict=True):
            own = article.provenance.get(site.locale(version))
            kind = (own and own.kind) or law.info.provenance[site.locale(version)].kind
            if version.made_from:
                assert node["isBasedOn"]["@id"] in nodes
            elif kind == "translation":
                original = nodes[node["translationOfWork"]["@id"]]
                assert {"@id": name} in original["workTranslation"]
            else:
                assert "translationOfWork" not in node


def test_a_law_s_page_is_about_the_law(site):
    for law in site.content.laws.values():
        for version in site.versions:
            page = site.at(version, permalink.law(law.id))
            assert [node["@id"] for node in of_type(page, "Legislation")] == [
                whole(site, each, permalink.law(law.id)) for each in site.versions
            ]


def test_a_statement_is_an_article_of_quotations(site):
    for name, statement in site.content.statements.items():
        for version in site.versions:
            page = site.at(version, permalink.statement(name))
            (node,) = of_type(page, "Article")
            assert (node["url"], node["inLanguage"]) == (whole(site, version, permalink.statement(name)), version.lang)
            assert node.get("datePublished") == (None if statement.date_note else statement.date.isoformat())
            assert node["author"]["name"] in words(page.tree)
            shown = {part.get("id"): part for part in page.with_attribute("data-statement")}
            assert [part["@id"] for part in node["hasPart"]] == [f"{node['url']}#{anchor}" for anchor in shown]
            for part, holder in zip(node["hasPart"], shown.values(), strict=True):
                (text,) = (words(e) for e in holder.iter() if "data-statement-text" in e.attrib)
                assert (part["@type"], part["text"]) == ("Quotation", text)


def test_no_quotation_is_met_without_what_its_words_are(site):
    """A translation is nobody's own words: each node says whose it is, and of which other it is made."""
    for name, statement in site.content.statements.items():
        for version in site.versions:
            (node,) = of_type(site.at(version, permalink.statement(name)), "Article")
            own = statement.provenance[site.locale(version)]
            said = Reader(site.content, version, "/").text(own.in_short)
            for part in (node, *node["hasPart"]):
                assert part["creditText"].startswith(said)


def test_a_translated_statement_names_the_version_it_is_made_from(site):
    for name, statement in site.content.statements.items():
        for version in site.versions:
            (node,) = of_type(site.at(version, permalink.statement(name)), "Article")
            parts = [node, *node["hasPart"]]
            if site.locale(version) != "sr":  # the English was not translated from anything that is here
                assert not any("translationOfWork" in part for part in parts)
                continue
            (english,) = (each for each in site.versions if each.locale == "en")
            original = whole(site, english, permalink.statement(name))
            for part, quotes in zip(parts, [None, *(each.quotes for each in statement.paragraphs)], strict=True):
                # The law's words in its own language are no translation, whatever quotes them.
                expected = (
                    None if quotes else {"@type": part["@type"], "@id": part["@id"].replace(node["@id"], original)}
                )
                assert part.get("translationOfWork") == expected


def test_the_trail_leads_from_the_top_to_the_page_over_pages_that_are_there(site):
    base = site.content.site.address
    for version in site.versions:
        for address in site.page_addresses:
            if address == "/":
                continue
            page = site.at(version, address)
            (trail,) = of_type(page, "BreadcrumbList")
            steps = trail["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all(step["name"].strip() for step in steps)
            links = [step["item"] for step in steps]
            assert links[0] == whole(site, version, "/")
            assert links[-1] == whole(site, version, address)
            assert {permalink.file_of("/" + link.removeprefix(base)) for link in links} <= site.files, page.path
            shown = {
                urljoin(links[-1], link.get("href"))
                for crumbs in page.elements("nav")
                if crumbs.get("class") == "crumbs"
                for link in crumbs.iter("a")
            }
            assert shown <= set(links), page.path
