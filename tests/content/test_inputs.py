"""A preview that keeps what has not changed shows the same bytes as one that begins anew, whatever is edited."""

import re

import pytest
import yaml

from bad_input.mistakes import VALID
from conftest import ROOT
from legal_site.build import build_content
from legal_site.site import Site
from three_bridges.project import write_project

FILES = sorted(path.relative_to(VALID).as_posix() for path in VALID.rglob("*.yml"))


def bodies(site):
    return {
        (version.locale, address): site.body(site.reader(version.locale, address))
        for version in site.content.site.versions
        for address in site.pages
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return write_project(ROOT, tmp_path_factory.mktemp("kept") / "project") / "content_data"


@pytest.fixture(scope="module")
def before(project):
    site = Site(build_content(project))
    bodies(site)
    return site.kept


def edited(value):
    """Every text of a file ends differently; ids, dates, numbers and names of fields stay."""
    if isinstance(value, list):
        return [edited(item) for item in value]
    if isinstance(value, dict):
        if value.keys() & {"sr", "en"} and all(isinstance(text, str) for text in value.values()):
            return {locale: spoilt(text) for locale, text in value.items()}
        return {key: edited(item) for key, item in value.items()}
    return value


def spoilt(text):
    end = re.search(r"[.,:;?!]*$", text)
    return text if "@" in text or "://" in text or "{" in text else f"{text[: end.start()]} ново{end.group()}"


@pytest.mark.parametrize("name", FILES)
def test_what_is_kept_is_what_would_be_made(name, project, before):
    path = project / name
    text = path.read_text("utf-8")
    value = yaml.load(text, yaml.CBaseLoader)
    try:
        path.write_text(yaml.safe_dump(edited(value), allow_unicode=True, sort_keys=False), "utf-8")
        content = build_content_whatever(project)
        kept = bodies(Site(content, dict(before)))
        anew = bodies(Site(content))
    finally:
        path.write_text(text, "utf-8")
    assert [place for place in anew if kept[place] != anew[place]] == []


def build_content_whatever(project):
    """The content although its checks may find the edit odd (a note on words that the law no longer says)."""
    from legal_site.build import _assemble
    from legal_site.decode import decode
    from legal_site.load import load

    return _assemble(decode(load(project)))


def test_an_unchanged_page_is_not_made_again(project, before):
    site = Site(build_content(project), before)
    made = site.body(site.reader("sr", "/law/zis/1/"))
    assert made is before["sr", "/law/zis/1/"][1]
