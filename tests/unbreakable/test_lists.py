"""What is listed beside the code to refuse a content in time is what pages, templates and MkDocs really have."""

import re

import yaml
from mkdocs.config import load_config

from conftest import ROOT
from legal_site.check import ids, interface
from legal_site.prose_elements import EXTENSIONS

HOOKS = ROOT / "hooks/legal_site"
BY_RESULTS = re.compile(r"proof_(check|figure|page|why)_")
"""Texts that the results of the proof ask for (check/proof.py)."""


def sources():
    paths = [*HOOKS.rglob("*.py"), *(HOOKS / "theme").rglob("*.html")]
    return {path: path.read_text("utf-8") for path in paths}


def test_the_interface_has_the_texts_of_the_list_and_no_others():
    texts = yaml.load((ROOT / "content_data/interface.yml").read_text("utf-8"), yaml.CBaseLoader)["texts"]
    assert texts.keys() == interface.names().keys()
    for name, filled_in in interface.names().items():
        assert all(set(re.findall(r"\{[a-z_]+\}", words)) == filled_in for words in texts[name].values()), name


def test_pages_ask_for_every_text_of_the_list():
    code = "\n".join(sources().values())
    names = set(re.findall(r"[\"'`]([a-z0-9_]+)[\"'`]", code))
    # A name may be put together: "kind_" ~ kind, f"{key}_description", f"{unit}_{form}".
    begun = {name for name in re.findall(r"[\"']([a-z_]+_)(?:[\"']|\{)", code) if name.strip("_")}
    ended = set(re.findall(r"\{[a-z]+\}(_[a-z]+)[\"']", code))
    begun |= {"days_", "months_", "years_"}
    unused = [
        name
        for name in interface.names()
        if name not in names
        and not name.startswith(tuple(begun))
        and not name.endswith(tuple(ended))
        and not BY_RESULTS.match(name)
    ]
    assert unused == []


def test_the_anchors_of_the_templates_are_the_ones_that_no_id_may_have():
    found = {anchor for text in sources().values() for anchor in re.findall(r'\bid="([a-z-]+)"', text)}
    assert found == ids.TAKEN


def test_prose_is_looked_at_with_the_extensions_that_it_is_built_with():
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert (config.markdown_extensions, config.mdx_configs) == (list(EXTENSIONS), {})
