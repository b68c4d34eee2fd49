"""What a text is in short, the doubt about its date and its slips go with every copy of it, in each version."""

import html
import json
import re

import pytest
import yaml
from lxml import etree

from conftest import ROOT, words
from exports.test_twins import rendered, twin
from legal_site import frbr, permalink
from legal_site.build import build_content
from legal_site.exports import cards, markdown_twins, pictures
from legal_site.exports.akn_xml import NAMESPACE
from legal_site.model.base import Provenance
from legal_site.model.law import Paragraph
from legal_site.permalink import Provision
from legal_site.relations import paragraph_of
from legal_site.site import Site
from legal_site.view.reader import Reader
from three_bridges.project import FOURTH, write_project


def reader(site, version):
    return Reader(site.content, version, "/")


def data(site, address):
    return json.loads((site.folder / f"data{address}.json").read_text("utf-8"))


def notes(site, version, page, about=None):
    """The notes of an Akoma Ntoso document on one of its parts, or on the whole."""
    name = permalink.akn(page, "" if version is site.versions[0] else version.locale)
    root = etree.parse(site.folder / name[1:])
    place = f"#{about}" if about else None
    return [words(note) for note in root.iter(f"{{{NAMESPACE}}}note") if note.get("placementBase") == place]


def copied(site, version, page):
    """What the buttons of a page copy."""
    return html.unescape((site.folder / permalink.file_of(site.address(version, page))).read_text("utf-8"))


def in_short(site, version, provenance):
    return reader(site, version).text(provenance[site.locale(version)].in_short)


def test_what_a_statement_is_goes_with_every_copy(site):
    for statement in site.content.statements.values():
        page = permalink.statement(statement.id)
        for version in site.versions:
            said = in_short(site, version, statement.provenance)
            shape = data(site, f"/statement/{statement.id}")["statement"]
            assert shape["provenance"][version.locale]["in_short"] == said
            status = next(e for e in site.at(version, page).elements("span") if "status" in e.get("class", "").split())
            assert words(status).startswith(said)
            strong = [words(e) for e in rendered(twin(site, version, page)).iter("strong")]
            assert strong.count(f"{words(status)}.") == 2, "at the beginning and under its provenance"
            assert any(note.strip().startswith(f"{words(status)}.") for note in notes(site, version, page))


def test_the_doubt_about_its_date_stands_beside_each_date(site):
    for statement in site.content.statements.values():
        page = permalink.statement(statement.id)
        for version in site.versions:
            doubt = reader(site, version).text(statement.date_note)
            note = data(site, f"/statement/{statement.id}")["statement"]["date_note"][version.locale]
            assert note == {"text": doubt, "kind": "transliteration" if version.made_from else "editorial"}
            assert f"({doubt})" in words(rendered(twin(site, version, page)))
            assert any(f"({doubt})" in note for note in notes(site, version, page))
            assert f"({doubt})" in copied(site, version, page)


def test_the_slips_of_a_statement_are_in_its_data_file_as_on_its_cards(site):
    seen = 0
    for statement in site.content.statements.values():
        for part in data(site, f"/statement/{statement.id}")["statement"]["paragraphs"]:
            for version in site.versions:
                card = permalink.statement_card(statement.id, part["id"].rpartition("/")[2])
                shown = [words(e) for e in site.at(version, card).elements("p") if e.get("class") == "meta"]
                own = [note["slip"][version.locale] for note in part["notes"] if version.locale in note["slip"]]
                assert shown[: len(own)] == own and len(shown) == len(own) + 3, card
                seen += len(own)
    assert seen


def test_what_the_words_of_a_law_are_goes_with_every_copy(three_bridges):
    site = three_bridges
    law = site.content.laws["zis"]
    article = law.articles["1"]
    page = permalink.article(law.id, "1")
    special = next(part for part in article.paragraphs if isinstance(part, Paragraph) and part.provenance)
    here = paragraph_of(law.id, article, special)
    for version in site.versions:
        if law.info.provenance[site.locale(version)].in_short is None:
            continue
        said = in_short(site, version, law.info.provenance)
        own = in_short(site, version, special.provenance) if site.locale(version) in special.provenance else said
        shape = data(site, "/law/zis/1")
        assert shape["law"]["provenance"][version.locale]["in_short"] == said
        wording = shape["article"]["wording"]
        assert wording["provenance"][version.locale]["in_short"] == said
        assert wording["paragraphs"][0]["provenance"][version.locale]["in_short"] == own
        labels = [words(e) for e in site.at(version, page).elements("span") if "status" in e.get("class", "").split()]
        assert labels[0] == own and set(labels[1:]) == {said}
        assert f"{own} " in f"{words(site.at(version, permalink.card(here)).tree)} "
        assert own in copied(site, version, page)
        text = words(rendered(twin(site, version, page)))
        assert text.count(f"{said}.") == 2 and (own == said or text.count(f"({own})") == 1)
        whole = frbr.eid(Provision(here.law, here.article))
        for document in (page, permalink.law(law.id)):
            assert any(note.strip().startswith(f"{said}.") for note in notes(site, version, document, whole))
            found = [note.strip() for note in notes(site, version, document, frbr.eid(here))]
            assert (f"{own}." in found) == (own != said)


def test_what_is_said_in_short_with_a_full_stop_has_no_second_one(tmp_path):
    """On pages, cards and pictures, in twins, records and what is copied."""
    folder = write_project(ROOT, tmp_path / "project") / "content_data"
    short = {locale: "Уређен текст." if locale == "sr" else "An edited text." for locale in ("sr", "en", FOURTH)}
    for name in ("laws/zis/law.yml", "statement/2024-02-01.yml"):
        value = yaml.load((folder / name).read_text("utf-8"), yaml.CBaseLoader)
        for own in value["provenance"].values():
            own["in_short"] = dict(short)
        (folder / name).write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    site = Site(build_content(folder))
    base = site.content.site.address
    made = {address: str(text) for files in (cards, markdown_twins) for address, text in files.files(site, base)}
    made |= {address: picture.status for address, picture in pictures.pictures(site, base)}
    for version in site.content.site.versions:
        for page in ("/law/zis/1/", "/statement/2024-02-01/"):
            reader = site.reader(version.locale, page)
            made[reader.own_address] = str(site.body(reader))
    saying = [address for address, text in made.items() if "Уређен" in text or "Uređen" in text or "edited" in text]
    assert {address.rpartition(".")[2] for address in saying} >= {"md", "png"} and len(saying) > 20
    assert [address for address in saying if re.search(r"(?<![./])\.\.(?![./])", made[address])] == []


@pytest.mark.parametrize(
    ("kind", "expected"), [(None, "Ours"), ("translation", "Ours"), ("official", None)], ids=["none", "same", "other"]
)
def test_what_is_said_in_short_is_not_taken_over_by_another_kind_of_text(kind, expected):
    base = Provenance(kind="translation", in_short={"en": "Ours"})
    assert Provenance(kind=kind).over(base).in_short == (expected and {"en": expected})
    assert Provenance(kind="official", in_short={"en": "Theirs"}).over(base).in_short == {"en": "Theirs"}
