"""A page that arrives in pieces, as over a slow network: nothing moves before the reader's eyes."""

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from threading import Event

import pytest

from awake import wait_awake
from browser.moved import MOVED
from legal_site import fragment, graph, permalink
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


# When the asked node stood in the page; and which nodes were in the window after each picture, how far from its top.
WATCH = """id => {
  window.seen = [];
  new MutationObserver(() => { if (document.getElementById(id)) window.there ??= performance.now(); })
    .observe(document, {childList: true, subtree: true});
  const look = () => {
    for (const node of document.querySelectorAll("[data-node]")) {
      const {top, bottom} = node.getBoundingClientRect();
      if (bottom > top && bottom > 0 && top < innerHeight) window.seen.push([node.id, Math.round(top)]);
    }
  };
  const frame = () => { setTimeout(look); requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}"""

# With its style sheet there for a fifth of a second, a page would have been painted if nothing held it back.
COULD_PAINT = """() => performance.getEntriesByType('resource')
  .filter(file => file.name.includes('/assets/site.') && file.responseEnd)
  .some(sheet => performance.now() > sheet.responseEnd + 200)"""


@pytest.mark.parametrize("answers", [False, True], ids=["bare", "with-answers"])
@pytest.mark.parametrize("late", ["all-of-it", "its-title", "what-follows"])
def test_an_outcome_that_a_link_names_is_the_first_that_is_seen(visits, site, content, late, answers):
    """Whatever part of the guide arrives late: no question stands there before, and the outcome stays where it is."""
    flow = content.flows["citizen"]
    path = next(path for path in graph.paths(flow) if len(path.steps) >= 3)
    nodes = list(graph.in_order(flow))
    cut = {
        "all-of-it": f'data-node="{path.outcome}"',
        "its-title": f'<h2 id="{path.outcome}.title"',
        "what-follows": f'data-node="{nodes[nodes.index(path.outcome) + 1]}"',
    }[late]
    named = fragment.printed(path.outcome, dict(path.steps) if answers else {})
    address = site.address(site.versions[0], permalink.guide("citizen")) + named
    with in_two(site, cut) as (host, go_on), visits() as v:
        v.host = host
        v.page.add_init_script(f"({WATCH})({path.outcome!r})")
        v.page.goto(host + address, wait_until="commit")
        if late == "all-of-it":
            v.page.wait_for_function(COULD_PAINT, polling=100)
            assert v.page.evaluate("() => window.seen") == [], "the guide was shown before the outcome had come"
            go_on.set()
        v.page.wait_for_function("() => window.seen.length", polling=100)
        go_on.set()
        wait_awake(v.page)
        v.page.evaluate(FRAMES)
        first, there, seen = v.page.evaluate(
            "() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.there, window.seen]"
        )
        assert first >= there, "something was shown before the outcome had come"
        assert {node for node, _ in seen} == {path.outcome}
        assert len({top for _, top in seen}) == 1, "it moved, or all nodes were shown since three seconds had passed"


def test_a_guide_is_not_laid_out_before_its_style_sheet_has_come(visits, site, content):
    """Without it every outcome would show, and an old phone would lay out all of them for nothing."""
    address = site.address(site.versions[0], permalink.guide("citizen"))
    with in_two(site, ".node") as (host, go_on), visits() as v:
        v.host = host
        v.page.add_init_script(f"({WATCH})({content.flows['citizen'].start!r})")
        v.page.goto(host + address, wait_until="commit")
        # In a fifth of a second all of the guide would be there if nothing held it back.
        v.page.wait_for_function(
            "() => performance.getEntriesByType('navigation')"
            ".some(page => page.responseEnd && performance.now() > page.responseEnd + 200)",
            polling=100,
        )
        asked = "() => performance.getEntriesByType('resource').filter(e => e.name.endsWith('.css')).length"
        assert v.page.evaluate(asked) == 0, "the style sheet was not held back"
        assert v.page.evaluate("() => window.there") is None
        go_on.set()
        v.page.wait_for_load_state("load")
        assert v.page.evaluate("() => window.there")
