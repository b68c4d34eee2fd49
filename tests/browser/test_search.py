"""The search as a reader meets it: by key, by link, by address, without scripts, and with whatever is typed."""

import gzip
import json
import os
import re
from hashlib import sha256
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from accessibility import violations
from awake import open_awake
from conftest import ROOT
from legal_site import permalink
from legal_site.assets import small
from legal_site.offline import offline_zip
from legal_site.script import to_latin
from legal_site.stemming import words_of
from legal_site.view.reader import Reader
from legal_site.view.search import groups

PROOF = "PROOF" in os.environ
ANSWERED = '(query) => document.querySelector("[data-search-results]")?.dataset.query === query'
HITS = "[data-search-results] a[data-hit]"
LISTED = "[data-without-script]"
FAILED = "failed = 0; addEventListener('error', (event) => { if (event.target.src) failed += 1; }, true);"
"""Counts the scripts that did not come, after the page itself has dealt with each."""
ARTICLE = "/law/kz/146/"
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>document.title='x'</script>",
    "(a+)+$ [ \\ ^* {2,1}",
    "a" * 10_000,
    "\u202e\u200fлични\u202c подаци",
    "\ud83d личност \udc00",
    "__proto__ constructor hasOwnProperty toString",
    "%E0%A4%A ?q=&q=#p1",
    "javascript:alert(1)",
    "' OR 1=1 --",
    "\u0000\u0007",
    "🙂 ﷽ 法律",
]


def search_files(visit):
    names = ("/assets/search.", "/assets/search-page.", "/search/index.js", "/search/text-")
    return [url for url in visit.requests if any(name in url for name in names)]


def answered(visit, query):
    visit.page.wait_for_function(ANSWERED, arg=query)


def test_nothing_of_it_is_loaded_before_a_reader_reaches_for_it(visits, site):
    with visits() as visit:
        for version in site.versions:
            visit.open(site.address(version, ARTICLE))
        assert search_files(visit) == []


def test_the_key_opens_it_on_any_page_and_loses_no_letter(visits, site):
    first, *others = site.versions
    pages = [(first, address) for address in ("/", ARTICLE, "/guide/citizen/", "/about/privacy/")]
    for version, address in [*pages, *((other, ARTICLE) for other in others)]:
        with visits() as visit:
            visit.open(site.address(version, address))
            visit.page.keyboard.press("/")
            visit.page.keyboard.type("146/3")
            answered(visit, "146/3")
            hit = visit.page.locator(HITS).first
            assert hit.evaluate("(a) => a.href") == visit.host + site.address(version, "/law/kz/146/#p3")


def test_the_key_can_be_turned_off(visits):
    """WCAG 2.1.4: who speaks to the computer types letters unawares."""
    with visits() as visit:
        visit.open(ARTICLE)
        visit.page.keyboard.press("/")
        box = visit.page.get_by_role("checkbox", name="Тастер / отвара претрагу")
        box.uncheck()
        visit.page.keyboard.press("Escape")
        visit.page.keyboard.press("/")
        expect(visit.page.locator("dialog")).to_be_hidden()
        visit.page.get_by_role("link", name="Претрага").click()
        box.check()
        visit.page.keyboard.press("Escape")
        visit.page.keyboard.press("/")
        expect(visit.page.locator("dialog")).to_be_visible()


def test_letters_typed_while_the_index_is_on_its_way_are_answered(visits, site):
    with visits() as visit:
        held = []
        visit.page.route("**/search/index.js", lambda route: held.append(route))
        visit.open("/")
        with visit.page.expect_request("**/search/index.js"):
            visit.page.keyboard.press("/")
            visit.page.keyboard.type("zkp ")
        visit.page.keyboard.type("65")
        held[0].continue_()
        answered(visit, "zkp 65")
        assert "/law/zkp/65/#p1" in visit.page.locator(HITS).first.get_attribute("href")


def test_it_is_used_by_keyboard_alone(visits, site):
    with visits() as visit:
        visit.open(ARTICLE)
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("sluzbeno lice")
        answered(visit, "sluzbeno lice")
        expect(visit.page.get_by_role("status")).to_contain_text("Погодака")
        for _ in range(12):
            visit.page.keyboard.press("Tab")
            if visit.page.evaluate("() => document.activeElement.matches('a[data-hit]')"):
                break
        target = visit.page.evaluate("() => document.activeElement.href")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url(target)
        visit.page.keyboard.press("/")
        visit.page.keyboard.press("Escape")
        expect(visit.page.locator("dialog")).to_be_hidden()


def test_enter_leads_to_the_page_with_the_query_in_its_address(visits):
    with visits() as visit:
        visit.open("/en/about/")
        visit.page.get_by_role("link", name="Search").click()
        visit.page.keyboard.type("official person")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/en/search/?q=official+person")
        answered(visit, "official person")


def test_a_query_can_be_shared_and_back_works(visits):
    with visits() as visit:
        visit.open("/search/?q=licni+podaci")
        answered(visit, "licni podaci")
        assert visit.page.get_by_role("searchbox").input_value() == "licni podaci"
        visit.page.locator(HITS).first.click()
        visit.page.wait_for_url("**/*#*")
        visit.page.go_back()
        answered(visit, "licni podaci")
        box = visit.page.get_by_role("searchbox")
        box.press("Enter")
        box.fill("бирачки списак")
        answered(visit, "бирачки списак")
        assert visit.page.evaluate("() => new URLSearchParams(location.search).get('q')") == "бирачки списак"


def test_a_hit_opens_at_its_paragraph_which_is_highlighted(visits):
    with visits() as visit:
        visit.open("/search/?q=чл. 146. ст. 3. КЗ")
        answered(visit, "чл. 146. ст. 3. КЗ")
        visit.page.locator(HITS).first.click()
        visit.page.wait_for_url("**/law/kz/146/#p3")  # and for its style sheet
        words = visit.page.locator("#p3:target > .law")
        plain = visit.page.locator("#p2 > .law").evaluate("(p) => getComputedStyle(p).backgroundColor")
        assert words.evaluate("(p) => getComputedStyle(p).backgroundColor") != plain


def test_a_whole_page_is_found_by_its_author_and_opens_at_its_beginning(visits, site):
    statement = next(iter(site.content.statements.values()))
    with visits() as visit:
        for version in site.versions:
            author = Reader(site.content, version, "/search/").text(statement.author).partition("(")[0]
            visit.open(site.address(version, f"/search/?q={author}"))
            answered(visit, author.strip())
            address = site.address(version, permalink.statement(statement.id))
            hit = visit.page.locator(f'{HITS}:not([href*="#"])').first
            expect(hit).to_have_text(Reader(site.content, version, "/search/").text(statement.title))
            hit.click()
            visit.page.wait_for_url(lambda url, address=address: url == visit.host + address)


def test_words_found_are_marked_across_scripts_and_endings(visits, site):
    with visits() as visit:
        visit.open("/search/")
        for query in ("sluzbeno lice", "službenim licima", "СЛУЖБЕНОГ ЛИЦА"):
            visit.page.get_by_role("searchbox").fill(query)
            answered(visit, query)
            marks = visit.page.locator("[data-search-results] mark")
            expect(marks.first).to_be_visible()
            assert {"службено", "лице"} <= {mark.lower() for mark in marks.all_inner_texts()}


def test_each_hit_shows_the_words_around_what_was_found(visits, site):
    with visits() as visit:
        for version in site.versions:
            visit.open(site.address(version, "/search/?q=146"))
            answered(visit, "146")
            for words in visit.page.locator(".found-words").all():
                expect(words).not_to_be_empty()
        visit.open("/en/search/?q=misdemeanour")
        answered(visit, "misdemeanour")
        expect(visit.page.locator(".found-words mark").first).to_be_visible()
        visit.page.wait_for_load_state("networkidle")
        texts = visit.page.locator(".found-words").all_inner_texts()
        assert max(map(len, texts)) <= 330
        assert any(text.endswith(" …") for text in texts), "what goes on says so"


def test_hits_are_grouped_by_page_with_their_kind(visits, site):
    with visits() as visit:
        visit.open("/en/search/?q=146")
        answered(visit, "146")
        groups = visit.page.locator("[data-search-results] > li")
        assert groups.count() == len({law.id for law in site.content.laws.values() if "146" in law.articles})
        assert groups.first.locator("h2 a").get_attribute("href").endswith("/en/law/kz/146/")
        assert groups.first.locator(".found-kind").first.inner_text() == "paragraph"


def test_several_readings_are_offered_where_one_is_not_certain(visits, site):
    shared = [number for law in site.content.laws.values() for number in law.articles]
    number = next(number for number in shared if shared.count(number) > 1)
    with visits() as visit:
        visit.open(f"/search/?q={number}")
        answered(visit, number)
        assert visit.page.locator("[data-search-results] > li").count() == shared.count(number)


CITED = {
    "čl. 146 st. 3 KZ": ("kz", ["146/3"]),
    "чл. 24а КЗ": ("kz", ["24a"]),
    "kz 2bis": ("kz", ["2bis"]),
    "KZ 2bis/1ter": ("kz", ["2bis/1ter"]),
    "чл. 2бис ст. 1тер тач. 3а КЗ": ("kz", ["2bis/1ter/3a"]),
    "чл. 24љ КЗ": ("kz", ["24lj"]),
    "чл. 24ж КЗ": ("kz", ["24zh"]),
    "čl. 24ž KZ": ("kz", ["24zh"]),
    "чл. 24з КЗ": ("kz", ["24z"]),
    "чл. 24Ђ КЗ": ("kz", ["24dj"]),
    "146-3 kz": ("kz", ["146/3"]),
    "чл. 146 – 3 КЗ": ("kz", ["146/3"]),
    "146kz": ("kz", ["146"]),
    "146st3kz": ("kz", ["146/3"]),
    "čl146stav3tačka2 zkp": ("zkp", ["146/3/2"]),
    "146Krivičnog zakonika": ("kz", ["146"]),
    "Art. 146(3) Criminal Code (Serbia)": ("kz", ["146/3"]),
    "чл. 4. тач. 1. ЗЗПЛ": ("zzpl", ["4//1"]),
    "чл. 146, ст. 3, КЗ": ("kz", ["146/3"]),
    "146, 153 & 24a; kz": ("kz", ["146", "153", "24a"]),
    "kz 146, kz 153": ("kz", ["146", "153"]),
    "чл. 146. ст. 1, 2. КЗ": ("kz", ["146/1", "146/2"]),
    "чл. 142. ст. 1, чл. 146. ст. 2. КЗ": ("kz", ["142/1", "146/2"]),
    "чл. 142. ст. 1, 146. ст. 2. КЗ": ("kz", ["142/1", "146/2"]),
    "тач. 1, 2. става 3. члана 112. КЗ": ("kz", ["112/3/1", "112/3/2"]),
    "Art. 146(1), (3), 24a(2), item 1), 2), (4) kz": ("kz", ["146/1", "146/3", "24a/2/1", "24a/2/2", "24a/4"]),
    "Art. 65(2), 51(2) zkp": ("zkp", ["65/2", "51/2"]),
    "чл. 142. до 144. КЗ": ("kz", ["142", "142–144", "144"]),
    "čl. 146 st. 1–3 KZ": ("kz", ["146/1", "146/1–3", "146/3"]),
}
NOT_CITED = ["kz 2abcd", "146xyzkz", "2bis3ter4a5b kz", "kz bis", "51/2, 4/1 kz", "чл. 142, став 3 члана 146 КЗ"]


def test_a_citation_is_read_in_whatever_way_it_is_written(visits, site):
    """Letters glued to a number are its own, up to three, unless they name a level or a law.

    In a row each number is a place. Where it cannot be told which, the query is words.
    """
    with visits() as visit:
        visit.open("/search/")
        for version in site.versions:
            index = (site.folder / permalink.file_of(site.address(version, "/search/index.js"))).read_text("utf-8")
            language = json.loads(index.partition("(")[2].removesuffix(");\n"))["language"]
            read = """([language, query]) => {
              const read = legalSearch.citations(language, legalSearch.words(language)).read(query);
              const number = (number) => [].concat(number ?? "").join("–");
              return read && [read.laws.join(), read.places.map((place) => Array.from(place, number).join("/"))];
            }"""
            for query, meant in CITED.items():
                assert visit.page.evaluate(read, [language, query]) == list(meant), query
            for query in NOT_CITED:
                assert visit.page.evaluate(read, [language, query]) is None, query


def cited(visit, query):
    """The hits of a citation, as `146/p3`, and what is said of them."""
    visit.page.get_by_role("searchbox").fill(query)
    answered(visit, query)
    hrefs = visit.page.locator(HITS).evaluate_all("(all) => all.map((a) => a.pathname + a.hash)")
    return ["/".join(href.split("/")[-2:]).replace("#", "") for href in hrefs], visit.page.get_by_role("status")


ROWS = {
    "sr": {
        "чл. 146. ст. 1. и 3. КЗ": ["146/p1", "146/p3"],
        "чл. 146. и 153. КЗ": ["146/p1", "146/p2", "146/p3", "153/p1", "153/p2"],
        "чл. 146. ст. 1. и 153. КЗ": ["146/p1", "153/p1", "153/p2"],
        "тач. 1. и 2. става 3. члана 112. КЗ": ["112/p3-i1", "112/p3-i2"],
        "чл. 146. КЗ и чл. 153. КЗ": ["146/p1", "146/p2", "146/p3", "153/p1", "153/p2"],
    },
    "sr-Latn": {"čl. 142. st. 1. ili čl. 146. st. 2. KZ": ["142/p1", "146/p2"]},
    "en": {
        "Art. 146(1) and (3) Criminal Code": ["146/p1", "146/p3"],
        "Art. 142(1) and 146(2) Criminal Code": ["142/p1", "146/p2"],
        "Articles 142 to 144 Criminal Code": [
            *("142/p1", "142/p2", "142/p3", "143/p1", "143/p2", "143/p3", "144/p1", "144/p2"),
        ],
    },
}


def test_a_row_of_numbers_finds_each_place_that_it_names(visits, site):
    with visits() as visit:
        for version in site.versions:
            visit.open(site.address(version, "/search/"))
            for query, places in ROWS[version.locale].items():
                hits, status = cited(visit, query)
                assert hits == places, query
                expect(status).not_to_contain_text(site.content.laws["kz"].info.title[version.written])


def test_of_a_row_what_is_published_is_found_and_the_rest_is_named(visits):
    with visits() as visit:
        visit.open("/en/search/")
        hits, status = cited(visit, "Articles 146 to 148")
        assert hits == ["146/p1", "146/p2", "146/p3"]
        expect(status).to_contain_text("Art. 148 is not published")
        expect(status).not_to_contain_text("146")
        hits, status = cited(visit, "Art. 146(1) and (9) Criminal Code")
        assert hits == ["146/p1"]
        expect(status).to_contain_text("Art. 146(9) Criminal Code is not published")
        hits, status = cited(visit, "Art. 146(8) and (9) Criminal Code")
        assert hits == ["146/p1", "146/p2", "146/p3"]
        expect(status).to_contain_text("Art. 146(8) Criminal Code is not published")
        expect(status).to_contain_text("Art. 146(9) Criminal Code is not published")
        hits, status = cited(visit, "146, 65")
        assert {hit.partition("/")[0] for hit in hits} == {"146", "65"}
        expect(status).not_to_contain_text("Several laws")  # each of the two is in one


def test_an_item_is_found_without_its_paragraph(visits, site):
    queries = {
        "sr": "чл. 4. тач. {} ЗЗПЛ",
        "sr-Latn": "čl. 4 tač. {} ZZPL",
        "en": "Art. 4 item {} Personal Data Protection Law",
    }
    missing = {
        "sr": "чл. 4. тач. 999) ЗЗПЛ",
        "sr-Latn": "čl. 4. tač. 999) ZZPL",
        "en": "Art. 4, item 999) Personal Data",
    }
    with visits() as visit:
        for version in site.versions:
            visit.open(site.address(version, "/search/"))
            hits, status = cited(visit, queries[version.locale].format(1))
            assert hits == ["4/p1-i1"]
            hits, status = cited(visit, queries[version.locale].format(999))
            assert len(hits) > 1
            expect(status).to_contain_text(missing[version.locale])


def test_a_cited_article_that_is_not_published_is_named_with_the_way_to_its_law(visits, site):
    """In the reader's version and script, whatever way it was typed; the letters of a number too."""
    said = {
        "sr": ("чл. 147. КЗ", "чл. 999а ст. 2бис КЗ", "Кривични законик"),
        "sr-Latn": ("čl. 147. KZ", "čl. 999a st. 2bis KZ", "Krivični zakonik"),
        "en": ("Art. 147 Criminal Code", "Art. 999a(2bis) Criminal Code", "Criminal Code"),
    }
    assert "147" not in site.content.laws["kz"].articles
    with visits() as visit:
        for version in site.versions:
            whole, lettered, law = said[version.locale]
            for query, citation in (("kz 147", whole), ("čl. 147 KZ", whole), ("KZ 999a/2bis", lettered)):
                visit.open(site.address(version, f"/search/?q={query}"))
                answered(visit, query)
                status = visit.page.get_by_role("status")
                expect(status).to_contain_text(citation)
                assert status.get_by_role("link", name=law).evaluate("(a) => a.pathname") == site.address(
                    version, "/law/kz/"
                )


def test_a_paragraph_that_is_not_published_leads_to_those_of_its_article_that_are(visits, site):
    with visits() as visit:
        visit.open("/en/search/?q=146/9 KZ")
        answered(visit, "146/9 KZ")
        expect(visit.page.get_by_role("status")).to_contain_text("Art. 146(9) Criminal Code is not published")
        hrefs = visit.page.locator(HITS).evaluate_all("(all) => all.map((a) => a.pathname + a.hash)")
        assert hrefs == [f"/en/law/kz/146/#p{number}" for number in (1, 2, 3)]


def test_an_unpublished_article_of_no_named_law_leads_to_all_laws_and_a_mere_number_is_searched_for(visits):
    with visits() as visit:
        visit.open("/search/?q=čl. 9999")
        answered(visit, "čl. 9999")
        status = visit.page.get_by_role("status")
        expect(status).to_contain_text("чл. 9999.")
        expect(status).not_to_contain_text("..")  # the citation's own full stop ends the sentence
        assert status.get_by_role("link").first.evaluate("(a) => a.pathname") == "/law/"
        visit.open("/search/?q=2016")
        answered(visit, "2016")
        assert visit.page.locator(HITS).count() > 0
        expect(visit.page.get_by_role("status")).not_to_contain_text("чл.")


def test_what_else_mentions_an_unpublished_article_is_still_found(visits, site):
    number = "128"
    assert not any(number in law.articles for law in site.content.laws.values())
    with visits() as visit:
        visit.open(f"/en/search/?q=kz {number}")
        answered(visit, f"kz {number}")
        expect(visit.page.get_by_role("status")).to_contain_text("Art. 128 Criminal Code")
        assert visit.page.locator(HITS).count() > 0
        expect(visit.page.locator("[data-search-results] mark").first).to_have_text(number)


def test_the_rest_is_shown_on_demand_and_the_focus_is_on_the_first_new_hit(visits):
    with visits() as visit:
        visit.open("/search/?q=подаци")
        answered(visit, "подаци")
        status, read = visit.page.get_by_role("status"), "(all) => all.map((a) => a.href)"
        before = visit.page.locator(HITS).evaluate_all(read)
        count = int(re.search("Погодака: ([0-9]+)", status.inner_text()).group(1))
        assert len(before) < count
        expect(status).to_contain_text(f"(приказано {len(before)})")
        more = visit.page.get_by_role("button", name=f"Прикажи још {count - len(before)}")
        # It follows the hits: whoever has gone through them with the keyboard comes to it next.
        visit.page.locator(HITS).last.focus()
        visit.page.keyboard.press("Tab")
        expect(more).to_be_focused()
        visit.page.keyboard.press("Enter")
        after = visit.page.locator(HITS).evaluate_all(read)
        assert len(after) == count == len(set(after))
        assert [href for href in after if href in before] == before
        focused = visit.page.evaluate("() => document.activeElement.href")
        assert focused == next(href for href in after if href not in before)
        expect(status).not_to_contain_text("приказано")
        expect(more).to_have_count(0)
        assert visit.page.locator("[data-search-results]").get_attribute("data-query") == "подаци"
        visit.page.get_by_role("searchbox").fill("146/3")
        answered(visit, "146/3")
        assert visit.page.locator(HITS).count() == 1


def test_no_hit_is_said_and_the_guide_is_offered(visits):
    with visits() as visit:
        visit.open("/search/?q=xylophon quartzwq")
        answered(visit, "xylophon quartzwq")
        assert visit.page.locator(HITS).count() == 0
        expect(visit.page.get_by_role("status")).to_contain_text("Ништа није нађено")
        visit.page.get_by_role("status").get_by_role("link").first.click()
        visit.page.wait_for_url("**/guide/")


def test_what_is_not_found_can_be_asked_in_another_language(visits, site):
    first, *_, last = site.versions
    with visits() as visit:
        for address in (ARTICLE, "/search/"):
            visit.open(site.address(last, address))
            visit.page.keyboard.press("/")
            visit.page.keyboard.type("biračkom spisku")
            answered(visit, "biračkom spisku")
            assert visit.page.locator(HITS).count() == 0
            visit.page.get_by_role("status").get_by_role("link", name=first.name, exact=True).click()
            visit.page.wait_for_url(lambda url: urlsplit(url).path == site.address(first, "/search/"))
            answered(visit, "biračkom spisku")
            assert visit.page.locator(HITS).count() > 0


def test_who_changes_the_version_asks_the_same_there(visits, site):
    first, second, *_ = site.versions
    with visits() as visit:
        visit.open(site.address(first, "/search/?q=zakon"))
        visit.page.get_by_role("searchbox").fill("пензија")
        answered(visit, "пензија")
        visit.page.locator(f"header [data-version='{second.locale}']").click()
        answered(visit, "пензија")
        assert visit.page.locator(HITS).count() > 0


def reason(site, version):
    """Why all pages are listed, in a version's words."""
    text = site.content.interface.texts["search_without_script"][site.locale(version)]
    return to_latin(text) if version.made_from else text


def failed(visit, count=1):
    visit.page.wait_for_function("(count) => failed === count", arg=count)


def test_all_pages_are_listed_until_the_index_is_there(visits):
    with visits() as visit:
        held = []
        visit.page.route("**/search/index.js", lambda route: held.append(route))
        with visit.page.expect_request("**/search/index.js"):
            visit.open("/search/")
        visit.page.get_by_role("searchbox").fill("146")
        listed = visit.page.locator(LISTED)
        # The list waits three seconds for the search; they are over at once here.
        visit.page.evaluate("() => document.getAnimations().forEach((waiting) => waiting.finish())")
        assert listed.is_visible()
        held[0].continue_()
        answered(visit, "146")
        assert not listed.is_visible()


def test_an_index_that_does_not_come_is_told_and_asked_for_again(visits, site):
    for version in site.versions:
        with visits() as visit:
            visit.page.add_init_script(FAILED)
            visit.page.route("**/search/index.js", lambda route: route.abort())
            visit.open(site.address(version, "/search/?q=146"))
            failed(visit)
            status, listed = visit.page.get_by_role("status"), visit.page.locator(LISTED)
            assert status.inner_text() == reason(site, version)
            assert visit.page.get_by_text(reason(site, version)).locator("visible=true").count() == 1, "it is said once"
            assert listed.is_visible(), "nothing is waited for"
            visit.page.unroute("**/search/index.js")
            visit.page.get_by_role("searchbox").fill("146/3")
            answered(visit, "146/3")
            assert not listed.is_visible()
            assert visit.page.locator(HITS).count() == 1
            expect(status).not_to_contain_text(reason(site, version))


def test_without_its_index_the_form_leads_on_as_without_scripts(visits):
    with visits() as visit:
        visit.page.add_init_script(FAILED)
        visit.page.route("**/search/index.js", lambda route: route.abort())
        visit.open("/search/?q=146")
        failed(visit)
        visit.page.get_by_role("searchbox").focus()
        failed(visit, 2)
        visit.page.unroute("**/search/index.js")
        with visit.page.expect_event("domcontentloaded"):
            visit.page.keyboard.press("Enter")
        answered(visit, "146")


@pytest.mark.parametrize("script", ["**/assets/search.*.js", "**/search/index.js"], ids=["script", "index"])
def test_a_dialog_that_cannot_search_leads_to_the_page_that_can(visits, script):
    with visits() as visit:
        held = []
        visit.page.route(script, lambda route: held.append(route), times=1)
        visit.open(ARTICLE)
        with visit.page.expect_request(script):
            visit.page.keyboard.press("/")
        visit.page.keyboard.type("zkp 65")
        held[0].abort()
        visit.page.wait_for_url("**/search/?q=zkp+65")
        answered(visit, "zkp 65")


@pytest.mark.parametrize("script", ["**/assets/search.*.js", "**/search/index.js"], ids=["script", "index"])
def test_who_has_closed_the_dialog_is_led_nowhere_and_can_open_it_again(visits, script):
    with visits() as visit:
        held = []
        visit.page.add_init_script(FAILED)
        visit.page.route(script, lambda route: held.append(route), times=1)
        visit.open(ARTICLE)
        with visit.page.expect_request(script):
            visit.page.keyboard.press("/")
        visit.page.keyboard.press("Escape")
        held[0].abort()
        failed(visit)
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("146/3")
        answered(visit, "146/3")
        assert visit.page.url == visit.host + ARTICLE
        assert visit.page.locator("dialog").count() == visit.page.locator(".by-key").count() == 1


def test_words_of_hits_that_do_not_come_are_asked_for_again(visits):
    with visits() as visit:
        visit.page.add_init_script(FAILED)
        visit.page.route("**/search/text-*.js", lambda route: route.abort())
        visit.open("/search/?q=146/2 kz")
        answered(visit, "146/2 kz")
        failed(visit)
        assert visit.page.locator(HITS).count() == 1
        visit.page.unroute("**/search/text-*.js")
        visit.page.get_by_role("searchbox").fill("146/3 kz")
        answered(visit, "146/3 kz")
        expect(visit.page.locator(".found-words")).not_to_be_empty()


def test_a_browser_without_the_newer_timings_searches_too(visits):
    with visits() as visit:
        visit.page.add_init_script("Performance.prototype.measure = () => { throw new TypeError(); };")
        visit.open("/search/?q=146")
        answered(visit, "146")


def test_without_scripts_everything_is_listed_and_the_reason_is_said(visits, site):
    with visits(scripts=False) as visit:
        for version in site.versions:
            visit.open(site.address(version, "/search/"))
            expect(visit.page.get_by_text(reason(site, version))).to_be_visible()
            links = visit.page.locator("[data-without-script] a").evaluate_all("(all) => all.map((a) => a.pathname)")
            pages = {site.address(version, address) for address in site.page_addresses}
            assert pages <= {link.partition("#")[0] for link in links}
            letters = visit.page.locator("[data-without-script] h2").all_inner_texts()
            assert len(letters) == len(set(letters)), "each letter once"


def test_without_scripts_the_sections_of_the_prose_are_listed(visits, site):
    with visits(scripts=False) as visit:
        for version in site.versions:
            visit.open(site.address(version, "/search/"))
            read = "(all) => all.map((a) => a.pathname + a.hash)"
            links = set(visit.page.locator("[data-without-script] a").evaluate_all(read))
            for address in site.prose_addresses:
                text = (site.docs / site.locale(version) / f"{address.strip('/')}.md").with_suffix(".md")
                text = text if text.exists() else text.with_suffix("") / "index.md"
                _, *anchors = re.findall(r"^#+ .*\{#([a-z0-9-]+)\}", text.read_text("utf-8"), re.MULTILINE)
                assert {site.address(version, f"{address}#{anchor}") for anchor in anchors} <= links


@pytest.fixture(scope="module")
def searching(visits):
    """The page of the search, its index there."""
    with visits() as visit:
        visit.open("/search/")
        visit.page.get_by_role("searchbox").focus()
        visit.page.wait_for_function("() => window.legalSearch.find")
        yield visit


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_text_and_do_nothing(searching, query):
    title = searching.page.title()
    searching.page.get_by_role("searchbox").evaluate(
        "(box, units) => { box.value = String.fromCharCode(...units); box.dispatchEvent(new Event('input')); }",
        [int.from_bytes(pair, "little") for pair in pairs(query)],
    )
    same = "() => document.querySelector('[data-search-results]').dataset.query === box.value"
    searching.page.wait_for_function(same.replace("box", "document.querySelector('#q')"))
    assert searching.page.title() == title
    assert searching.page.locator("[data-search-results] :is(img, script, iframe)").count() == 0
    assert searching.errors == []


def pairs(text):
    """The UTF-16 units of a text, lone surrogates among them."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[at : at + 2] for at in range(0, len(data), 2)]


def test_a_broken_address_is_answered_as_text(visits):
    """Half a surrogate pair, percent signs that are none, an empty query: what the browser makes of them is shown."""
    for address in ("?q=%ED%A0%80", "?q=%E0%A4%A", "?q=%00", "?q=", "?q", "?p=146", "?q=146/3&q=zkp+65"):
        with visits() as visit:
            visit.open(f"/search/{address}")
            typed = visit.page.get_by_role("searchbox").input_value()
            answered(visit, typed)
            assert visit.page.evaluate("() => document.title").startswith("Претрага")


def test_nothing_that_the_policy_refuses_is_tried(visits, site):
    """On pages with the site's own policy: over a page, on the page of the search, with hostile queries, to the end.

    In the last version; in `make proof` in each.
    """
    listen = (
        "refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));"
    )
    for version in site.versions if PROOF else site.versions[-1:]:
        with visits() as visit:
            visit.page.add_init_script(listen)
            said = []
            visit.page.on("console", lambda message, said=said: said.append(message.text))
            for address in (ARTICLE, "/search/"):
                visit.open(site.address(version, address))
                policy = visit.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
                assert "script-src 'self'" in policy and "require-trusted-types-for 'script'" in policy
                visit.page.keyboard.press("/")
                for query in ("data подаци", *HOSTILE[:3], "kz 147", "146"):
                    visit.page.get_by_role("searchbox").fill(query)
                    answered(visit, query)
                visit.page.get_by_role("searchbox").fill("lice")
                answered(visit, "lice")
                if visit.page.locator(".found-more").count():
                    visit.page.locator(".found-more").click()
                visit.page.wait_for_load_state("networkidle")
                assert visit.page.evaluate("() => refused") == []
            assert said == []


def test_a_copy_on_a_disk_is_searched_too(browser, site, tmp_path):
    """From the ZIP, unpacked: no server, no request, links that name the files. In `make proof` in each version."""
    with ZipFile(BytesIO(offline_zip(site.folder, site.content.site.address))) as archive:
        archive.extractall(tmp_path)
    top = next(tmp_path.iterdir())
    for version in site.versions if PROOF else site.versions[-1:]:
        with browser.new_context() as context:
            page, errors = context.new_page(), []
            page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
            for address in (ARTICLE, "/search/"):
                open_awake(page, (top / permalink.file_of(site.address(version, address))).as_uri())
                page.keyboard.press("/")
                page.keyboard.type("kz 146")
                page.wait_for_function(ANSWERED, arg="kz 146")
                page.keyboard.press("Enter")
                page.wait_for_url(lambda url: "/search/index.html" in url)
                page.wait_for_function(ANSWERED, arg="kz 146")
                expect(page.locator(".found-words").first).not_to_be_empty()
                page.locator(HITS).nth(1).click()
                page.wait_for_url(lambda url: url.endswith("/law/kz/146/index.html#p2"))
                expect(page.locator("#p2:target")).to_be_visible()
            assert errors == []


def test_the_browser_reads_every_word_as_the_build_did(visits, site):
    for version in site.versions:
        reader_words = {
            word
            for group in groups(Reader(site.content, version, "/search/"), {})
            for entry in group.entries
            for word in f"{entry.text} {entry.headline} {entry.around}".split()
        }
        words = sorted(reader_words)
        stemmer = site.content.stemmers[site.locale(version)]
        expected = [[stemmer.stem(part) for part in words_of(word)] for word in words]
        with visits() as visit:
            visit.open(site.address(version, "/search/"))
            visit.page.get_by_role("searchbox").fill("a")
            visit.page.wait_for_function("() => window.legalSearch.read")
            read = "(words) => words.map((w) => legalSearch.read.wordsOf(w).map(legalSearch.read.stem))"
            assert visit.page.evaluate(read, words) == expected


def test_the_first_search_is_small(visits, site):
    for version in site.versions:
        with visits() as visit:
            visit.open(site.address(version, "/"))
            before = set(visit.requests)
            visit.page.keyboard.press("/")
            visit.page.keyboard.type("lice")
            answered(visit, "lice")
            visit.page.wait_for_load_state("networkidle")
            files = {url.removeprefix(visit.host).lstrip("/") for url in visit.requests if url not in before}
            size = sum(len(gzip.compress((site.folder / name).read_bytes())) for name in files)
            assert size <= 150_000, files


def test_the_script_on_every_page_is_small():
    assert len(gzip.compress(small("search-open.js").encode())) <= 1024


TIMED = """() => {
  const engine = legalSearch.engine;
  made = [];
  legalSearch.engine = (data) => {
    const at = performance.now(), own = engine(data);
    made.push(performance.now() - at);
    return own;
  };
}"""
"""Notes how long each making of the index takes."""


def test_the_first_search_is_quick_on_a_slow_machine(visits):
    with visits() as visit:
        visit.open("/")
        session = visit.page.context.new_cdp_session(visit.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        held = []
        visit.page.route("**/search/index.js", lambda route: held.append(route))
        with visit.page.expect_request("**/search/index.js"):
            visit.page.keyboard.press("/")
        visit.page.evaluate(TIMED)
        held[0].continue_()
        visit.page.keyboard.type("licni podaci")
        answered(visit, "licni podaci")
        made = visit.page.evaluate("() => made")
        assert len(made) == 1, "the index is made once"
        took = visit.page.evaluate(
            "() => { const at = performance.now(); legalSearch.find('licni podaci'); return performance.now() - at; }"
        )
        assert made[0] + took < 300


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_results(visits, site, scheme):
    with visits(width=320, scheme=scheme) as visit:
        visit.open("/search/?q=lice")
        answered(visit, "lice")
        visit.page.wait_for_load_state("networkidle")
        assert not violations(visit.page)
        assert visit.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        visit.open("/law/kz/146/")
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("lice")
        answered(visit, "lice")
        assert not violations(visit.page)


def test_the_engine_is_the_published_one():
    engine = (ROOT / "hooks/legal_site/theme/assets/minisearch.js").read_bytes()
    assert sha256(engine).hexdigest() == "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"


HIDDEN = """() => {
  const others = Array.from(document.querySelectorAll("main :not([role=status])"));
  const rects = () => others.map((each) => each.getBoundingClientRect()).filter((rect) => rect.height)
    .map((rect) => [rect.x, rect.y, rect.width, rect.height]);
  const shown = rects();
  document.querySelectorAll(":is(.say, .ends):empty").forEach((each) => { each.style.display = "none"; });
  return [shown, rects()];
}"""
"""Where all stands while an empty status is there, and where it would stand if it were not."""


@pytest.mark.parametrize("width", [320, 1280])
def test_an_empty_status_of_a_guide_is_there_for_a_screen_reader_and_takes_no_room(visits, site, width):
    """One that is shown together with its words is often not read out."""
    name, outcome = next((n, o) for n, flow in site.content.flows.items() for o in flow.outcomes if o.deadlines)
    with visits(width=width) as visit:
        visit.open(f"{permalink.guide(name)}#{outcome.id}")
        visit.page.locator("[data-dates]:visible summary").click()
        empty = visit.page.get_by_role("status")
        expect(empty.and_(visit.page.locator(".say:empty"))).to_have_count(1)
        expect(empty.and_(visit.page.locator(".ends:empty")).first).to_be_attached()
        shown, hidden = visit.page.evaluate(HIDDEN)
        assert shown == hidden
