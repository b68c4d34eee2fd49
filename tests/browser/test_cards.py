"""Cards and guides in another's page: words, citation, status and backlink, without scripts, narrow and wide."""

import threading
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from accessibility import violations
from legal_site import permalink
from legal_site.permalink import Provision
from proof.server import SilentHandler

CARD = permalink.card(Provision.parse("kz/146/p3"))


@pytest.fixture(scope="module")
def foreign():
    """Another site: it answers every path with the page that was last put into `foreign.page`."""

    class Answer(SilentHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(server.page.encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        server.page = ""
        server.url = f"http://localhost:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("width", "scheme"), [(280, "light"), (800, "dark")])
def test_a_card_shows_all_in_another_page_with_scripts_blocked(browser, host, site, foreign, width, scheme):
    for version in site.versions:
        address = host + site.address(version, CARD)
        frame = f'<iframe sandbox="allow-popups" src="{address}" width="{width}" height="420"></iframe>'
        foreign.page = f"<!doctype html><title>x</title>{frame}"
        with browser.new_context(viewport={"width": 900, "height": 600}, color_scheme=scheme) as context:
            page = context.new_page()
            page.goto(foreign.url)
            card = page.frame_locator("iframe")
            expect(card.locator("blockquote p.penalty")).to_be_visible()
            for seen in ("h1 a", "blockquote", ".meta strong", ".meta a"):
                expect(card.locator(seen).first).to_be_visible()
            inside = page.frames[1]
            assert inside.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_loader_fits_the_height_of_its_own_frames_alone(browser, host, site, foreign):
    address = host + site.address(site.versions[0], CARD)
    foreign.page = (
        f'<!doctype html><title>x</title><iframe id="ours" src="{address}" width="320" height="50"></iframe>'
        f'<iframe id="other" srcdoc="<script>parent.postMessage({{legalSiteHeight: 999}}, \'*\')</script>" height="50">'
        f'</iframe><script src="{host}/assets/embed.js"></script>'
    )
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(foreign.url)
        page.wait_for_function("() => parseInt(document.getElementById('ours').style.height) > 100")
        inside = page.locator("#ours").element_handle().content_frame()
        inside.wait_for_function("() => document.documentElement.scrollHeight <= innerHeight + 1")
        assert page.evaluate("() => document.getElementById('other').style.height") == ""


def test_a_guide_works_in_another_page(browser, host, site, foreign):
    foreign.page = (
        f'<!doctype html><title>x</title><iframe src="{host}/guide/citizen/" width="400" height="700"></iframe>'
    )
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(foreign.url)
        guide = page.frame_locator("iframe")
        guide.locator("[data-node]:not([hidden]) [data-answer]").first.click()
        expect(guide.locator("[data-node]:not([hidden]) [data-title]")).to_be_focused()
        assert guide.locator("[data-node]:not([hidden])").count() == 1


def test_the_loader_follows_a_guide_from_question_to_question(browser, host, site, foreign):
    foreign.page = (
        f'<!doctype html><title>x</title><iframe src="{host}/guide/citizen/" width="400" height="50"></iframe>'
        f'<script src="{host}/assets/embed.js"></script>'
    )
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(foreign.url)
        page.wait_for_function("() => parseInt(document.querySelector('iframe').style.height) > 100")
        page.frame_locator("iframe").locator("[data-node]:not([hidden]) [data-answer]").first.click()
        inside = page.frames[1]
        inside.wait_for_function("() => location.hash")
        inside.wait_for_function("() => Math.abs(document.body.getBoundingClientRect().height - innerHeight) < 4")


def test_the_loader_shows_all_of_the_longest_outcome_on_a_phone(browser, host, site, foreign):
    """With all that can be opened in it: else a page scrolls within a page."""
    foreign.page = (
        '<!doctype html><meta name="viewport" content="width=device-width"><title>x</title>'
        f'<iframe src="{host}/guide/citizen/#official-in-service" width="300" height="50"></iframe>'
        f'<script src="{host}/assets/embed.js"></script>'
    )
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(foreign.url)
        inside = page.frames[1]
        inside.wait_for_function("() => document.documentElement.classList.contains('guided')")
        inside.evaluate(
            "() => document.querySelectorAll('[data-node]:not([hidden]) details').forEach(e => e.open = true)"
        )
        fits = "() => innerHeight > 20000 && Math.abs(document.body.getBoundingClientRect().height - innerHeight) < 4"
        inside.wait_for_function(fits)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_card(visits, site, scheme):
    with visits(width=320, scheme=scheme) as v:
        for version in site.versions:
            v.open(site.address(version, CARD))
            assert not violations(v.page)
