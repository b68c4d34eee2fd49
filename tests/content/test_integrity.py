"""No letter of law changes in silence: what differs from its seal and is not in the log of changes stops the build."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from bad_input.mistakes import Edit, content_copy
from conftest import ROOT
from legal_site.__main__ import main
from legal_site.addresses import addresses
from legal_site.build import build_content
from legal_site.decode import KINDS
from legal_site.integrity import read_integrity, seal_texts
from legal_site.load import load
from legal_site.official import article_texts, official_texts
from legal_site.permanence import read_permanence
from legal_site.problems import ContentError
from legal_site.published import append_new
from legal_site.seals import REGISTER
from three_bridges.project import seal_project, write_project

SEALED, TODAY = date(2024, 6, 1), date(2024, 6, 3)
CASES = yaml.safe_load(Path(__file__).with_name("integrity.yml").read_text("utf-8"))
ENTRY = "changes:\n  - {{id: {}, date: {}, about: [{}], text: {{sr: Измена., en: A change.}}}}\n"


@pytest.fixture
def folder(tmp_path):
    """A content that was sealed and published on the first of June."""
    return published(content_copy(tmp_path))


def published(folder):
    content = build_content(folder, SEALED)
    assert seal_texts(content, folder, ()) > 0
    append_new(folder, addresses(content), SEALED)
    return folder


def told(folder, day=TODAY):
    try:
        read_integrity(build_content(folder, day), folder, registered(folder))
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def registered(folder):
    return read_permanence(folder, set())[0].addresses


def unsealed(folder, day=TODAY):
    return read_integrity(build_content(folder, day), folder, registered(folder)).unsealed


def seal(folder, day=TODAY):
    return seal_texts(build_content(folder, day), folder, registered(folder))


def change(folder, file, find, put):
    Edit(file, find, put).apply(folder)


def log(folder, name, day, about):
    change(folder, "changes.yml", "changes:\n", ENTRY.format(name, day, about))


def way_out(about, earlier_entry=None):
    earlier = f" ({earlier_entry} is of an earlier change)" if earlier_entry else ""
    return (
        f": take the change back, or add a new entry about {about} to changes.yml{earlier}, dated 2024-06-01 or later, "
        "and run `make paths`"
    )


def test_the_register_of_another_site_is_told_once(folder):
    (folder / REGISTER).write_bytes((ROOT / "content_data" / REGISTER).read_bytes())
    (problem,) = told(folder)
    assert problem.startswith("content_data/text_hashes.txt: ") and "sealed texts are gone" in problem
    assert "delete text_hashes.txt and run `make paths`" in problem


def test_what_was_sealed_and_is_as_it_was_is_in_order(folder):
    assert told(folder) == [] and unsealed(folder) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_change_is_told_with_its_place_and_the_way_out(case, folder):
    case = dict(case)
    case.pop("name")
    about = case.pop("about", None)
    earlier_entry = case.pop("earlier_entry", None)
    in_register = ("by hand", "restore")
    problems = [
        line if any(words in line for words in in_register) else line + way_out(about, earlier_entry)
        for line in case.pop("problems", [])
    ]
    for edit in case.pop("edits", None) or [case]:
        Edit(**edit).apply(folder)
    assert told(folder) == problems
    if problems:
        before = (folder / REGISTER).read_bytes() if (folder / REGISTER).exists() else None
        with pytest.raises(ContentError):
            seal(folder)
        after = (folder / REGISTER).read_bytes() if (folder / REGISTER).exists() else None
        assert after == before, "what is refused is not sealed either"


def test_a_digest_put_right_by_hand_is_told_all_the_same(folder):
    change(folder, "laws/zis/articles/1.yml", "казниће се новчаном казном", "казниће се новчаном казнам")
    (right,) = (
        text.digest
        for text in official_texts(build_content(folder, TODAY))
        if text.address == "/law/zis/1/2024-01-10/#p1"
    )
    path = folder / REGISTER
    path.write_text(re.sub(r"(zis/1/2024-01-10/#p1 sr) \w+", rf"\1 {right}", path.read_text("utf-8")), "utf-8")
    (problem,) = told(folder)
    assert problem.startswith("content_data/text_hashes.txt:6:1: a line of zis/1 was changed by hand")


def test_the_lines_of_an_article_taken_out_are_missed(folder):
    change(folder, "laws/zr/articles/3a.yml", "своје", "неко")
    path = folder / REGISTER
    path.write_text(re.sub(r"zr/3a .*\n.*\n\n", "", path.read_text("utf-8")), "utf-8")
    (problem,) = told(folder)
    assert problem == (
        "content_data/text_hashes.txt: zr/3a was published, and the register has no line of it any more: take the "
        "change back, or add a new entry about zr/3a to changes.yml, dated 2024-06-03 or later, and run `make paths`"
    )


def test_an_article_that_stands_twice_is_told(folder):
    """As after a merge that took both sides."""
    path = folder / REGISTER
    text = path.read_text("utf-8")
    (lines,) = re.findall(r"zr/3a .*\n.*\n", text)
    path.write_text(text + lines, "utf-8")
    (problem,) = told(folder)
    line = len(text.splitlines()) + 1
    assert problem.startswith(f"content_data/text_hashes.txt:{line}:1: zr/3a stands above already: restore the file")


def test_an_entry_serves_one_change_of_an_article_and_not_the_next(folder):
    article = "laws/zis/articles/1.yml"
    change(folder, article, "казниће се новчаном", "казниће се неком")
    log(folder, "third", "2024-06-03", "zis/1")
    assert told(folder) == [] and unsealed(folder) == ["zis/1"]
    assert seal(folder) == 1
    assert unsealed(folder) == []
    change(folder, article, "sr: руком;", "sr: ногом;")
    (problem,) = told(folder)
    assert "/law/zis/1/2024-01-10/#p2-i1-a no longer says what was sealed on 2024-06-03" in problem
    assert "(third is of an earlier change), dated 2024-06-03 or later" in problem
    log(folder, "fourth", "2024-06-03", "zis/1")
    assert seal(folder) == 1
    assert unsealed(folder) == []


def test_an_entry_about_something_else_is_used_up_by_the_next_sealing(folder):
    log(folder, "third", "2024-06-03", "zis/1")
    assert unsealed(folder) == ["zis/1"], "no word has changed, and the entry waits to be sealed"
    assert seal(folder) == 1
    assert unsealed(folder) == []
    change(folder, "laws/zis/articles/1.yml", "sr: руком;", "sr: ногом;")
    (problem,) = told(folder)
    assert "(third is of an earlier change)" in problem


def test_sealing_touches_the_lines_of_the_article_and_no_other(folder):
    before = (folder / REGISTER).read_text("utf-8").splitlines()
    change(folder, "laws/zr/articles/3a.yml", "своје", "неко")
    log(folder, "third", "2024-06-03", "zr/3a")
    seal(folder)
    after = (folder / REGISTER).read_text("utf-8").splitlines()
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.split()[0] for _, new in differing] == ["zr/3a", "/law/zr/3a/2024-01-10/#p1"]
    assert differing[0][1].startswith("zr/3a 2024-06-03 third ")


def test_a_new_article_is_sealed_without_an_entry(folder):
    text = (folder / "laws/zr/articles/3a.yml").read_text("utf-8")
    (folder / "laws/zr/articles/4.yml").write_text(text.replace("number: 3а", "number: 4"), "utf-8")
    assert told(folder) == [] and unsealed(folder) == ["zr/4"]
    assert seal(folder) == 1
    assert "zr/4 2024-06-03 - " in (folder / REGISTER).read_text("utf-8")


def amend(folder):
    """A new wording of zr/3a beside the one that was sealed."""
    path = folder / "laws/zr/articles/3a.yml"
    article = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    old = {name: article[name] for name in ("wording", "paragraphs")}
    article |= {"earlier_wordings": [old], "wording": {"as_of": "2024-06-02", "basis": "gazette"}}
    article["provenance"] = {locale: {"verified_on": "2024-06-02"} for locale in ("sr", "en")}
    article["paragraphs"] = [{"number": "1", "text": {"sr": "Ствари немају место.", "en": "Things have no place."}}]
    path.write_text(yaml.safe_dump(article, allow_unicode=True, sort_keys=False), "utf-8")


def test_an_amendment_needs_an_entry_and_keeps_the_seal_of_the_old_wording(folder):
    amend(folder)
    (problem,) = told(folder)
    assert "/law/zr/3a/2024-06-02/ was not there when zr/3a was sealed" in problem
    log(folder, "third", "2024-06-03", "zr/3a")
    line = next(line for line in (folder / REGISTER).read_text("utf-8").splitlines() if "zr/3a/2024-01-10" in line)
    assert seal(folder) == 1
    assert line in (folder / REGISTER).read_text("utf-8").splitlines()


def test_the_entry_of_an_amendment_hides_no_change_of_the_old_words(folder):
    amend(folder)
    change(folder, "laws/zr/articles/3a.yml", "своје место", "свако место")
    log(folder, "third", "2024-06-03", "zr/3a")
    (problem,) = told(folder)
    assert "/law/zr/3a/2024-01-10/#p1 no longer says what was sealed on 2024-06-01 (sr), although" in problem
    # As the message says: the amendment alone, then the change with an entry of its own.
    change(folder, "laws/zr/articles/3a.yml", "свако место", "своје место")
    assert seal(folder) == 1
    change(folder, "laws/zr/articles/3a.yml", "своје место", "свако место")
    log(folder, "fourth", "2024-06-03", "zr/3a")
    assert told(folder) == [] and seal(folder) == 1


def test_an_article_that_is_gone_and_explained_leaves_the_register(folder):
    (renamed,) = (case for case in CASES if case["name"] == "an article that is gone")
    for edit in renamed["edits"]:
        Edit(**edit).apply(folder)
    log(folder, "third", "2024-06-03", "zr")
    assert unsealed(folder) == ["zr", "zr/4", "zr/3a"], "the entry names the law"
    assert seal(folder) == 3
    assert "zr/3a" not in (folder / REGISTER).read_text("utf-8")
    assert told(folder) == []


def test_a_site_without_registers_has_published_nothing_yet(tmp_path):
    folder = content_copy(tmp_path)
    assert told(folder) == []
    assert unsealed(folder) == ["zis", "zis/1", "zr", "zr/3a", "statement/2024-02-01"]


def test_a_register_that_is_no_text_is_told(folder):
    (folder / REGISTER).write_bytes(b"\xff\xfe\x00\n")
    (problem,) = told(folder)
    assert problem.startswith(f"content_data/{REGISTER}:1:1: is not UTF-8 text")


LAW_TEXTS = ("heading", "text", "penalty", "closing")


def letters(value, loc=()):
    """Where a published word stands in a file, found without the code that seals it: path and text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in LAW_TEXTS and isinstance(inner, dict):
                yield (*loc, key), inner
            elif key in ("paragraphs", "items", "earlier_wordings"):
                for index, part in enumerate(inner):
                    yield from letters(part, (*loc, key, index))


def put(value, loc, text):
    if not loc:
        return text
    if isinstance(value, list):
        return [put(part, loc[1:], text) if index == loc[0] else part for index, part in enumerate(value)]
    return {**value, loc[0]: put(value[loc[0]], loc[1:], text)}


def other(text, position):
    letter = "а" if text[position] != "а" else "о"
    return text[:position] + letter + text[position + 1 :]


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """The content before it is published, and its files as values."""
    folder = content_copy(tmp_path_factory.mktemp("invented"))
    return build_content(folder, SEALED), {document.name: document.value for document in load(folder).documents}


@pytest.mark.parametrize("name", ["laws/zis/articles/1", "laws/zr/articles/3a", "statement/2024-02-01"])
def test_any_letter_of_an_official_text_changes_its_digest_and_no_other(name, invented):
    content, values = invented
    locale = "en" if name.startswith("statement") else "sr"
    value = values[f"content_data/{name}.yml"]
    before = digests(content, name, value)
    tried = 0
    for loc, text in letters(value):
        for position in range(len(text[locale])):
            spoilt = {**text, locale: other(text[locale], position)}
            after = digests(content, name, put(value, loc, spoilt))
            changed = {address for address in before if before[address] != after[address]}
            # A heading is that of each wording which has none of its own.
            assert len(changed) == (2 if loc == ("heading",) else 1), (loc, position)
            tried += 1
    assert tried > 20


def digests(content, name, value):
    """The digests of one file's texts, its values decoded anew."""
    kind, key = name.split("/")[0], name.split("/")[1]
    if kind == "laws":
        texts = article_texts(content.laws[key], KINDS["article"].model_validate(value))
    else:
        statement = KINDS["statement"].model_validate(value)
        texts = official_texts(replace(content, laws={}, statements={key: statement}))
    return {(text.address, text.locale): text.digest for text in texts}


def test_a_letter_of_any_official_text_of_the_real_site_is_missed_by_its_seal():
    content = build_content(ROOT / "content_data")
    missed, tried = [], 0
    for document in load(ROOT / "content_data").documents:
        name = document.name.removeprefix("content_data/").removesuffix(".yml")
        if not re.match(r"laws/\w+/articles|statement/", name):
            continue
        before = digests(content, name, document.value)
        for number, (loc, text) in enumerate(letters(document.value)):
            for locale in text if name.startswith("statement/") else ["sr"]:
                position = (37 * number + len(text[locale]) // 2) % len(text[locale])
                spoilt = {**text, locale: other(text[locale], position)}
                if digests(content, name, put(document.value, loc, spoilt)) == before:
                    missed.append((name, loc, locale))
                tried += 1
    assert missed == []
    assert tried > 700


def test_each_official_text_of_the_real_site_is_sealed():
    folder = ROOT / "content_data"
    content = build_content(folder)
    integrity = read_integrity(content, folder, read_permanence(folder, set())[0].addresses)
    assert integrity.unsealed == [], "run `make paths`"
    assert {"kz/146", "kz", "statement/2016-04-12"} <= set(integrity.seals)


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_command_stops_at_a_letter_that_was_changed_in_silence(command, sources, tmp_path, monkeypatch, capsys):
    project = write_project(ROOT, tmp_path / "project")
    sources.write_config(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(sources.epoch))
    seal_project(project)
    where = ["--content", str(project / "content_data"), "--docs", str(project / "docs")]
    assert main(["check", *where]) == 0
    path = project / "content_data/laws/zr/articles/3a.yml"
    path.write_text(path.read_text("utf-8").replace("Свака ствар", "Свака стварч"), "utf-8")
    capsys.readouterr()
    if command == "check":
        assert main(["check", *where]) == 1
        output = capsys.readouterr().out
    else:
        done = sources.build(project / "mkdocs.yml", project / "site")
        assert done.returncode == 1
        assert not (project / "site").exists()
        output = done.stdout + done.stderr
    assert "content_data/laws/zr/articles/3a.yml:" in output
    assert "/law/zr/3a/2024-01-10/#p1 no longer says what was sealed on" in output
    assert "Traceback" not in output
