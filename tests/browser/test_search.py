"""The search as a reader meets it: by key, by link, by address, without scripts, and with whatever is typed."""

import gzip
from hashlib import sha256

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import ROOT
from legal_site.script import to_latin
from legal_site.stemming import words_of
from legal_site.view.reader import Reader
from legal_site.view.search import groups

ANSWERED = '(query) => document.querySelector("[data-search-results]")?.dataset.query === query'
HITS = "[data-search-results] a[data-hit]"
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
    names = ("minisearch.js", "search.js", "search-words.js", "/index.js", "/text-")
    return [url for url in visit.requests if any(name in url for name in names)]


def answered(visit, query):
    visit.page.wait_for_function(ANSWERED, arg=query)


def test_nothing_of_it_is_loaded_before_a_reader_reaches_for_it(visits, site):
    with visits() as visit:
        for version in site.versions:
            visit.open(site.address(version, ARTICLE))
        assert search_files(visit) == []


def test_the_key_opens_it_on_any_page_and_loses_no_letter(visits, site):
    for version in site.versions:
        for address in ("/", ARTICLE, "/guide/citizen/", "/about/privacy/"):
            with visits() as visit:
                visit.open(site.address(version, address))
                visit.page.keyboard.press("/")
                visit.page.keyboard.type("146/3")
                answered(visit, "146/3")
                hit = visit.page.locator(HITS).first
                assert hit.evaluate("(a) => a.href") == visit.host + site.address(version, "/law/kz/146/#p3")


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
        paragraph = visit.page.locator("#p3:target")
        plain = visit.page.locator("#p2").evaluate("(p) => getComputedStyle(p).backgroundColor")
        assert paragraph.evaluate("(p) => getComputedStyle(p).backgroundColor") != plain


def test_words_found_are_marked_across_scripts_and_endings(visits, site):
    with visits() as visit:
        visit.open("/search/")
        for query in ("sluzbeno lice", "službenim licima", "СЛУЖБЕНОГ ЛИЦА"):
            visit.page.get_by_role("searchbox").fill(query)
            answered(visit, query)
            marks = visit.page.locator("[data-search-results] mark")
            expect(marks.first).to_be_visible()
            assert {"службено", "лице"} <= {mark.lower() for mark in marks.all_inner_texts()}


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


def test_no_hit_is_said_and_the_guide_is_offered(visits):
    with visits() as visit:
        visit.open("/search/?q=xylophon quartzwq")
        answered(visit, "xylophon quartzwq")
        assert visit.page.locator(HITS).count() == 0
        expect(visit.page.get_by_role("status")).to_contain_text("Ништа није нађено")
        visit.page.get_by_role("status").get_by_role("link").click()
        visit.page.wait_for_url("**/guide/")


def test_without_scripts_everything_is_listed_and_the_reason_is_said(visits, site):
    with visits(scripts=False) as visit:
        for version in site.versions:
            visit.open(site.address(version, "/search/"))
            reader = site.content.interface.texts["search_without_script"][site.locale(version)]
            text = to_latin(reader) if version.made_from else reader
            expect(visit.page.get_by_text(text)).to_be_visible()
            links = visit.page.locator("[data-without-script] a").evaluate_all("(all) => all.map((a) => a.pathname)")
            expected = {
                site.address(version, f"/law/{law.id}/{number}/")
                for law in site.content.laws.values()
                for number in law.articles
            }
            assert expected <= set(links)


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_text_and_do_nothing(visits, query):
    with visits() as visit:
        visit.open("/search/")
        title = visit.page.title()
        box = visit.page.get_by_role("searchbox")
        box.focus()
        visit.page.wait_for_function("() => window.legalSearch.find")
        box.evaluate(
            "(box, units) => { box.value = String.fromCharCode(...units); box.dispatchEvent(new Event('input')); }",
            [int.from_bytes(pair, "little") for pair in pairs(query)],
        )
        same = "() => document.querySelector('[data-search-results]').dataset.query === box.value"
        same = same.replace("box", "document.querySelector('#q')")
        visit.page.wait_for_function(same)
        assert visit.page.title() == title
        assert visit.page.locator("[data-search-results] :is(img, script, iframe)").count() == 0


def pairs(text):
    """The UTF-16 units of a text, lone surrogates among them."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[at : at + 2] for at in range(0, len(data), 2)]


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
    script = ROOT / "hooks/legal_site/theme/assets/search-open.js"
    assert len(gzip.compress(script.read_bytes())) <= 1024


def test_the_first_search_is_quick_on_a_slow_machine(visits):
    with visits() as visit:
        visit.open("/")
        session = visit.page.context.new_cdp_session(visit.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("licni podaci")
        answered(visit, "licni podaci")
        marks = visit.page.evaluate("() => performance.getEntriesByName('legal-search').map((mark) => mark.duration)")
        assert len(marks) == 1, "the index is made once"
        took = visit.page.evaluate(
            "() => { const at = performance.now(); legalSearch.find('licni podaci'); return performance.now() - at; }"
        )
        assert marks[0] + took < 300


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_results(visits, site, scheme):
    with visits(width=320, scheme=scheme) as visit:
        visit.open("/search/?q=lice")
        answered(visit, "lice")
        visit.page.wait_for_load_state("networkidle")
        results = Axe().run(visit.page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, results.generate_report()
        assert visit.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        visit.open("/law/kz/146/")
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("lice")
        answered(visit, "lice")
        results = Axe().run(visit.page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, results.generate_report()


def test_the_engine_is_the_published_one():
    engine = (ROOT / "hooks/legal_site/theme/assets/minisearch.js").read_bytes()
    assert sha256(engine).hexdigest() == "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
