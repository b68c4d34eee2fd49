"""No address dies: what was published and is gone stops the build, and the register only grows."""

from datetime import date

import pytest

from conftest import ROOT
from legal_site.addresses import addresses, prose_addresses
from legal_site.build import build_content
from legal_site.permanence import append_new, checked_permanence, gone, read_permanence
from legal_site.problems import ContentError

DAY = date(2026, 11, 25)
NOW = ["/", "/law/x/1/", "/law/x/1/#p1", "/law/x/1/#p2", "/glossary/", "/glossary/#term"]


@pytest.fixture
def folder(tmp_path):
    content = tmp_path / "content_data"
    content.mkdir()
    append_new(content, NOW, DAY)
    return content


def told(folder, current):
    permanence, problems = read_permanence(folder, set(current))
    problems += gone(permanence, set(current), "content_data/permalinks.txt")
    return [str(problem) for problem in sorted(problems)]


def test_what_is_published_and_there_is_in_order(folder):
    assert told(folder, NOW) == []


@pytest.mark.parametrize(
    ("current", "line"),
    [
        (NOW[:-1], "content_data/permalinks.txt:7:1: /glossary/#term was published and is gone"),
        ([*NOW[:-1], "/glossary/#terms"], "gone (did you mean /glossary/#terms?)"),
        ([*NOW[:3], "/law/x/1/#p3", *NOW[4:]], "/law/x/1/#p2 was published and is gone (did you mean"),
    ],
    ids=["removed", "renamed", "renumbered"],
)
def test_removing_renaming_and_renumbering_is_told(folder, current, line):
    (problem,) = told(folder, current)
    assert line in problem
    assert problem.endswith("bring it back, or say in aliases.txt where it lives now")


@pytest.mark.parametrize(("kept", "lines"), [(3, 1), (10, 90)])
def test_a_register_of_which_hardly_anything_is_left_is_told_once(tmp_path, kept, lines):
    """A new site begun with the old one's register."""
    content = tmp_path / "content_data"
    content.mkdir()
    pages = [f"/law/x/{number}/" for number in range(100)]
    append_new(content, [*pages, *(f"/data/{number}.json" for number in range(100))], DAY)
    problems = told(content, pages[:kept])
    assert len(problems) == lines
    if lines == 1:
        assert problems[0].startswith("content_data/permalinks.txt: 97 of the 100 published addresses are gone: ")
        assert "delete permalinks.txt and text_hashes.txt, then run `make paths`" in problems[0]


def test_a_register_that_was_deleted_is_missed_as_long_as_the_other_is_there(folder):
    (folder / "text_hashes.txt").write_text("", "utf-8")
    assert told(folder, NOW) == []
    (folder / "permalinks.txt").unlink()
    (problem,) = told(folder, NOW)
    assert "the register is missing, although text_hashes.txt says that texts were published: restore" in problem
    (folder / "text_hashes.txt").unlink()
    assert told(folder, NOW) == [], "a new site begins without both"


def test_an_alias_says_where_it_lives_now(folder):
    (folder / "aliases.txt").write_text("/glossary/#term /glossary/#word\n", "utf-8")
    current = [*NOW[:-1], "/glossary/#word"]
    assert told(folder, current) == []
    permanence, _ = read_permanence(folder, set(current))
    assert permanence.moved_anchors("/glossary/") == {"term": "word"}


def test_a_dated_wording_may_follow_its_article_and_a_page_may_lead_to_one(folder):
    old, new = "/law/x/3/2020-01-01/", "/law/x/4/2020-01-01/"
    append_new(folder, [old, "/law/x/3/"], DAY)
    (folder / "aliases.txt").write_text(f"{old} {new}\n/law/x/3/ {new}\n", "utf-8")
    assert told(folder, [*NOW, new]) == []


def test_an_alias_of_a_page_carries_its_anchors_over_several_moves(folder):
    text = "/law/x/1/ /law/x/2/\n/law/x/1/#p2 /law/x/3/#p5\n/law/x/2/ /law/x/3/\n"
    (folder / "aliases.txt").write_text(text, "utf-8")
    append_new(folder, ["/law/x/2/"], DAY)
    current = {"/", "/glossary/", "/glossary/#term", "/law/x/3/", "/law/x/3/#p5"}
    permanence, problems = read_permanence(folder, current)
    assert problems == [] and list(gone(permanence, current, "")) == []
    assert permanence.redirects["/law/x/1/"] == {"": "/law/x/3/", "p1": "/law/x/3/", "p2": "/law/x/3/#p5"}


@pytest.mark.parametrize(
    ("aliases", "message"),
    [
        ("/old/ /new/\n", "/old/ was never published"),
        ("/law/x/1/ /law/x/9/\n", "/law/x/1/ is an address of this site: an alias would hide it"),
        ("/gone/ /law/x/9/\n", "leads to /law/x/9/, which is no address of this site"),
        ("/gone/ /lost/\n/lost/ /gone/\n", "leads round in a circle: /gone/ → /lost/ → /gone/"),
        ("/gone/\n", "is '/gone/', expected the old address, a space and the new one"),
        ("/gone/ javascript:alert(1)\n", "expected the old address, a space and the new one"),
        ("/gone/ /law/x/1/\n/gone/ /glossary/\n", "/gone/ has an alias already"),
        ("/law/x/1/2020-01-01/#p1 /law/x/1/#p1\n", "a dated wording, whose words stay there for ever"),
    ],
)
def test_a_bad_alias_is_told_with_its_line(folder, aliases, message):
    append_new(folder, ["/gone/", "/lost/", "/law/x/1/2020-01-01/#p1"], DAY)
    (folder / "aliases.txt").write_text(aliases, "utf-8")
    problems = [line for line in told(folder, NOW) if "aliases.txt:" in line.partition(" ")[0]]
    assert any(message in problem for problem in problems)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: text.replace("/glossary/\n", ""), "a line above was taken out or changed"),
        (lambda text: text.replace("#p2", "#p3"), "a line above was taken out or changed"),
        (lambda text: text + "/Law/X/2/\n", "addresses are in small letters: /law/x/2/"),
        (lambda text: text + "/law/x/1/\n", "/law/x/1/ stands above already, in line 3"),
        (lambda text: text + "https://example.org/\n", "expected an address such as"),
    ],
    ids=["removed", "changed", "capitals", "twice", "foreign"],
)
def test_a_spoilt_register_is_told(folder, spoil, message):
    path = folder / "permalinks.txt"
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    assert any(message in line for line in told(folder, NOW))


def test_adding_keeps_every_line_that_was_there(folder):
    path = folder / "permalinks.txt"
    before = path.read_text("utf-8")
    assert append_new(folder, ["/new/", *NOW[2:]], DAY) == 1
    assert path.read_text("utf-8").startswith(before)
    assert append_new(folder, ["/new/"], DAY) == 0
    with pytest.raises(ContentError):
        checked_permanence(folder, set(NOW))


def test_an_address_is_added_in_a_line_of_its_own(folder):
    """To a register whose last line has lost its end."""
    path = folder / "permalinks.txt"
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
    append_new(folder, [*NOW, "/new/"], DAY)
    assert told(folder, [*NOW, "/new/"]) == []
    assert "\n/new/\n" in path.read_text("utf-8")


def test_every_address_of_the_real_site_is_in_its_register():
    content = build_content(ROOT / "content_data")
    current = [*addresses(content), *prose_addresses(ROOT / "docs/sr")]
    permanence = checked_permanence(ROOT / "content_data", set(current))
    assert len(current) == len(set(current)) > 1000
    assert [address for address in current if address not in permanence.addresses] == []
