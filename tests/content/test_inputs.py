"""A preview that keeps what has not changed writes the same bytes as a build that begins anew, whatever is edited."""

import re
import shutil
import sys
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
import yaml

from bad_input.mistakes import TODAY, VALID
from conftest import ROOT
from legal_site import assets, exports, permanence
from legal_site.build import build_content
from legal_site.document import documents
from legal_site.site import Site
from three_bridges.project import ADDRESS, FOURTH, write_project

FILES = sorted(path.relative_to(VALID).as_posix() for path in VALID.rglob("*.yml"))
ARTICLE = "laws/zis/articles/1.yml"
OTHER = "laws/zr/articles/3a.yml"
FLOW = "flows/inventor.yml"
LETTER = "letters/report.yml"
STATEMENT = "statement/2024-02-01.yml"
OF_THE_CODE = ("legal_site.assets", "legal_site.render", "legal_site.exports.data_file")
"""Modules that remember style sheets, templates and schemas, into which no content goes."""


def written(site):
    """Every page and every file beside the pages by its address. Pictures are kept by what they show, elsewhere."""
    listed = (export for export in exports.EXPORTS if export is not exports.pictures.files)
    return shown(site) | {address: data for export in listed for address, data in export(site, ADDRESS)}


def shown(site):
    """Every page that a preview keeps."""
    return dict(documents(site, ADDRESS, site.pages))


def anew(site):
    """What a preview would write that is started now: nothing that came from the content is remembered."""
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name.startswith("legal_site") else ():
            if hasattr(value, "cache_clear") and value.__module__ not in OF_THE_CODE:
                value.cache_clear()
    return written(replace(site, content=replace(site.content, made={}), kept={}))


def differing(kept, clean):
    return sorted(address for address in kept.keys() | clean.keys() if kept.get(address) != clean.get(address))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The invented law, which refers to a paragraph that is left out."""
    project = write_project(ROOT, tmp_path_factory.mktemp("kept") / "project") / "content_data"
    for name, rows, row in (
        (ARTICLE, "references", {"words": "новчаном казном", "to": "zr/3a/p2"}),
        (OTHER, "paragraphs", {"omitted": "2"}),
    ):
        article = yaml.load((project / name).read_text("utf-8"), yaml.CBaseLoader)
        article[rows].append(row)
        (project / name).write_text(yaml.safe_dump(article, allow_unicode=True, sort_keys=False), "utf-8")
    return project


@pytest.fixture(scope="module")
def content(project):
    return build_content(project, TODAY)


@pytest.fixture(scope="module")
def pages(content):
    return written(Site(content, {}))


@pytest.fixture(scope="module")
def before(content):
    """What a preview has kept once everything was shown."""
    site = Site(content, {})
    written(site)
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


def changed(project, name, edit):
    """The content with one file edited, put back at once. Whether the checks find the edit odd is not asked."""
    from legal_site.build import _assemble
    from legal_site.decode import decode
    from legal_site.load import load

    path = project / name
    text = path.read_text("utf-8")
    try:
        value = edit(yaml.load(text, yaml.CBaseLoader))
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
        decoded = decode(load(project))
    finally:
        path.write_text(text, "utf-8")
    assert decoded.problems == []
    return _assemble(decoded, TODAY)


@pytest.mark.parametrize("name", FILES)
def test_edited_words_are_shown_wherever_they_stand(name, project, before):
    content = changed(project, name, edited)
    assert differing(written(Site(content, dict(before))), anew(Site(content))) == []


def says(sr, en):
    return {"sr": sr, "en": en, FOURTH: en}


def add(*path):
    """An edit that puts a new row at the beginning of a list."""

    def edit(value, row=path[-1]):
        for key in path[:-1]:
            value = value[key]
        value.insert(0, row)

    return edit


def put(*path):
    """An edit that gives one field, found by the keys before it, another value."""

    def edit(value):
        *keys, last, new = path
        for key in keys:
            value = value[key]
        value[last] = new

    return edit


def amend(article):
    """The paragraphs go under an earlier wording, as the README says."""
    old = {"wording": {"as_of": "2024-01-10", "basis": "consolidation"}, "paragraphs": deepcopy(article["paragraphs"])}
    article["earlier_wordings"].insert(0, old)
    article["wording"] |= {"as_of": "2024-05-01", "amended_by": ["2/2024"]}


def ask_more(flow):
    """A question between the first and the second."""
    asked = {"id": "is-new", "question": says("Да ли је нова?", "Is it new?"), "concerns": ["zr/3a/p1"]}
    answers = [
        {"id": "yes", "text": says("Да", "Yes"), "next": "is-finished"},
        {"id": "unknown", "text": says("Не знам", "I don’t know"), "next": "is-finished"},
    ]
    flow["questions"].insert(1, asked | {"matters": ["zr/3a/p1"], "answers": answers})
    flow["questions"][0]["answers"][0]["next"] = "is-new"


PARAGRAPH = {"number": "2", "text": says("Нови став.", "A new paragraph.")}
NOTE = {"id": "new", "kind": "doubt", "about": "p1", "text": says("Види [[zis/1/p5]].", "See [[zis/1/p5]].")}
REFERENCE = {"words": "своје место", "to": "zis/1/p5"}
TERM = {"id": "place", "term": says("место", "place"), "meaning": says("Где.", "Where.")}
TERM |= {"provisions": ["zr/3a/p1"], "match": {"sr": ["место"], "en": ["place"], FOURTH: ["place"]}}
CHANGE = {"id": "third", "date": "2024-04-02", "about": ["zr/3a"], "text": says("Исправка.", "A correction.")}
QUOTE = {"number": "3", "text": says("Место.", "A place."), "quotes": "zr/3a/p1"}

EDITS = {
    "a paragraph that was left out": (OTHER, put("paragraphs", 1, PARAGRAPH)),
    "a note on another article": (OTHER, put("notes", [NOTE])),
    "a reference to another article": (OTHER, put("references", [REFERENCE])),
    "an amendment": (ARTICLE, amend),
    "the date of a wording": (OTHER, put("wording", "as_of", "2024-01-11")),
    "the day of a comparison": ("laws/zr/law.yml", put("provenance", "sr", "verified_on", "2024-03-02")),
    "the order of the laws": ("laws/zr/law.yml", put("order", "0")),
    "a question": (FLOW, ask_more),
    "where an answer leads": (FLOW, put("questions", 0, "answers", 2, "next", "nothing")),
    "what a question is about": (FLOW, put("questions", 1, "concerns", ["zr/3a/p1"])),
    "the provisions of an outcome": (FLOW, put("outcomes", 1, "provisions", ["zis/1/p2"])),
    "the letters of an outcome": (FLOW, put("outcomes", 1, "letters", ["report"])),
    "a field of a letter": (LETTER, add("fields", {"id": "place", "label": says("Где?", "Where?")})),
    "a time limit": ("deadlines.yml", put("deadlines", 0, "days", "31")),
    "the provision of an authority": ("authorities.yml", put("authorities", 0, "provisions", ["zr/3a"])),
    "a term": ("glossary.yml", add("terms", TERM)),
    "the address of a source": ("sources.yml", put("sources", 0, "address", "https://example.org/other")),
    "an entry of the changes": ("changes.yml", add("changes", CHANGE)),
    "the date of an event": ("timeline.yml", put("events", 0, "date", "2023-06")),
    "a passage that quotes": (STATEMENT, add("paragraphs", QUOTE)),
    "a bar": ("practice.yml", put("studies", 0, "charts", 0, "bars", 0, "value", "4")),
    "the way in": ("home.yml", put("doors", 0, "links", ["/law/zr/3a/"])),
    "a synonym": ("search.yml", put("synonyms", 0, "words", "sr", ["направа"])),
    "the name of a version": ("site.yml", put("versions", 2, "name", "Britannic")),
    "a register that becomes empty": ("timeline.yml", put("events", [])),
    "the changes, all gone": ("changes.yml", put("changes", [])),
    "the publisher": ("site.yml", put("publisher", says("Издавач", "A publisher"))),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_shown_wherever_it_counts_and_so_is_its_withdrawal(name, project, content, pages, before):
    file, edit = EDITS[name]

    def edited(value):
        edit(value)
        return value

    compare(Site(changed(project, file, edited), dict(before)), Site(content), pages)


def compare(after, original, pages):
    kept = written(after)
    assert differing(kept, pages), "the edit is to change something"
    assert differing(kept, anew(after)) == []
    withdrawn = shown(replace(original, kept=after.kept))
    assert [address for address in withdrawn if withdrawn[address] != pages[address]] == []


@pytest.mark.parametrize(("like", "new"), [(OTHER, "laws/zr/articles/4.yml"), (FLOW, "flows/other.yml")])
def test_a_file_that_comes_and_goes_is_shown_wherever_it_counts(like, new, project, content, pages, before):
    value = yaml.load((project / like).read_text("utf-8"), yaml.CBaseLoader)
    value |= {"number": "4"} if "number" in value else {"order": "0"}
    (project / new).touch()
    try:
        after = changed(project, new, lambda _: value)
    finally:
        (project / new).unlink()
    compare(Site(after, dict(before)), Site(content), pages)


def test_a_preview_left_open_shows_what_has_become_old_since(project, content, pages, before):
    compare(Site(build_content(project, date(2025, 6, 1)), dict(before)), Site(content), pages)


def test_an_anchor_that_moves_is_shown(content, pages, before):
    moved = permanence.Permanence({"/law/zis/1/#p9": 1}, {"/law/zis/1/#p9": "/law/zis/1/#p1"})
    compare(Site(content, dict(before), permanence=moved), Site(content), pages)


def test_a_style_sheet_that_is_edited_is_the_one_that_kept_pages_load(content, before, tmp_path, monkeypatch):
    theme = shutil.copytree(assets._FOLDER, tmp_path / "assets")
    monkeypatch.setattr(assets, "_FOLDER", theme)
    with (theme / "site.css").open("a", encoding="utf-8") as file:
        file.write("p { color: red; }\n")
    after = replace(content, made={})
    kept = shown(Site(after, dict(before)))
    assert assets.assets(after.site.colours)["site.css"].address.rpartition("/")[2] in kept["/law/zis/1/"]
    assert differing(kept, shown(Site(replace(content, made={}), {}))) == []


def test_an_unchanged_page_is_not_made_again(content, before):
    former = before["sr", "/law/zis/1/"][1]
    assert dict(documents(Site(content, before), ADDRESS, ["/law/zis/1/"]))["/law/zis/1/"] is former
