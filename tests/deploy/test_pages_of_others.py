"""What the pages of others may do with the deployed site: show its cards, take its data, pictures and loader."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from legal_site import permalink
from legal_site.permalink import Provision
from proof.server import SilentHandler

CARD = permalink.card(Provision.parse("zis/1/p1"))


@pytest.fixture
def foreign() -> Iterator[ThreadingHTTPServer]:
    """Another site. `page` is what it answers with, `isolated` whether it takes only what allows to be taken."""

    class Answer(SilentHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if server.isolated:
                self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
                self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.end_headers()
            self.wfile.write(server.page.encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        server.page, server.isolated = "", False
        server.url = f"http://localhost:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("isolated", [False, True], ids=["ordinary", "isolated"])
@pytest.mark.parametrize("sandbox", ["", " sandbox"], ids=["frame", "sandbox"])
def test_a_card_is_shown_with_its_styles_in_a_page_of_others(browser, one_host, foreign, isolated, sandbox):
    foreign.isolated = isolated
    foreign.page = f"<!doctype html><title>x</title><iframe{sandbox} src='{one_host.url}{CARD}'></iframe>"
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(foreign.url)
        assert page.evaluate("crossOriginIsolated") == isolated
        expect(page.frame_locator("iframe").locator("blockquote")).to_be_visible()
        # Without the style sheet a quotation is set in by 40 px.
        assert page.frames[1].evaluate("getComputedStyle(document.querySelector('blockquote')).marginLeft") == "0px"


@pytest.mark.parametrize("isolated", [False, True], ids=["ordinary", "isolated"])
def test_data_pictures_and_the_loader_can_be_taken_by_pages_of_others(browser, one_host, site, foreign, isolated):
    picture = permalink.picture_address(CARD)
    foreign.isolated = isolated
    loader = f"<script src='{one_host.url}/assets/embed.js'></script>"
    foreign.page = f"<!doctype html><title>x</title><img src='{one_host.url}{picture}'>{loader}"
    with browser.new_context() as context:
        page = context.new_page()
        failed = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto(foreign.url, wait_until="load")
        for path in ("/data/laws.json", f"{CARD}oembed.json", "/data/law/zis.akn.xml", "/data/provisions.csv"):
            text = page.evaluate("address => fetch(address).then(answer => answer.text())", one_host.url + path)
            assert text == (site.folder / path[1:]).read_bytes().decode(), path
        assert page.evaluate("document.images[0].naturalWidth") == 1200
        assert failed == []
