"""The code that the page for developers offers to be copied shows what it says, and its loader is let run."""

from base64 import b64encode
from hashlib import sha384

import html5lib
import markdown
import pytest
import yaml

from conftest import COLOURS, ROOT, words
from legal_site.assets import assets
from legal_site.prose import FRONT_MATTER

FLOW = yaml.load((ROOT / "content_data/flows/citizen.yml").read_text("utf-8"), yaml.CSafeLoader)


def offered(locale, tag):
    """The element with this name in the code that stands in a paragraph of its own."""
    text = (ROOT / "docs" / locale / "about/developers.md").read_text("utf-8")
    text = text.replace("{{ site.address }}", "https://example.org/")
    page = html5lib.parse(markdown.markdown(FRONT_MATTER.sub("", text)), namespaceHTMLElements=False)
    (code,) = [words(each) for each in page.iter("p") if words(each).startswith(f"<{tag} ")]
    (element,) = html5lib.parse(code, namespaceHTMLElements=False).iter(tag)
    return element


@pytest.mark.parametrize(("locale", "prefix"), [("sr", ""), ("en", "/en")])
def test_the_code_for_a_guide_has_its_address_and_its_name(locale, prefix):
    frame = offered(locale, "iframe")
    assert frame.get("src").endswith(f"{prefix}/guide/citizen/")
    assert frame.get("title") == FLOW["title"][locale]
    assert int(frame.get("height")) > 0


@pytest.mark.parametrize("locale", ["sr", "en"])
def test_the_hash_of_the_loader_is_that_of_the_file(locale):
    loader, file = offered(locale, "script"), assets(COLOURS)["embed.js"]
    assert loader.get("src").endswith(file.address)
    assert loader.get("integrity") == f"sha384-{b64encode(sha384(file.data).digest()).decode()}"
    assert loader.get("crossorigin") == "anonymous", "without it a browser does not let the hash be compared"
