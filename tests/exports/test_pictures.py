"""Share pictures: one for each paragraph in each version, whole, the same again, and drawn only when needed."""

import json
import os
import re
import shutil
import subprocess
import sys
from ast import literal_eval
from dataclasses import astuple, replace
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageFont

from conftest import ROOT, words
from legal_site import build, permalink
from legal_site.check.pictures import drawable
from legal_site.decode import decode
from legal_site.exports import picture_cache, picture_drawing, pictures
from legal_site.font import BOLD, REGULAR, characters
from legal_site.load import load
from legal_site.script import SERBIAN_LETTERS, to_latin
from legal_site.site import Site
from legal_site.view.card import law_card
from three_bridges.project import FOURTH, write_project

LARGEST = 60_000
SAMPLE = 12
"""Every so many pictures are looked at pixel by pixel."""
EMPTY = ((0, 17, 68, 630), (1132, 17, 1200, 630), (0, 17, 1200, 34), (0, 616, 1200, 630))
"""The margins."""

AGAIN = """
import json, sys
from hashlib import sha256
from pathlib import Path
from legal_site.build import build_content
from legal_site.exports.picture_drawing import draw
from legal_site.exports.pictures import pictures
from legal_site.site import Site
site = Site(build_content(Path(sys.argv[1])))
every = list(pictures(site, site.content.site.address))
print(json.dumps({a: sha256(draw(p)).hexdigest() for a, p in reversed(every[:: int(sys.argv[2])])}))
"""


@pytest.fixture(scope="module")
def said(site):
    """What each picture of the site says, by its address."""
    return dict(pictures.pictures(Site(site.content), site.content.site.address))


def file(site, address):
    return site.folder / address.lstrip("/")


def test_each_paragraph_has_its_picture_in_each_version_beside_its_card(site, said):
    expected = {
        permalink.picture_address(site.address(version, card))
        for version in site.versions
        for card in (
            *(f"/law/{name}/" for name in site.content.index.published if "-i" not in name),
            *(f"/statement/{s.id}/s{part.number}/" for s in site.content.statements.values() for part in s.paragraphs),
        )
    }
    built = {f"/{path}" for path in site.files if path.endswith(".png")}
    assert built == expected == set(said)
    assert {address.replace("card.png", "index.html").lstrip("/") for address in built} <= site.files


def test_every_picture_has_the_size_that_is_promised_to_readers_and_weighs_little(site, said):
    for address in said:
        data = file(site, address).read_bytes()
        width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        assert (data[:8], width, height) == (b"\x89PNG\r\n\x1a\n", 1200, 630), address
        assert len(data) <= LARGEST, address


def test_a_picture_says_the_words_of_its_paragraph_and_nothing_else(site, said):
    for version in site.versions:
        for law in site.content.laws.values():
            for number in law.articles:
                address = site.address(version, permalink.article(law.id, number))
                for element in site.page(permalink.file_of(address)).with_attribute("data-provision"):
                    if "-i" in element.attrib["id"]:
                        continue
                    texts = [words(part) for part in element.iter() if "data-law-text" in part.attrib]
                    lines = said[permalink.picture_address(f"{address}{element.attrib['id']}/")].lines
                    drawn = [re.sub(r"^\w+\) ", "", text) if "item" in kind else text for kind, text in lines]
                    shown = "".join(text.replace("\u00a0[sic]", "") for text in drawn if text != "[…]")
                    assert "".join(shown.split()) == "".join("".join(texts).split()), (address, element.attrib["id"])


def test_what_the_words_are_and_of_when_is_never_cut(said):
    """A status may end with the news that the original was not found."""
    for address, picture in said.items():
        foot = picture_drawing._foot(picture)
        drawn = [" ".join(row.words for row in setting.rows).replace("\u00a0", " ") for setting, *_ in foot]
        assert drawn == [picture.status, picture.dated], address


def test_a_status_of_several_rows_leaves_less_room_to_the_words(said):
    picture = next(iter(said.values()))
    long = replace(picture, status=f"{picture.status} " * 8)
    (setting, top, *_), (dated, below, *_) = picture_drawing._foot(long)
    assert len(setting.rows) > 1 and not setting.cut
    assert top + setting.rows[-1].top + setting.row_height <= below
    assert below + dated.rows[-1].top + dated.row_height <= 616
    assert top < picture_drawing._foot(picture)[0][1]
    assert picture_drawing.draw(long) != picture_drawing.draw(picture)


def test_slips_are_marked_in_the_picture(site, said):
    first, marked = site.versions[0], 0
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            for sic in article.sic:
                card = f"{permalink.article(law.id, number)}{sic.about.partition('-')[0]}/"
                lines = " ".join(text for _, text in said[permalink.picture_address(site.address(first, card))].lines)
                assert f"{sic.words}\u00a0[sic]" in lines, card
                marked += 1
    for version in site.versions:
        for statement in site.content.statements.values():
            for part in statement.paragraphs:
                card = permalink.statement_card(statement.id, permalink.statement_anchor(part.number))
                ((_, text),) = said[permalink.picture_address(site.address(version, card))].lines
                slips = [note for note in part.notes if {site.locale(version)} <= note.slip.keys() & note.words.keys()]
                assert text.count("[sic]") == len(slips), card
    assert marked


def test_a_slip_of_one_item_is_marked_there_and_nowhere_else(tmp_path):
    folder = write_project(ROOT, tmp_path / "project", fourth=False) / "content_data"
    path = folder / "laws/zis/articles/1.yml"
    article = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    article["paragraphs"][1]["items"][1]["text"]["sr"] = "оно што се може узети, а не преузети."
    article["sic"] = [{"about": "p2-i2", "words": "узети", "text": {"sr": "Тако пише.", "en": "So it stands."}}]
    path.write_text(yaml.safe_dump(article, allow_unicode=True), "utf-8")
    site = Site(build.build_content(folder))
    drawn = dict(pictures.pictures(site, site.content.site.address))["/law/zis/1/p2/card.png"]
    assert [words for _, words in drawn.lines if "узети" in words] == [
        "1) оно што се може узети:",
        "2) оно што се може узети\u00a0[sic], а не преузети.",
    ]
    law = site.content.laws["zis"]
    card = law_card(site.reader("sr", "/law/zis/1/p2/"), law, law.articles["1"], law.articles["1"].paragraphs[1])
    assert card.description.count("[sic]") == 1 and "узети [sic], а не преузети." in card.description


def test_the_same_pictures_are_drawn_again_by_another_process_in_another_order(site):
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", AGAIN, str(site.docs.parent / "content_data"), str(SAMPLE)]
    again = json.loads(subprocess.check_output(command, env=environment))
    assert len(again) > 2
    assert again == {address: sha256(file(site, address).read_bytes()).hexdigest() for address in again}


def test_nothing_is_clipped_at_the_edges_or_runs_into_what_stands_below(site, said):
    longest = max(said, key=lambda address: sum(len(text) for _, text in said[address].lines))
    rows = {address: len(picture_drawing._foot(picture)[0][0].rows) for address, picture in said.items()}
    for address in [longest, max(rows, key=rows.get), *list(said)[::SAMPLE]]:
        with Image.open(file(site, address)) as image:
            ink = image.point([0] + [255] * 255, "L")
        line = next(y for y in range(300, 600) if image.crop((72, y, 1128, y + 1)).getextrema() == (11, 11))
        for box in (*EMPTY, (0, line - 10, 1200, line - 1)):
            assert ink.crop(box).getbbox() is None, (address, box)


def test_a_penalty_has_a_bar_beside_it_and_its_own_colour(site, said):
    offences = {address: picture for address, picture in said.items() if "penalty" in dict(picture.lines)}
    others = {address: picture for address, picture in said.items() if "penalty" not in dict(picture.lines)}
    for address in [*list(offences)[::SAMPLE], *list(others)[::SAMPLE]]:
        with Image.open(file(site, address)) as image:
            accent = bytes(image.getpalette()[15:18]).hex()
            bar_rows = [y for y in range(192, 520) if image.crop((72, y, 80, y + 1)).getextrema() == (5, 5)]
        assert f"#{accent}" == said[address].accent
        assert (len(bar_rows) > 20) == (address in offences), address


def contrast(first, second):
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_of_words_stands_out_from_the_paper(site):
    for colour in (site.content.site.colours.light, picture_drawing._INK, picture_drawing._QUIET):
        assert contrast(colour, picture_drawing._PAPER) >= 4.5, colour


def test_an_unchanged_picture_is_not_drawn_and_a_changed_one_is(site, said, tmp_path, monkeypatch):
    monkeypatch.setenv("PICTURE_CACHE", str(tmp_path))
    drawn = []
    monkeypatch.setattr(pictures, "_draw", lambda picture: drawn.append(picture) or b"drawn" + picture_cache._END)
    address = site.content.site.address
    first = list(pictures.files(Site(site.content), address))
    assert len(drawn) == len(set(drawn)) == len(set(said.values()))
    drawn.clear()
    assert list(pictures.files(Site(site.content), address)) == first
    assert drawn == []
    colours = site.content.site.colours.model_copy(update={"light": "#000080"})
    blue = replace(site.content, site=site.content.site.model_copy(update={"colours": colours}))
    list(pictures.files(Site(blue), address))
    assert len(drawn) == len(set(said.values()))


def test_a_changed_font_line_of_code_or_library_draws_anew(said, monkeypatch):
    picture = next(iter(said.values()))
    keys = {pictures.picture_key(picture)}
    assert keys == {pictures.picture_key(replace(picture))}
    with_what = pictures._drawn_with()
    for place in range(len(with_what)):
        changed = (*with_what[:place], "other", *with_what[place + 1 :])
        monkeypatch.setattr(pictures, "_drawn_with", lambda changed=changed: changed)
        keys.add(pictures.picture_key(picture))
    assert len(keys) == len(with_what) + 1


@pytest.fixture
def cache(tmp_path):
    return picture_cache.PictureCache(tmp_path / "cache")


WHOLE = b"picture" + picture_cache._END


def test_a_kept_picture_that_is_not_whole_is_drawn_again(cache, tmp_path):
    cache.picture("a", lambda: WHOLE)
    (tmp_path / "cache" / "a.png").write_bytes(WHOLE[:-1])
    assert cache.picture("a", lambda: WHOLE) == WHOLE
    assert cache.drawn == 2
    assert (tmp_path / "cache" / "a.png").read_bytes() == WHOLE


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    cache = picture_cache.PictureCache(tmp_path / "file" / "cache")
    assert [cache.picture("a", lambda: WHOLE) for _ in range(2)] == [WHOLE, WHOLE]
    cache.prune(0)
    assert cache.drawn == 2


def test_a_drawing_that_fails_leaves_no_file(cache, tmp_path):
    with pytest.raises(ZeroDivisionError):
        cache.picture("a", lambda: b"%d" % (1 // 0))
    cache.picture("b", lambda: WHOLE)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["b.png"]


def test_old_pictures_go_when_many_have_gathered_and_those_in_use_stay(tmp_path, monkeypatch):
    monkeypatch.setattr(picture_cache, "_SPARE", 2)
    for number in range(5):
        picture_cache.PictureCache(tmp_path).picture(f"old-{number}", lambda: WHOLE)
        os.utime(tmp_path / f"old-{number}.png", (number, number))
    cache = picture_cache.PictureCache(tmp_path)
    cache.picture("old-0", lambda: WHOLE)
    cache.picture("new", lambda: WHOLE)
    cache.prune(2)
    assert {path.stem for path in tmp_path.iterdir()} == {"old-0", "new", "old-3", "old-4"}


@pytest.mark.parametrize("path", [REGULAR, BOLD], ids=["regular", "bold"])
def test_the_fonts_have_every_character_that_is_listed(path):
    font = ImageFont.truetype(str(path), 40, layout_engine=ImageFont.Layout.BASIC)

    def drawn(character):
        mask = font.getmask(character)
        return mask.size, bytes(mask)

    empty_box = drawn("\U000f0000")
    assert [c for c in sorted(characters()) if drawn(c) == empty_box] == []


def test_the_fonts_have_serbian_in_both_scripts():
    letters = "".join(sorted(SERBIAN_LETTERS)) + "„”“‘’–—…§№€"
    both = letters + letters.upper() + to_latin(letters) + to_latin(letters.upper()) + "đĐčČćĆšŠžŽ"
    assert set(both) <= characters()


@pytest.fixture(params=["real", "three-bridges"])
def content_folder(request, tmp_path):
    """A content that may be spoilt."""
    if request.param == "real":
        return Path(shutil.copytree(ROOT / "content_data", tmp_path / "content_data"))
    return write_project(ROOT, tmp_path / "project") / "content_data"


def test_the_check_looks_at_just_what_pictures_show(content_folder, monkeypatch):
    """Each text of a content gets a character of its own, which no font has; then all pictures are read."""
    content = content_folder
    marks = {}

    def marked(value, place):
        if isinstance(value, list):
            return [marked(item, place) for item in value]
        if isinstance(value, dict):
            return {key: marked(item, f"{place}.{key}") for key, item in value.items()}
        if place.rpartition(".")[2] not in ("sr", "en", FOURTH):
            return value
        character = chr(0x20000 + len(marks))  # Chinese, rare: 42,000 of them
        marks[character] = place
        return value + character

    for path in sorted(content.rglob("*.yml")):
        value = marked(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader), path.relative_to(content).as_posix())
        path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    decoded = decode(load(content))
    assert decoded.problems == [] and len(marks) > 100
    told = {
        character
        for key, document in decoded.documents.items()
        for finding in drawable(key, document, decoded.models[key], None)
        for character in [literal_eval(finding.message.split()[1])]
    }
    monkeypatch.setattr(build, "check", lambda decoded, today: [])
    site = Site(build.build_content(content))
    every = [astuple(picture) for _, picture in pictures.pictures(site, "https://example.org/")]
    drawn = set(json.dumps(every, ensure_ascii=False)) & set(marks)
    assert len(drawn) > 20
    assert {marks[c] for c in drawn - told} == set(), "drawn and not checked"
    unneeded = {marks[c] for c in told - drawn if not marks[c].startswith(("interface.yml", "site.yml.juris"))}
    assert unneeded == set(), "checked and never drawn"
