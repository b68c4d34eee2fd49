"""The script in the page itself: the chosen colours are there at once, the script of the page after a first picture."""

import pytest

from legal_site import permalink

PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"
STARTED = "() => performance.getEntriesByType('resource').filter(file => file.name.includes('/assets/guides.'))[0]"
SCHEME = "() => document.documentElement.dataset.scheme"


def test_the_script_is_asked_for_after_the_first_picture(visits):
    with visits() as v:
        v.open(permalink.guide("citizen"))
        painted = v.page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime")
        assert v.page.evaluate(STARTED)["startTime"] >= painted


@pytest.mark.parametrize("end", ["?q=word", "#pictures", "#"])
def test_an_address_that_asks_for_something_does_not_wait_for_a_picture(end, visits):
    """A page that is never drawn gets the script all the same, but only if its address asks for it."""
    asked = end != "#"
    with visits() as v:
        v.page.add_init_script("""window.requestAnimationFrame = window.setTimeout = () => 0;
            window.PerformanceObserver = class { observe() {} };""")
        with v.page.expect_event("load"):
            v.page.goto(v.host + permalink.guide("citizen") + end)
        assert bool(v.page.evaluate(STARTED)) == asked


@pytest.mark.parametrize("missing", ["PerformanceObserver", "trustedTypes"])
def test_a_browser_that_lacks_something_gets_the_script_too(missing, visits):
    with visits() as v:
        v.page.add_init_script(f"window.{missing} = undefined;")
        v.open(permalink.guide("citizen"))
        assert v.page.locator("[data-node]:not([hidden])").count() == 1
        v.errors.clear()  # what such a browser says of it


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_colours_are_there_before_the_script_is(scheme, visits):
    """A page that came first in the other colours would flash."""
    held = []
    with visits(scheme="dark" if scheme == "light" else "light") as v:
        v.open("/")
        v.page.evaluate("scheme => localStorage.setItem('scheme', scheme)", scheme)
        v.page.route("**/assets/*.js", lambda route: held.append(route))
        v.page.goto(v.host + "/")
        v.page.wait_for_function(PAINTED)
        assert v.page.evaluate(SCHEME) == scheme
        for route in held:
            route.abort()


def test_a_page_whose_storage_is_closed_has_its_script(visits):
    with visits() as v:
        v.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } })"
        )
        v.open(permalink.guide("citizen"))
        assert v.page.locator("[data-node]:not([hidden])").count() == 1
