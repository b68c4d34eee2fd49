"""No address dies: what was published and is gone stops the build, and the register only grows."""

from datetime import date

import pytest

from conftest import ROOT
from legal_site.addresses import addresses
from legal_site.build import build_content
from legal_site.permanence import checked_permanence, gone, missing_files, read_permanence
from legal_site.problems import ContentError
from legal_site.prose_check import checked_prose
from legal_site.published import append_new

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


def test_a_dated_wording_that_is_gone_is_not_said_to_live_elsewhere(tmp_path):
    """An alias for it would be refused, and the nearest address may be that of another law's words."""
    content = tmp_path / "content_data"
    content.mkdir()
    dated = [f"/law/x/{number}/2024-01-10/" for number in (1, 2)]
    append_new(content, [*NOW, *dated], DAY)
    (problem,) = told(content, [*NOW, dated[1]])
    assert problem.startswith(f"content_data/permalinks.txt:8:1: {dated[0]} was published and is gone: bring it back; ")
    assert "earlier_wordings" in problem and "did you mean" not in problem and "aliases.txt" not in problem


@pytest.mark.parametrize(
    ("there", "written"), [("# Every", "\ufeff# Every"), ("/law/x/1/\n", "/law/x/1/ \n")], ids=["a mark", "a blank"]
)
def test_what_an_editor_leaves_in_the_register_is_read_alike_when_it_grows(folder, there, written):
    register = folder / "permalinks.txt"
    register.write_text(register.read_text("utf-8").replace(there, written, 1), "utf-8")
    assert append_new(folder, [*NOW, "/law/x/2/"], DAY) == 1
    assert told(folder, [*NOW, "/law/x/2/"]) == []


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
    assert permanence.moved_anchors("/glossary/") == {"term": "/glossary/#word"}


def test_a_dated_wording_may_follow_its_article_and_a_page_may_lead_to_one(folder):
    old, new = "/law/x/3/2020-01-01/", "/law/x/4/2020-01-01/"
    append_new(folder, [old, "/law/x/3/"], DAY)
    (folder / "aliases.txt").write_text(f"{old} {new}\n/law/x/3/ {new}\n", "utf-8")
    assert told(folder, [*NOW, new]) == []


def test_an_alias_of_a_page_carries_its_anchors_over_several_moves(folder):
    text = "/law/x/1/ /law/x/2/\n/law/x/1/#p2 /law/x/3/#p5\n/law/x/2/ /law/x/3/\n"
    (folder / "aliases.txt").write_text(text, "utf-8")
    append_new(folder, ["/law/x/2/"], DAY)
    current = {"/", "/glossary/", "/glossary/#term", "/law/x/3/", "/law/x/3/#p1", "/law/x/3/#p5"}
    permanence, problems = read_permanence(folder, current)
    assert problems == [] and list(gone(permanence, current, "")) == []
    # One of its paragraphs has another number now: of the other it is not known whether the same one says the same.
    assert permanence.redirects["/law/x/1/"] == {"": "/law/x/3/", "p1": "/law/x/3/", "p2": "/law/x/3/#p5"}


def test_an_anchor_goes_to_the_same_anchor_of_the_page_to_which_its_page_moved(folder):
    append_new(folder, ["/law/x/2/", "/part/", "/part/#p1"], DAY)
    text = "/law/x/1/ /law/x/2/\n/law/x/2/ /law/x/3/\n/part/ /law/x/3/#p2\n"
    (folder / "aliases.txt").write_text(text, "utf-8")
    permanence, problems = read_permanence(folder, {"/law/x/3/", "/law/x/3/#p1", "/law/x/3/#p2"})
    assert problems == []
    # No second address of article 2 was ever published; its anchors are those of article 1 all the same.
    assert permanence.redirects["/law/x/1/"] == {"": "/law/x/3/", "p1": "/law/x/3/#p1", "p2": "/law/x/3/#p2"}
    # A page that became a part of another one has no anchors of its own there.
    assert permanence.redirects["/part/"] == {"": "/law/x/3/#p2", "p1": "/law/x/3/#p2"}


FILES = (
    "/data/flow/a.json", "/law/x/9/index.md", "/data/law/x/9.json", "/data/law/x/9.en.akn.xml",
    "/law/x/9/p1/oembed.json", "/data/old.csv",
)  # fmt: skip
MOVES = """\
/guide/a/ /guide/b/
/guide/b/ /guide/c/
/law/x/9/ /law/x/1/
/law/x/9/p1/ /law/x/1/p1/
/data/old.csv /data/older.csv
/data/older.csv /data/new.csv
"""
MOVED = {
    "/data/flow/a.json": "/data/flow/c.json",
    "/law/x/9/index.md": "/law/x/1/index.md",
    "/data/law/x/9.json": "/data/law/x/1.json",
    "/data/law/x/9.en.akn.xml": "/data/law/x/1.en.akn.xml",
    "/law/x/9/p1/oembed.json": "/law/x/1/p1/oembed.json",
    "/data/old.csv": "/data/new.csv",
    "/data/older.csv": "/data/new.csv",
}


@pytest.fixture
def renamed(folder):
    """A guide renamed twice, an article with its card and files renumbered, and a table under another name."""
    append_new(folder, ["/guide/a/", "/guide/b/", "/law/x/9/", "/law/x/9/p1/", *FILES, "/data/older.csv"], DAY)
    (folder / "aliases.txt").write_text(MOVES, "utf-8")
    return folder, {*NOW, "/guide/c/", "/law/x/1/p1/"}


def built(folder, addresses):
    """A site that has files at these addresses."""
    for address in addresses:
        path = folder / address[1:] / "index.html" if address.endswith("/") else folder / address[1:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def test_the_files_of_a_page_move_with_it(renamed, tmp_path):
    folder, current = renamed
    permanence = checked_permanence(folder, current)
    assert permanence.moved_files == MOVED
    assert all(address.endswith("/") for address in permanence.redirects)
    pages = {address for address in current if "#" not in address}
    there = built(tmp_path / "site", {*pages, *permanence.redirects, *MOVED.values()})
    assert missing_files(permanence, there, "r.txt") == []


def test_a_file_that_did_not_move_with_its_page_is_told_with_the_line_to_write(renamed, tmp_path):
    folder, current = renamed
    permanence = checked_permanence(folder, current)
    pages = {address for address in current if "#" not in address}
    site = built(tmp_path / "site", {*pages, *permanence.redirects, *MOVED.values()})
    (site / "data/flow/c.json").unlink()
    (problem,) = missing_files(permanence, site, "r.txt")
    assert str(problem).endswith(
        "/data/flow/a.json was published, and the built site does not have it; /data/flow/c.json, to which it leads, "
        "is not there: bring it back, or write in aliases.txt: /data/flow/a.json /guide/c/"
    )
    (folder / "aliases.txt").write_text(MOVES + "/data/flow/a.json /guide/c/\n", "utf-8")
    assert missing_files(checked_permanence(folder, current), site, "r.txt") == []


def test_a_page_below_one_that_moved_is_told_with_the_line_to_write(folder):
    """A card shows words: whether those at the new number are the same ones is not for the generator to say."""
    append_new(folder, ["/law/x/9/", "/law/x/9/p1/", "/law/x/9/p2/", "/law/x/9/2020-01-01/#p1"], DAY)
    (folder / "aliases.txt").write_text("/law/x/9/ /law/x/1/\n", "utf-8")
    card, without, wording = told(folder, [*NOW, "/law/x/1/p1/", "/law/x/1/2020-01-01/#p1"])
    assert card.endswith("where it lives now, if it says the same: /law/x/9/p1/ /law/x/1/p1/")
    assert without.endswith("where it lives now")
    assert wording.endswith("if it says the same: /law/x/9/2020-01-01/#p1 /law/x/1/2020-01-01/#p1")


def test_a_file_without_an_alias_is_told_with_the_line_to_write(folder, tmp_path):
    append_new(folder, ["/feed.xml", "/data/old.csv"], DAY)
    permanence = checked_permanence(folder, set(NOW))
    site = built(tmp_path / "site", {address for address in NOW if "#" not in address} | {"/feed.xml"})
    (problem,) = missing_files(permanence, site, "r.txt")
    assert str(problem).endswith("or write in aliases.txt: /data/old.csv and where it lives now")


def test_an_alias_may_not_hide_a_file_that_is_there(folder, tmp_path):
    append_new(folder, ["/data/old.csv"], DAY)
    (folder / "aliases.txt").write_text("/data/old.csv /glossary/#term\n", "utf-8")
    permanence = checked_permanence(folder, set(NOW))
    pages = {address for address in NOW if "#" not in address}
    site = built(tmp_path / "site", pages)
    assert missing_files(permanence, site, "r.txt") == []
    built(site, ["/data/old.csv"])
    (problem,) = missing_files(permanence, site, "r.txt")
    assert "/data/old.csv is still a file of this site: aliases.txt would hide it" in str(problem)


def test_files_of_the_whole_site_do_not_move_with_a_page_of_their_name(folder):
    append_new(folder, ["/laws/", "/data/laws.json"], DAY)
    (folder / "aliases.txt").write_text("/laws/ /glossary/\n", "utf-8")
    assert checked_permanence(folder, set(NOW)).moved_files == {}


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
        ("/gone/ /glossary\n", "leads to the file /glossary, expected a page or an anchor (did you mean /glossary/?)"),
        ("/gone/ /data/x.json\n", "/gone/ leads to the file /data/x.json, expected a page or an anchor"),
        ("/gone/x.json /lost/\n", "leads to /lost/, which is no address of this site"),
        (
            "/gone/x.json /lost/x.json\n/lost/x.json /gone/x.json\n",
            "leads round in a circle: /gone/x.json → /lost/x.json → /gone/x.json",
        ),
        ("/law/x/1/2020-01-01/#p1 /law/x/1/#p1\n", "a dated wording, whose words stay there for ever"),
    ],
)
def test_a_bad_alias_is_told_with_its_line(folder, aliases, message):
    append_new(folder, ["/gone/", "/gone/#a", "/gone/x.json", "/lost/", "/lost/x.json", "/law/x/1/2020-01-01/#p1"], DAY)
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
    current = [*addresses(content), *checked_prose(ROOT / "docs", content)]
    permanence = checked_permanence(ROOT / "content_data", set(current))
    assert len(current) == len(set(current)) > 1000
    assert [address for address in current if address not in permanence.addresses] == []
