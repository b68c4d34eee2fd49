"""A page that arrives in pieces, as over a slow network: nothing moves before the reader's eyes."""

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from threading import Event

import pytest

from browser.moved import MOVED
from proof.server import SilentHandler, listening

FRAMES = "async () => { for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame); }"


class InTwo(SilentHandler, SimpleHTTPRequestHandler):
    """Keeps back what follows some words of a page until it is told to go on."""

    def __init__(self, *args, cut: bytes, go_on: Event, **options) -> None:
        self.cut, self.go_on = cut, go_on
        super().__init__(*args, **options)

    def copyfile(self, source, outputfile) -> None:
        data = source.read()
        first, cut, rest = data.partition(self.cut)
        outputfile.write(first + cut)
        if rest:
            self.go_on.wait(30)
            outputfile.write(rest)


@contextmanager
def in_two(site, cut: str):
    go_on = Event()
    with listening(partial(InTwo, directory=str(site.folder), cut=cut.encode(), go_on=go_on)) as host:
        try:
            yield host, go_on
        finally:
            go_on.set()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("cut", ["</nav>", '<nav class="wide-menu"'])
def test_a_header_is_shown_when_all_of_it_is_there(visits, site, kinds, cut, width):
    address = site.address(site.versions[0], kinds["article"])
    with in_two(site, cut) as (host, go_on), visits(width=width) as v:
        v.host = host
        v.page.goto(host + address, wait_until="commit")
        v.page.wait_for_function("() => document.querySelector('.versions')")
        v.page.evaluate(FRAMES)
        assert not v.page.locator(".brand").is_visible()
        go_on.set()
        v.page.wait_for_load_state("load")
        assert v.page.evaluate(MOVED) == []
        assert v.page.locator(".brand").is_visible()
