"""A card shows one paragraph's words, citation, status and backlink, in every version, and weighs little."""

import gzip
import html
import json
import re

from conftest import words
from legal_site import permalink
from legal_site.assets import assets
from legal_site.exports import pictures
from legal_site.model.law import Paragraph
from legal_site.relations import paragraph_of
from legal_site.site import Site


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
    """Versions take turns: their cards differ in nothing but the words."""
    for turn, provision in enumerate(law_cards(site)):
        version = site.versions[turn % len(site.versions)]
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
            assert named["og:description"] == named["description"]
            (canonical,) = (e.get("href") for e in card.elements("link") if e.get("rel") == "canonical")
            assert canonical == base.rstrip("/") + site.address(version, provision.page), "no fragment"
            alternates = [e for e in card.elements("link") if e.get("hreflang")]
            assert not alternates, "they are for pages that are their own canonical"
            assert "og:locale" not in named
            assert named["og:image:alt"] == f"{heading_of(card)}. {badge_of(card)}"


def heading_of(card):
    return words(next(card.elements("h1"))).replace("\u00a0", " ")


def badge_of(card):
    return words(next(e for e in card.elements("strong")))


def described(card):
    (said,) = (e.get("content") for e in card.elements("meta") if e.get("name") == "description")
    return said


def all_cards(site):
    for version in site.versions:
        for address in site.card_addresses:
            yield version, address, site.at(version, address)


def paragraphs(site):
    for law in site.content.laws.values():
        for article in law.articles.values():
            for part in article.paragraphs:
                if isinstance(part, Paragraph):
                    yield law, article, part, paragraph_of(law.id, article, part)


def test_a_description_has_the_whole_penalty_or_no_word_of_the_law(site):
    seen = 0
    for version in site.versions:
        for _, _, _, provision in paragraphs(site):
            card = site.at(version, permalink.card(provision))
            penalties = [words(e) for e in card.elements("p") if e.get("class") == "penalty"]
            said = described(card)
            assert len(said) <= 200 or not penalties
            if penalties and not said.startswith(badge_of(card)):
                assert penalties[0] in said.replace(" [sic]", ""), (version.locale, str(provision))
                seen += 1
    assert seen


def test_a_statements_quoted_law_is_described_whole_or_not_at_all(site):
    for version in site.versions:
        for statement in site.content.statements.values():
            for part in statement.paragraphs:
                if part.quotes:
                    address = permalink.statement_card(statement.id, permalink.statement_anchor(part.number))
                    assert not described(site.at(version, address)).endswith("[…]")


def test_an_official_slip_is_marked_in_the_description(site):
    """The words of a slip never leave the site without [sic], in a version in whose words it is."""
    first, marked = site.versions[0], 0
    for law in site.content.laws.values():
        for article in law.articles.values():
            for sic in article.sic:
                said = described(site.at(first, f"/law/{article_id(law, article)}/{top(sic)}/"))
                assert said.count(sic.words) == said.count(f"{sic.words} [sic]"), said
                marked += sic.words in said
    for version in site.versions:
        for statement in site.content.statements.values():
            for part in statement.paragraphs:
                address = permalink.statement_card(statement.id, permalink.statement_anchor(part.number))
                for note in part.notes:
                    if site.locale(version) in note.slip and version.made_from is None:
                        words_meant = note.words[version.locale]
                        said = described(site.at(version, address))
                        assert said.count(words_meant) == said.count(f"{words_meant} [sic]"), said
                        marked += words_meant in said
    assert marked


def test_no_editors_word_stands_among_the_words_of_the_law(site):
    """What an editor says of a gap stands under the quotation and says that it is an editor's."""
    told = 0
    for version in site.versions:
        for _, _, part, provision in paragraphs(site):
            if not part.opening_missing:
                continue
            remark = part.opening_missing[site.locale(version)]
            card = site.at(version, permalink.card(provision))
            (quote,) = card.elements("blockquote")
            gaps = [words(e) for e in quote.iter("p") if e.get("class") == "gap"]
            assert set(gaps) == {"[…]"} and described(card).startswith("[…]")
            if version.made_from is None:
                editorial = [words(e) for e in card.with_attribute("data-provenance") if e is not quote]
                assert remark in editorial
                told += 1
    assert told or not any(part.opening_missing for _, _, part, _ in paragraphs(site))


def names_of_sources(site):
    """By id and written locale: the title, and in parentheses the form in which it was read if not at its address."""
    return {
        source.id: {
            locale: f"{title} ({source.seen[locale]})" if source.seen else title
            for locale, title in source.title.items()
        }
        for source in site.content.sources.sources
    }


def test_a_card_says_where_its_text_is_from_in_what_form_and_when_it_was_compared(site):
    named = names_of_sources(site)
    for version in site.versions:
        compared = site.content.interface.texts["verified_on"][site.locale(version)]
        for law, article, part, provision in paragraphs(site):
            card = site.at(version, permalink.card(provision))
            (day,) = (e.get("datetime") for e in card.elements("time"))
            levels = (part.provenance, article.provenance, law.info.provenance)
            kept = [each.get(site.locale(version)) for each in levels]
            assert day == str(next(each.verified_on for each in kept if each and each.verified_on))
            if version.made_from is None:
                text = words(card.tree)
                sources = next(each.sources for each in kept if each and each.sources)
                assert compared in text
                assert all(named[source][version.locale] in text for source in sources)


def test_a_card_of_a_statement_says_in_what_form_its_source_was_read(site):
    named = names_of_sources(site)
    for version in site.versions:
        for statement in site.content.statements.values():
            for part in statement.paragraphs if not version.made_from else ():
                address = permalink.statement_card(statement.id, permalink.statement_anchor(part.number))
                text = words(site.at(version, address).tree)
                sources = statement.provenance[version.locale].sources
                assert all(named[source][version.locale] in text for source in sources)


def test_a_card_of_a_statement_says_that_its_date_is_doubtful(site):
    for version in site.versions:
        for statement in site.content.statements.values():
            for part in statement.paragraphs if statement.date_note and not version.made_from else ():
                address = permalink.statement_card(statement.id, permalink.statement_anchor(part.number))
                assert statement.date_note[version.locale] in words(site.at(version, address).tree)


def test_a_translated_card_names_the_country_and_what_the_words_are_as_the_picture_does(site):
    said = dict(pictures.pictures(Site(site.content), site.content.site.address))
    for version, address, card in all_cards(site):
        picture = said[permalink.picture_address(site.address(version, address))]
        assert badge_of(card) == picture.status, address
        if address.startswith("/law/"):
            assert heading_of(card) == picture.citation
            if site.locale(version) != site.versions[0].locale:
                country = site.content.site.jurisdiction[site.locale(version)]
                assert f"({country})" in heading_of(card)
                assert f"({country})" in words(next(card.elements("title")))


def test_the_kind_of_text_stands_above_its_words(site):
    for _, address, card in all_cards(site):
        order = [e.tag for e in card.elements("strong", "blockquote")]
        assert order[:2] == ["strong", "blockquote"], address


def test_a_card_fits_the_frame_that_its_code_makes(site, browser):
    """At the width for which the height is told, in the fonts of this machine, which are wide."""
    sample = [*list(all_cards(site))[::25], *((v, a, c) for v, a, c in all_cards(site) if a.startswith("/statement/"))]
    with browser.new_context(viewport={"width": 400, "height": 300}) as context:
        page = context.new_page()
        # A file has no host: what it loads lies beside it, and its policy names the host alone.
        page.route("**/*.js", lambda route: route.abort())
        for version, address, card in sample:
            path = site.folder / permalink.file_of(site.address(version, address))
            page.goto(path.as_uri())
            high = page.evaluate("() => document.body.getBoundingClientRect().height")
            (code,) = (words(e) for e in card.elements("textarea") if "data-record" not in e.attrib)
            told = int(re.search(r'height="(\d+)"', code).group(1))
            assert high <= told <= 1.5 * high + 100, (version.locale, address)


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
            assert answer["title"].startswith(heading_of(site.at(version, permalink.card(provision))))
            assert answer["provider_url"] == base.rstrip("/") + site.address(version, "/")
            card = site.at(version, permalink.card(provision))
            (code,) = (words(e) for e in card.elements("textarea") if "data-record" not in e.attrib)
            assert code == answer["html"]


def test_nothing_forbids_framing(site):
    for page in site.all_pages:
        policies = [e.get("content", "") for e in page.elements("meta") if e.get("http-equiv")]
        assert not [policy for policy in policies if "frame-ancestors" in policy or "X-Frame" in policy]
