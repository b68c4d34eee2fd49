"""Letters: no page in Latin script shows a Cyrillic letter that is not marked as such."""

import re

CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
SPOKEN = ("title", "alt", "aria-label", "aria-description", "placeholder", "content", "data-scheme-label", "label")


def is_cyrillic(version):
    """Whether a version is written in Cyrillic: its name says it in its own script."""
    return bool(CYRILLIC.search(version.name))


def unmarked(element, marked=False):
    """Cyrillic words in texts and spoken attributes of elements that name no other language.

    Data for search engines is not read out and names the language of each of its nodes: site/test_json_ld.py.
    """
    if element.tag == "script":
        return
    lang = element.get("lang")
    if lang is not None:
        marked = lang == "sr-Cyrl" or lang.split("-")[0] in ("ru", "mk", "bg", "uk")
    if isinstance(element.tag, str) and not marked:
        texts = [element.text or "", *(element.get(name, "") for name in SPOKEN)]
        for text in texts:
            yield from CYRILLIC.findall(text)
    for child in element:
        yield from unmarked(child, marked)
        if not marked:
            yield from CYRILLIC.findall(child.tail or "")


def test_no_cyrillic_letter_on_a_latin_page_outside_marked_elements(site):
    assert any(is_cyrillic(version) for version in site.versions)
    found = {}
    for version in site.versions:
        if is_cyrillic(version):
            continue
        for address in site.addresses:
            page = site.at(version, address)
            seen = sorted(set(unmarked(page.tree)))
            if seen:
                found[page.path] = seen
    assert not found
