"""Every page carries the policy before anything that it loads, and holds nothing that the policy would refuse."""

from legal_site import policy
from legal_site.starter import STARTERS

LOADING = ("script", "style", "img", "iframe", "object", "embed", "source", "video", "audio")
DATA = ("application/ld+json",)
"""Kinds of `<script>` that hold data: browsers run nothing in them."""


def own_starters(page):
    """Of the scripts that may stand in a page those that do."""
    texts = [element.text for element in page.elements("script")]
    return [starter for starter in STARTERS if starter.text in texts]


def test_every_page_carries_the_policy_before_it_loads_anything(site):
    cards = [site.at(site.versions[0], address) for address in site.card_addresses]
    wrong = []
    for page in site.all_pages + cards:
        head = list(page.elements("meta", "link", *LOADING))
        first = next(place for place, element in enumerate(head) if element.tag != "meta")
        found = [element.get("content") for element in head[:first] if element.get("http-equiv")]
        referrer = [element.get("content") for element in head[:first] if element.get("name") == "referrer"]
        if (found, referrer) != ([policy.content_security_policy(*own_starters(page))], [policy.REFERRER]):
            wrong.append(page.path)
    assert wrong == []


def test_no_page_holds_a_script_but_the_one_that_the_policy_names_nor_a_style_nor_a_handler(site):
    wrong = []
    for page in site.all_pages:
        for element in page.elements():
            inline = element.tag == "style" or (
                element.tag == "script"
                and not element.get("src")
                and element.get("type") not in DATA
                and element.text not in [starter.text for starter in STARTERS]
            )
            if inline or "style" in element.attrib or any(name.startswith("on") for name in element.attrib):
                wrong.append(f"{page.path}: {element.tag} {element.attrib}")
    assert wrong == []
