"""A card shows one paragraph's words, citation, status and backlink, in every version, and weighs little."""

import gzip
import html
import json
import re

from conftest import words
from legal_site import permalink
from legal_site.assets import assets
from legal_site.model.law import Paragraph
from legal_site.relations import paragraph_of


def texts(element):
    """Every text in an element with the element that directly holds it."""
    yield element, element.text or ""
    for child in element:
        yield from texts(child)
        yield element, child.tail or ""


def law_cards(site):
    for law in site.content.laws.values():
        for article in law.articles.values():
            for part in article.paragraphs:
                if isinstance(part, Paragraph):
                    yield paragraph_of(law.id, article, part)


def test_slips_of_the_law_are_marked_wherever_its_words_are_quoted(site):
    """On the card and in the guides, as on the law's own page: whoever quotes must see that the slip is the law's."""
    first = site.versions[0]
    mark = site.content.interface.texts["sic"][first.locale]
    parts = {
        (flow, element.get("id").removeprefix("part.")): " ".join(words(element).split())
        for flow in site.content.flows
        for element in site.at(first, permalink.guide(flow)).with_attribute("id")
        if element.get("id").startswith("part.")
    }
    marked = 0
    for law in site.content.laws.values():
        for article in law.articles.values():
            for sic in article.sic:
                said = mark.format(words=sic.words)
                (here,) = (each for each in law_cards(site) if str(each) == f"{article_id(law, article)}/{top(sic)}")
                assert said in " ".join(words(site.at(first, permalink.card(here)).tree).split()), here
                quoted = [text for (_, part), text in parts.items() if part == str(here).replace("/", "-")]
                assert all(said in text for text in quoted), here
                marked += 1
    assert marked


def article_id(law, article):
    return f"{law.id}/{permalink.number_in_address(article.number)}"


def top(sic):
    """The anchor of the paragraph in which a slip stands."""
    return sic.about.partition("-")[0]


def test_there_is_a_card_for_each_paragraph_in_each_version(site):
    for version in site.versions:
        for provision in law_cards(site):
            assert permalink.file_of(site.address(version, permalink.card(provision))) in site.files
        for page in site.content.statements.values():
            for part in page.paragraphs:
                address = permalink.statement_card(page.id, permalink.statement_anchor(part.number))
                assert permalink.file_of(site.address(version, address)) in site.files


def test_a_card_says_the_words_of_the_page_and_leads_back_to_them(site):
    for version in site.versions:
        for provision in law_cards(site):
            card = site.at(version, permalink.card(provision))
            article = site.at(version, provision.page)
            (holder,) = (e for e in article.with_attribute("data-provision") if e.get("id") == provision.anchor)
            law = "".join(words(e) for e in holder.iter() if "data-law-text" in e.attrib)
            (quote,) = card.elements("blockquote")
            lines = [line for line in quote.iter("p") if line.get("class") != "gap"]
            shown = "".join("".join(text for e, text in texts(line) if e.get("class") != "number") for line in lines)
            assert "".join(shown.split()) == "".join(law.split()), card.path
            links = {card.target(link.get("href")) for link in card.elements("a")}
            assert f"http://site{site.address(version, provision.address)}" in links
            assert card.tree.get("lang") == version.lang
            assert card.complaints == []
            assert quote.get("lang") == version.lang


def test_a_card_with_all_it_loads_is_one_round_trip(site):
    names = ("card.css", "card.js", "icon.svg")
    own = assets(site.content.site.colours)
    loaded = [site.folder / own[name].address[1:] for name in names]
    shared = sum(len(gzip.compress(path.read_bytes())) for path in loaded)
    for version in site.versions:
        for provision in law_cards(site):
            path = site.folder / permalink.file_of(site.address(version, permalink.card(provision)))
            assert len(gzip.compress(path.read_bytes())) + shared <= 14_000, path


def test_a_card_names_itself_to_those_who_share_it(site):
    base = site.content.site.address
    for version in site.versions:
        titles = set()
        for provision in law_cards(site):
            card = site.at(version, permalink.card(provision))
            own = base.rstrip("/") + site.address(version, permalink.card(provision))
            named = {e.get("property") or e.get("name"): e.get("content") for e in card.elements("meta")}
            (title,) = (words(e) for e in card.elements("title"))
            assert title not in titles
            titles.add(title)
            assert named["og:url"] == own
            assert named["og:image"] == f"{own}card.png"
            assert named["og:title"] in title and named["description"] and named["twitter:card"]
            (canonical,) = (e.get("href") for e in card.elements("link") if e.get("rel") == "canonical")
            assert canonical == base.rstrip("/") + site.address(version, provision.address)


def test_the_oembed_answer_embeds_the_card(site):
    base = site.content.site.address
    for version in site.versions:
        for provision in law_cards(site):
            address = site.address(version, permalink.card(provision))
            answer = json.loads((site.folder / f"{address.strip('/')}/oembed.json").read_text("utf-8"))
            assert (answer["version"], answer["type"]) == ("1.0", "rich")
            src = re.search(r'src="([^"]+)"', answer["html"]).group(1)
            assert html.unescape(src) == base.rstrip("/") + address
            assert re.search(r'title="[^"]+"', answer["html"])
            card = site.at(version, permalink.card(provision))
            (code,) = (words(e) for e in card.elements("textarea"))
            assert code == answer["html"]


def test_nothing_forbids_framing(site):
    for page in site.all_pages:
        policies = [e.get("content", "") for e in page.elements("meta") if e.get("http-equiv")]
        assert not [policy for policy in policies if "frame-ancestors" in policy or "X-Frame" in policy]
