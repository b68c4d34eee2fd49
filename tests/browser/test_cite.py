"""What is copied, saved and shared from a paragraph: as text, Markdown, HTML and records; by mouse and by keyboard."""

import json
import re

import pytest
from playwright.sync_api import expect

from awake import open_awake
from conftest import served
from legal_site import permalink
from legal_site.model.law import Paragraph
from legal_site.permalink import Provision
from legal_site.relations import paragraph_of
from legal_site.view.labels import long_date, wording_line
from legal_site.view.quotation import lines_of
from legal_site.view.quote import law_quote, site_address, statement_quote, statement_status
from legal_site.view.reader import Reader
from legal_site.view.wording import as_it_was

ARTICLE = permalink.article("kz", "146")
CITED = ("чл. 146. ст. 3. КЗ", "čl. 146. st. 3. KZ", "Art. 146(3) Criminal Code (Serbia)")
"""Of the third paragraph, in the order of the versions."""

READ = """async () => {
  const [item] = await navigator.clipboard.read(), found = {};
  for (const type of item.types) found[type] = await (await item.getType(type)).text();
  return found;
}"""
REFUSE = "for (const name of ['write', 'writeText']) navigator.clipboard[name] = () => Promise.reject(new Error('no'))"
SELECTED = "e => e.value.slice(e.selectionStart, e.selectionEnd)"
# What each paragraph of these pages offers to be copied, by page and anchor: each page takes the place of this one.
QUOTES = """async addresses => {
  const found = [];
  document.body.style.display = 'none'; // nothing of it is looked at
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    document.querySelector('main').replaceWith(page.querySelector('main'));
    for (const box of document.querySelectorAll('.cite')) {
      box.querySelector('summary').dispatchEvent(new Event('focusin', {bubbles: true}));
      found.push([address, box.parentNode.id, box.querySelector('textarea').value]);
    }
  }
  return found;
}"""


def opened(visit, address, anchor, script_comes=True):
    """The details of one paragraph, open."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(address, script_comes)
    box = visit.page.locator(f"[id='{anchor}'] > .cite")
    box.locator("summary").click()
    return box


def copied(box, what, form=""):
    """What is on the clipboard when a button has said that it is."""
    box.locator("select").select_option(form)
    box.locator(f"[data-copy='{what}']").click()
    expect(box.locator("[role='status']")).not_to_be_empty()
    return box.page.evaluate(READ)


def addresses_of(site, version, target, dated):
    """Of a paragraph: the current address and that of its wording, with the site's own address."""
    base = site.content.site.address.rstrip("/")
    return base + site.address(version, target), base + site.address(version, dated)


@pytest.fixture
def third(site):
    """For each version: the article, the third paragraph's citation, its current and its lasting address."""
    provision = Provision("kz", "146", "3")
    as_of = site.content.laws["kz"].articles["146"].wording.as_of
    dated = f"{permalink.wording('kz', '146', as_of)}#p3"
    return [
        (version, site.address(version, ARTICLE), name, *addresses_of(site, version, provision.address, dated))
        for version, name in zip(site.versions, CITED, strict=True)
    ]


def test_the_link_and_the_citation_are_copied_in_each_form(visits, third):
    for _, address, name, current, lasting in third:
        with visits() as v:
            box = opened(v, address, "p3")
            for what, url, plain in (("link", current, current), ("citation", lasting, name)):
                rich = copied(box, what)
                assert rich["text/plain"] == plain
                assert f'<a href="{url}">{name}</a>' in rich["text/html"]
                assert copied(box, what, "md") == {"text/plain": f"[{name}]({url})"}
                assert copied(box, what, "html") == {"text/plain": f'<a href="{url}">{name}</a>'}


def test_the_quote_is_copied_in_each_form(visits, third):
    for _, address, name, _, lasting in third:
        with visits() as v:
            box = opened(v, address, "p3")
            law = v.page.locator("#p3 [data-law-text] p").all_text_contents()
            rich = copied(box, "quote")
            assert rich["text/plain"] == box.locator("textarea").input_value()
            assert "\n".join(law) in rich["text/plain"] and rich["text/plain"].endswith(f"\n{lasting}")
            for line in law:
                assert line in rich["text/html"]
            assert f'<a href="{lasting}">{name}</a>' in rich["text/html"]
            markdown = copied(box, "quote", "md")["text/plain"]
            assert markdown.startswith("> ") and "\n>\n> ".join(law) in markdown
            assert f"\n\n— [{name}]({lasting}). " in markdown
            source = copied(box, "quote", "html")["text/plain"]
            assert source.startswith("<blockquote><p>") and f'<a href="{lasting}">{name}</a>' in source


def test_a_pasted_quote_keeps_its_link(visits, third):
    """A word processor takes the rich form, as an editable element does."""
    _, address, name, _, lasting = third[0]
    with visits() as v:
        box = opened(v, address, "p3")
        copied(box, "quote")
        v.page.evaluate("""() => {
          const sheet = document.createElement('div');
          sheet.contentEditable = 'true';
          sheet.id = 'sheet';
          document.querySelector('main').prepend(sheet);
          sheet.focus();
        }""")
        v.page.keyboard.press("ControlOrMeta+V")
        link = v.page.locator("#sheet a")
        expect(link).to_have_text(name)
        expect(link).to_have_attribute("href", lasting)


def test_numbers_of_items_stay_numbers_in_markdown(visits, site, kinds):
    """Without care „1)” becomes a list that counts anew after each gap."""
    with visits() as v:
        v.open(kinds["article-with-items"])
        anchor = v.page.locator(".paragraph:has(> .item)").first.get_attribute("id")
        box = opened(v, kinds["article-with-items"], anchor)
        markdown = copied(box, "quote", "md")["text/plain"]
        assert re.search(r"^> \d+\\\) ", markdown, re.MULTILINE)
        assert not re.search(r"^> \d+[.)]", markdown, re.MULTILINE)


def test_a_statements_paragraph_is_copied_with_author_title_and_date(visits, site):
    for statement in site.content.statements.values():
        for version in site.versions:
            address = permalink.statement(statement.id)
            url, _ = addresses_of(site, version, f"{address}#s2", "/")
            with visits() as v:
                box = opened(v, site.address(version, address), "s2")
                name = box.locator("[data-citation]").inner_text()
                assert v.page.locator("h1").inner_text() in name
                rich = copied(box, "citation")
                assert rich["text/plain"] == name
                # Whose words they are and what is doubtful stands in every form, behind the link.
                shown = reader(site, version)
                behind = f" ({shown.text(statement.date_note)}). {statement_status(shown, statement)}."
                assert name.endswith(behind)
                linked = name.removesuffix(behind)
                assert rich["text/html"] == f'<a href="{url}">{linked}</a>{behind}'
                for what in ("citation", "link"):
                    assert copied(box, what, "md")["text/plain"] == f"[{linked}]({url}){behind}"
                    assert copied(box, what, "html")["text/plain"] == f'<a href="{url}">{linked}</a>{behind}'
                quote = copied(box, "quote", "md")["text/plain"]
                assert f"\n\n— [{linked}]({url}){behind} " in quote
                said = v.page.locator("#s2 [data-statement-text]").inner_text()
                assert said in copied(box, "quote")["text/plain"]


def test_a_refused_clipboard_shows_the_text_selected(visits, third):
    for _, address, name, current, lasting in third:
        with visits() as v:
            v.page.add_init_script(REFUSE)
            box = opened(v, address, "p3")
            field = box.locator("textarea")
            for what, url in (("link", current), ("citation", lasting), ("quote", lasting)):
                for form in ("", "md", "html"):
                    box.locator("select").select_option(form)
                    box.locator(f"[data-copy='{what}']").click()
                    shown = name if (what, form) == ("citation", "") else url
                    expect(field).to_have_value(re.compile(re.escape(shown)))
                    expect(field).to_be_focused()
                    assert field.evaluate(SELECTED) == field.input_value()
                    expect(box.locator("[role='status']")).to_be_empty()


@pytest.mark.parametrize("missing", ["ClipboardItem", "navigator.clipboard"])
def test_a_browser_without_a_clipboard_shows_the_text_selected(visits, third, missing):
    _, address, _, current, _ = third[0]
    owner, name = ("Navigator.prototype", "clipboard") if "." in missing else ("window", missing)
    with visits() as v:
        v.page.add_init_script(f"Object.defineProperty({owner}, '{name}', {{value: undefined}})")
        box = opened(v, address, "p3")
        box.locator("[data-copy='link']").click()
        expect(box.locator("textarea")).to_be_focused()
        assert box.locator("textarea").evaluate(SELECTED) == current


def test_after_a_refusal_the_quote_is_still_the_quote(visits, third):
    _, address, _, _, lasting = third[0]
    with visits() as v:
        v.page.add_init_script(REFUSE)
        box = opened(v, address, "p3")
        box.locator("[data-copy='link']").click()
        expect(box.locator("textarea")).to_be_focused()
        box.locator("[data-copy='quote']").click()
        expect(box.locator("textarea")).to_have_value(re.compile(f"^„.*\n{re.escape(lasting)}$", re.DOTALL))


def test_everything_is_done_by_keyboard(visits, third):
    _, address, _, current, _ = third[1]
    with visits(width=320) as v:
        v.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        v.open(address)
        box = v.page.locator("#p3 > .cite")
        box.locator("summary").focus()
        v.page.keyboard.press("Enter")
        v.page.keyboard.press("Tab")
        expect(box.locator("[data-copy='link']")).to_be_focused()
        v.page.keyboard.press("Enter")
        expect(box.locator("[role='status']")).not_to_be_empty()
        assert v.page.evaluate(READ)["text/plain"] == current
        names = []
        while not box.locator("textarea").evaluate("e => e === document.activeElement"):
            v.page.keyboard.press("Tab")
            names.append(v.page.evaluate("() => document.activeElement.tagName"))
        assert names == ["BUTTON", "BUTTON", "SELECT", "A", "A", "A", "TEXTAREA"]


def test_targets_are_large_enough_for_a_thumb(visits, third):
    small = """box => [...box.querySelectorAll('summary, button, select')].filter(e => e.checkVisibility())
      .map(e => e.getBoundingClientRect()).filter(at => at.height < 44 || at.width < 44).length"""
    with visits(width=320) as v:
        assert opened(v, third[0][1], "p3").evaluate(small) == 0


def reader(site, version):
    return Reader(site.content, version, "/")


def quoted(own, lines, citation, source, lasting):
    """What a reader should copy: the words in quotation marks, the line under them, the address."""
    before, after = own.ui("in_quotes", words="|").split("|")
    words = "\n".join(lines)
    marked = re.search(r'^(?:\d+\) )?["„“«]|["”“»][.;]?\Z', words)
    words = words if marked else before + words + after
    stop = "" if citation.endswith(".") else "."
    return f"{words}\n— {citation}{stop} {source}\n{site_address(own, lasting)}"


def quotes_of(site, version):
    """What each paragraph of law and statement gives to be copied, made from the content: page, anchor, text."""
    own = reader(site, version)
    for law in site.content.laws.values():
        for number, newest in law.articles.items():
            dated = [as_it_was(newest, old) for old in newest.earlier_wordings]
            for article in [newest, *dated]:
                page = permalink.article(law.id, number)
                address = page if article is newest else permalink.wording(law.id, number, article.wording.as_of)
                for paragraph in article.paragraphs:
                    if isinstance(paragraph, Paragraph):
                        provision = paragraph_of(law.id, article, paragraph)
                        quote = law_quote(own, law, article, paragraph, wording_line(own, article.wording))
                        lines = said_in(lines_of(own, article, paragraph, provision))
                        yield address, provision.anchor, quoted(own, lines, quote.citation, quote.source, quote.lasting)
    for statement in site.content.statements.values():
        for paragraph in statement.paragraphs:
            quote = statement_quote(own, statement, paragraph, long_date(own, statement.date))
            anchor, words = permalink.statement_anchor(paragraph.number), own.text(paragraph.text)
            cited = quote.citation + quote.caveat
            yield permalink.statement(statement.id), anchor, quoted(own, [words], cited, quote.source, quote.lasting)


def said_in(lines):
    """The lines with one sign for what is missing in one place."""
    said = ["[…]" if line.kind == "gap" else f"{line.label} {line.words}".strip() for line in lines]
    return [line for at, line in enumerate(said) if line != "[…]" or said[at - 1 : at] != ["[…]"]]


@pytest.mark.parametrize("name", ["site", "three_bridges"])
def test_every_paragraph_is_quoted_word_for_word(browser, request, name):
    """Letter by letter against the content, in each wording and version: the script takes the words from the page."""
    site = request.getfixturevalue(name)
    # The policy lets no page of ours parse another.
    with served(site.folder) as host, browser.new_context(bypass_csp=True) as context:
        for version in site.versions:
            expected = [[site.address(version, page), *rest] for page, *rest in quotes_of(site, version)]
            page = context.new_page()
            open_awake(page, host + expected[0][0])
            assert page.evaluate(QUOTES, list(dict.fromkeys(address for address, *_ in expected))) == expected
            page.close()
    texts = [text for *_, text in expected]
    assert any("[…]\n" in text for text in texts) and any("\n1) " in text for text in texts)


def test_an_earlier_wording_is_quoted_with_its_own_address_and_has_no_card_to_share(browser, three_bridges):
    """Of the invented law: the real one has no earlier wording yet."""
    rows = [
        (permalink.wording(law.id, number, old.wording.as_of), old.paragraphs)
        for law in three_bridges.content.laws.values()
        for number, article in law.articles.items()
        for old in article.earlier_wordings
    ]
    with served(three_bridges.folder) as host, browser.new_context() as context:
        page = context.new_page()
        page.add_init_script("Navigator.prototype.share = async () => {}")
        for address, paragraphs in rows:
            open_awake(page, host + address)
            anchor = f"p{next(part.number for part in paragraphs if isinstance(part, Paragraph))}"
            box = page.locator(f"[id='{anchor}'] > .cite")
            box.locator("summary").click()
            words = page.locator(f"[id='{anchor}'] [data-law-text] p").first.inner_text()
            quote = box.locator("textarea").input_value()
            assert words in quote and quote.endswith(f"{address}#{anchor}")
            expect(box.locator("[data-share]")).to_be_hidden()
    assert rows


def test_a_paragraph_leads_to_its_records_which_are_saved_without_scripts(visits, third):
    for scripts in (True, False):
        version, address, _, _, lasting = third[2]
        with visits(scripts=scripts, width=320) as v:
            v.open(address)
            box = v.page.locator("#p3 > .cite")
            box.locator("summary").click()
            box.get_by_role("link", name="BibTeX, RIS, CSL-JSON").click()
            v.page.wait_for_url(f"{v.host}{address}p3/#records")
            records = v.page.locator("details:has(#records)")
            if records.get_attribute("open") is None:  # browsers open what holds the place asked for; the older do not
                records.locator("summary").click()
            files = {}
            for form in ("bib", "ris", "json"):
                with v.page.expect_download() as download:
                    records.locator(f"a[download$='.{form}']").click()
                name = download.value.suggested_filename
                assert re.fullmatch(rf"kz-146-\d{{4}}-\d\d-\d\d-{version.locale}-p3\.{form}", name)
                files[form] = download.value.path().read_bytes().decode("utf-8")
                shown = v.page.locator(f"[data-record={form}]").input_value()
                assert files[form].replace("\r\n", "\n").rstrip("\n") == shown
            (item,) = json.loads(files["json"])
            assert (item["type"], item["section"], item["URL"]) == ("legislation", "Art. 146(3)", lasting)
            assert item["jurisdiction"] == "Serbia"
            lines = files["ris"].removesuffix("\r\n").split("\r\n")
            assert lines[0] == "TY  - STAT" and lines[-1] == "ER  - " and f"UR  - {lasting}" in lines
            assert f"url = {{{lasting}}}" in files["bib"] and files["bib"].count("{") == files["bib"].count("}")


def test_the_share_sheet_is_offered_where_there_is_one(visits, third):
    share = """window.shared = [];
      Navigator.prototype.share = async shown => { shared.push(shown); throw new Error('closed'); }"""
    with visits() as v:
        v.page.add_init_script("delete Navigator.prototype.share")
        expect(opened(v, third[0][1], "p3").locator("[data-share]")).to_be_hidden()
    for _, address, name, current, _ in third:
        with visits() as v:
            v.page.add_init_script(share)
            opened(v, address, "p3").locator("[data-share]").click()
            # The card, which has the paragraph's own title and picture: what follows # is not sent to a server.
            assert v.page.evaluate("() => shared") == [{"title": name, "url": current.replace("#p3", "p3/")}]


def test_the_shared_address_is_that_of_a_page(site, third):
    for version, *_ in third:
        address = permalink.card(Provision("kz", "146", "3"))
        assert permalink.file_of(site.address(version, address)) in site.files


def test_without_scripts_all_of_it_is_there_to_be_selected(visits, third):
    for _, address, name, current, lasting in third:
        with visits(scripts=False, width=320) as v:
            v.open(address)
            box = v.page.locator("#p3 > .cite")
            assert name in box.locator("summary").inner_text()
            box.locator("summary").click()
            for text in (name, current, lasting):
                expect(box.get_by_text(text, exact=True).last).to_be_visible()
            expect(box.locator("[data-source]")).to_be_visible()
            assert box.locator("button, textarea").count() == 0


def test_the_script_fails_alone(visits, third):
    _, address, _, _, lasting = third[0]
    with visits() as v:
        v.page.route("**/assets/paragraphs.*.js", lambda route: route.abort())
        box = opened(v, address, "p3", script_comes=False)
        expect(box.locator("[data-source]")).to_be_visible()
        expect(box.locator("[data-lasting]")).to_have_text(lasting)


def test_the_lasting_link_leads_to_the_paragraph(visits, third):
    for _, address, _, _, _ in third:
        with visits() as v:
            opened(v, address, "p3").locator("[data-lasting]").click()
            v.page.wait_for_url(f"{v.host}{address}#p3")


def test_of_all_this_only_the_citation_is_printed(visits, third):
    for _, address, name, _, _ in third:
        with visits() as v:
            box = opened(v, address, "p3")
            v.page.emulate_media(media="print")
            assert box.inner_text().strip() == name
            expect(box.locator("textarea")).to_be_hidden()
            expect(box.locator("button").first).to_be_hidden()
            closed = v.page.locator("#p1 > .cite cite").first
            expect(closed).to_be_visible()


def test_each_printed_paragraph_says_what_its_words_are_and_the_page_where_it_is(visits, site, third, kinds):
    pages = [(address, lasting.partition("#")[0]) for _, address, _, _, lasting in third]
    for version in site.versions:
        address = site.address(version, kinds["statement"])
        pages.append((address, site.content.site.address.rstrip("/") + address))
    for address, lasting in pages:
        with visits() as v:
            v.open(address)
            expect(v.page.locator(".printed")).to_be_hidden()
            v.page.emulate_media(media="print")
            states = v.page.locator(".paragraph > .tools > .status")
            assert states.count() == v.page.locator(".paragraph").count()
            for each in states.all():
                expect(each).to_be_visible()
            assert v.page.locator(".tools a:visible, .tools button:visible").count() == 0
            assert v.page.locator("body").inner_text().count(f": {lasting}\n") == 1


def test_our_explanations_of_terms_are_not_printed_under_the_laws_words(visits, third):
    for _, address, *_ in third:
        with visits() as v:
            v.open(address)
            notes = v.page.locator(".term-note")
            assert notes.count()
            v.page.goto(v.page.url.partition("#")[0] + "#" + notes.first.get_attribute("id"))
            expect(notes.first).to_be_visible()
            v.page.emulate_media(media="print")
            assert v.page.locator(".term-note:visible").count() == 0


def test_nothing_is_fetched_or_stored(visits, third):
    _, address, _, _, _ = third[0]
    with visits() as v:
        box = opened(v, address, "p3")
        before = [url for url in v.requests if not url.endswith("/favicon.ico")]
        for what in ("link", "citation", "quote"):
            for form in ("", "md", "html"):
                copied(box, what, form)
        assert [url for url in v.requests if not url.endswith("/favicon.ico")] == before
        assert v.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
