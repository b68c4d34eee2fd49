"""The code that the page for developers offers to be copied shows what it says, and its loader is let run."""

from base64 import b64encode
from hashlib import sha384
from urllib.parse import urlsplit

import html5lib
import pytest

from conftest import COLOURS, words
from legal_site.assets import assets


def offered(site, version, tag):
    """The element with this name in the code that stands in a paragraph of its own on the developers' page."""
    page = site.at(version, "/about/developers/")
    (code,) = [words(each) for each in page.elements("p") if words(each).startswith(f"<{tag} ")]
    (element,) = html5lib.parse(code, namespaceHTMLElements=False).iter(tag)
    return element


@pytest.mark.parametrize("number", range(3))
def test_the_code_for_a_guide_has_the_address_and_the_name_of_its_version(real_site, number):
    version = real_site.versions[number]
    frame, address = offered(real_site, version, "iframe"), real_site.address(version, "/guide/citizen/")
    assert urlsplit(frame.get("src")).path == address
    (title,) = [words(each) for each in real_site.page(f"{address.strip('/')}/index.html").elements("h1")]
    assert frame.get("title") == title
    assert int(frame.get("height")) > 0


@pytest.mark.parametrize("number", range(3))
def test_the_hash_of_the_loader_is_that_of_the_file(real_site, number):
    loader, file = offered(real_site, real_site.versions[number], "script"), assets(COLOURS)["embed.js"]
    assert loader.get("src").endswith(file.address)
    assert loader.get("integrity") == f"sha384-{b64encode(sha384(file.data).digest()).decode()}"
    assert loader.get("crossorigin") == "anonymous", "without it a browser does not let the hash be compared"
