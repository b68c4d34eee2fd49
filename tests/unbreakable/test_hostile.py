"""Hostile words in every text, id and file name are refused, or shown as the words that they are."""

import os
import shutil
from pathlib import Path

import pytest

from bad_input.mistakes import content_copy, problems
from conftest import ROOT
from legal_site.build import build_content
from legal_site.decode import KINDS
from legal_site.moves import ALIASES
from legal_site.permanence import read_permanence
from legal_site.problems import ContentError
from legal_site.prose_check import checked_prose
from legal_site.published import REGISTER
from three_bridges.project import write_project
from unbreakable.filling import LOCALES, filled_fields, text_fields
from unbreakable.hostile import Project
from unbreakable.mutator import DAY
from unbreakable.pages import Pages
from unbreakable.verdict import files_of, project_site

WORDS = {
    "a script": "<script>hostile=1</script>",
    "a script in capitals": "<ScRiPt/x>hostile=1</sCrIpT>",
    "a picture": "<img src=x onerror=hostile=1>",
    "a picture that is not closed": "<svg/onload=hostile=1 ",
    "a remark": "<!-- hostile -->",
    "the end of a script": "]]></script><script>hostile=1</script>",
    "references to characters": "&lt;script&gt;hostile=1&lt;/script&gt;",
    "an address of a program": "javascript:hostile=1",
    "a link to a program": "[x](javascript:hostile=1)",
    "a link to a program in capitals": "[x]( JaVaScRiPt:hostile=1)",
    "a link with a tab in it": "[x](java\tscript:hostile=1)",
    "a link to data": "[x](data:text/html;base64,aG9zdGlsZQ==)",
    "a link kept for later": "[x][1]\n\n[1]: jav&#97script:hostile=1",
    "a link in angle brackets": "<javascript:hostile=1>",
    "a link to another host": "[x](//hostile.example/)",
    "a picture of another host": "![x](https://hostile.example/x.png)",
    "a picture kept for later": "![x][1]\n\n[1]: https://hostile.example/x.png",
    "attributes in braces": "*x*{onclick='hostile=1' autofocus}",
    "attributes of a block": "x\n{: onmouseover='hostile=1' }",
    "quotes": "\"' onmouseover=hostile=1 title=\"' onfocus='hostile=1",
    "an end of data": "]]> --> */ hostile",
    "a template": "{{ 1234*5678 }} {% include 'layout.html' %} {{ site.__class__ }} hostile",
    "placeholders": "{number.__class__} {0} %s %(hostile)s ${hostile}",
    "a formula": "=SUM(A)|' /C hostile'!B",
    "a way out": "../../../../etc/hostile",
    "a mention of a way out": "[[../../hostile]]",
    "letters of another direction": "hostile \u202e\u2066 elitsoh",
    "controls": "hostile\x00\x1b[2J\x08",
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The invented law with every text that its models know, and prose with all that is filled in."""
    root = write_project(ROOT, tmp_path_factory.mktemp("hostile") / "project")
    project = Project(root / "content_data")
    project.fill()
    for page in (root / "docs").rglob("*.md"):
        page.write_text(page.read_text("utf-8") + _PLACEHOLDERS, "utf-8")
    return project


_PLACEHOLDERS = "\n{{ site.name }} / {{ site.publisher }} / {{ site.contact }} / {{ site.source_address }}\n"


@pytest.fixture(scope="module")
def before(project):
    return rendered(project)


def rendered(project):
    root = project.content.parent
    return Pages(dict(files_of(project_site(root), root)))


def test_every_text_that_a_model_knows_is_tried(project):
    seen = set()
    known = {field for kind in KINDS.values() for field in text_fields(kind, seen)}
    tried = {field for model in project.models() for field in filled_fields(model)}
    assert len(known) > 80
    assert sorted(known - tried) == []


FEW = (
    "a script", "a picture that is not closed", "the end of a script", "references to characters",
    "an address of a program", "a link to a program", "a link kept for later", "a picture of another host",
    "attributes in braces", "quotes", "a template", "placeholders", "a formula", "a way out", "controls",
)  # fmt: skip
"""One of each kind: `make proof` tries them all."""


@pytest.mark.parametrize("name", WORDS if "PROOF" in os.environ else FEW)
def test_hostile_words_are_refused_or_shown(name, project, before):
    words = WORDS[name]
    changes = {where: words if "address" in name else f"{words} {text} {words}" for where, text in project.leaves()}
    accepted = project.settled(changes)
    if accepted:
        assert list(rendered(project).faults(before)) == []


FILES = (
    "flows/<script>.yml",
    "flows/..yml",
    "letters/..%2f..%2fetc.yml",
    'statement/2024-02-01" onload="hostile.yml',
    "laws/zis/articles/1<img src=x>.yml",
    "laws/../zis.yml",
    "laws/Zis/law.yml",
    "cases/a\nb.yml",
    "\u202elmy.yml",
    "javascript:hostile.yml",
)


@pytest.mark.parametrize("name", FILES, ids=ascii)
def test_a_hostile_file_name_is_refused(name, tmp_path):
    content = content_copy(tmp_path)
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(content / "flows/inventor.yml", path)
    told = problems(content)
    assert any("is not a file the site knows" in line or "but the file is called" in line for line in told), told
    assert all(line.isprintable() for line in told)


@pytest.mark.parametrize(
    "line", ["/../../etc/", "/law/../../etc/", "//etc/", "/law/./", "/law/%2e%2e/", "/law/<b>/", "/law/zis/ ../"]
)
def test_no_register_leads_out_of_the_site(line, tmp_path):
    (tmp_path / REGISTER).write_text(f"{line}\n/old/\n", "utf-8")
    (tmp_path / ALIASES).write_text(f"{line} /law/zis/\n/old/ {line}\n", "utf-8")
    permanence, told = read_permanence(tmp_path, {"/law/zis/"})
    assert set(permanence.addresses) == {"/old/"}
    assert permanence.aliases == {}
    assert {(problem.place.file, problem.place.line) for problem in told} >= {
        (f"{tmp_path.name}/{REGISTER}", 1),
        (f"{tmp_path.name}/{ALIASES}", 1),
        (f"{tmp_path.name}/{ALIASES}", 2),
    }


PROSE = {
    "a script": ("<script>hostile=1</script>", "has the element <script>"),
    "a handler": ('<b onclick="hostile=1">x</b>', "would give the page 'onclick=hostile=1'"),
    "a frame": ("<iframe src=https://hostile.example></iframe>", "has the element <iframe>"),
    "a form": ("<form action=https://hostile.example><input></form>", "has the element <form>"),
    "a picture": ("![x](https://hostile.example/x.png)", "has the element <img>"),
    "a field that swallows the rest": ("<textarea>", "has the element <textarea>"),
    "a template": ("<template>x</template>", "has the element <template>"),
    "a window": ("<dialog open>x</dialog>", "has the element <dialog>"),
    "a comment": ("<!-- b --> c", "has a comment"),
    "a style": ('<p style="position:fixed">x</p>', "would give the page 'style=position:fixed'"),
    "attributes": ("*x*{onclick='hostile=1'}", "would give the page 'onclick=hostile=1'"),
    "attributes of code": ('``` { .x onclick="hostile=1" }\nx\n```', "would give the page 'onclick=hostile=1'"),
    "a style of code": ('``` { .x style="position:fixed" }\nx\n```', "would give the page 'style=position:fixed'"),
    "a list of the headings": ("[TOC]", "has the element <div>"),
    "a program": ("[x](javascript:hostile=1)", "links to 'javascript:hostile=1'"),
    "a program in letters": (
        "<a href='jav&#97;script:hostile'>x</a>",
        "links to 'javascript:hostile'",
    ),
    "a way out": ("[x](/about/../../etc/)", "links to '/about/../../etc/'"),
    "a missing page": ("[x](/about/team/)", "links to /about/team/, which is no page of this site"),
    "a missing page with a title": ('[x](/abuot/ "About")', "links to /abuot/, which is no page of this site"),
    "a missing page kept for later": ("[1]: /nowhere/\n\n[x][1]", "links to /nowhere/, which is no page of this site"),
    "a missing page in a tag": ("<a href=/nowhere/>x</a>", "links to /nowhere/, which is no page of this site"),
    "a missing anchor": ("[x](#team)", "links to #team, which is no page of this site"),
    "an anchor that is there": ("## Way {: #method }", "the anchor 'method' stands twice on the page"),
    "a heading without an anchor": ("## Our team", "the heading 'Our team' has no anchor"),
    "a mention": ("see [[zis/1/p1]]", "has '[[zis/1/p1]]', which readers would see as it stands"),
    "an unknown name": ("{{ site.secret }}", "'{{ site.secret }}' is filled in by nothing"),
    "a name without its file": ("{{ site_name }}", "'{{ site_name }}' is filled in by nothing"),
    "an unknown result": ("{{ proof.passed }}", "'{{ proof.passed }}' is filled in by nothing"),
    "a sum": ("a {{1 + 1}} b", "'{{1 + 1}}' is filled in by nothing"),
    "braces without their end": ("{{ site.name }", "'{{' is filled in by nothing"),
    "a name of the language": ("{{ site.__class__ }}", "'{{ site.__class__ }}' is filled in by nothing"),
}


@pytest.mark.parametrize("name", PROSE)
def test_hostile_prose_is_refused_in_its_line(name, project, tmp_path):
    words, expected = PROSE[name]
    docs = tmp_path / "docs"
    shutil.copytree(project.content.parent / "docs", docs)
    path = docs / "en/about/method.md"
    lines = path.read_text("utf-8").count("\n")
    path.write_text(path.read_text("utf-8") + f"\n{words}\n", "utf-8")
    project.write({})
    with pytest.raises(ContentError) as refused:
        checked_prose(docs, build_content(project.content, DAY))
    told = [problem for problem in refused.value.problems if expected in problem.message]
    assert [(problem.place.file, problem.place.line) for problem in told] == [("docs/en/about/method.md", lines + 2)]


def test_code_that_is_shown_is_no_element(project, tmp_path):
    docs = Path(shutil.copytree(project.content.parent / "docs", tmp_path / "docs"))
    for locale in ("en", "sr"):
        with (docs / locale / "about/method.md").open("a", encoding="utf-8") as file:
            file.write(
                "\n```html\n<script>hostile=1</script>\n[x](/nowhere/)\n## Shown {#shown}\n```\n`[x](/nowhere/)`\n"
            )
    assert told_of(docs, project) == []
    found = checked_prose(docs, build_content(project.content, DAY))
    assert "/about/method/#method" in found and "/about/method/#shown" not in found, (
        "it would be kept for ever, and lead nowhere"
    )


STRANGERS = ("README.md", "notes/plan.md", "fr/about/index.md", "en/hostile.html", "sr/about/method.md.txt", "en/x.MD")


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_no_page_of_a_language_is_refused(name, project, tmp_path):
    """MkDocs would copy it into the site, leave it out without a word or end in a traceback."""
    docs = Path(shutil.copytree(project.content.parent / "docs", tmp_path / "docs"))
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text("# x {#x}\n<script>hostile=1</script>\n", "utf-8")
    (told,) = told_of(docs, project)
    top = name if name.startswith(("en", "sr")) else name.split("/")[0]
    assert told.startswith(f"docs/{top}: is not a file the site knows: expected pages that end with .md in docs/sr/ or")


def test_hidden_files_of_editors_and_systems_stop_nobody(project, tmp_path):
    docs = Path(shutil.copytree(project.content.parent / "docs", tmp_path / "docs"))
    for name in (".DS_Store", "sr/.method.md.swp", "sr/about/._method.md", ".idea/notes.md", "en/.cache/x.html"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(b"\0\xff")
    assert told_of(docs, project) == []
    content = build_content(project.content, DAY)
    assert checked_prose(docs, content) == checked_prose(project.content.parent / "docs", content)


def test_each_language_has_the_same_anchors(project, tmp_path):
    docs = Path(shutil.copytree(project.content.parent / "docs", tmp_path / "docs"))
    english, serbian = docs / "en/about/method.md", docs / "sr/about/method.md"
    english.write_text(english.read_text("utf-8").replace("{#method}", "{#methods}"), "utf-8")
    serbian.write_text(serbian.read_text("utf-8") + "\n[x](/about/method/#methods)\n", "utf-8")
    line = serbian.read_text("utf-8").count("\n")
    assert [told.partition(": a heading")[0] for told in told_of(docs, project)] == [
        "docs/de/about/method.md:5:11: the anchor 'method' is not in docs/en/about/method.md (did you mean methods?)",
        "docs/en/about/method.md:5:10: the anchor 'methods' is not in docs/de/about/method.md (did you mean method?)",
        "docs/en/about/method.md:5:10: the anchor 'methods' is not in docs/sr/about/method.md (did you mean method?)",
        "docs/sr/about/method.md:5:12: the anchor 'method' is not in docs/en/about/method.md (did you mean methods?)",
        f"docs/sr/about/method.md:{line}:3: links to /about/method/#methods, which is no page of this site "
        "(did you mean /about/method/#method?)",
    ]


HEADS = {
    "no front matter": ("", ":1:1: title is missing"),
    "no title": ("---\ndescription: x\n---\n", ":1:1: title is missing"),
    "an empty title": ("---\n\ntitle:\ndescription: x\n---\n", ":3:1: title is missing"),
    "a title that stands twice": (
        "---\ntitle: x\ntitle: y\ndescription: z\n---\n",
        ":3:1: the key title stands twice (first in line 2)",
    ),
    "a list": ("---\n- x\n---\n", ":1:1: description is missing"),
    "no YAML": ("---\ntitle: x\ndescription: a: b\n---\n", ":3:15: is not readable as YAML"),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_page_without_its_title_is_refused_in_its_line(name, project, tmp_path):
    head, expected = HEADS[name]
    docs = Path(shutil.copytree(project.content.parent / "docs", tmp_path / "docs"))
    (docs / "en/about/method.md").write_text(f"{head}# Method {{#method}}\n", "utf-8")
    assert any(line.startswith(f"docs/en/about/method.md{expected}") for line in told_of(docs, project))


def told_of(docs, project):
    """What the check says of a folder of prose."""
    project.write({})
    try:
        checked_prose(docs, build_content(project.content, DAY))
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_words_that_look_like_a_template_stay_as_they_are(project):
    words = "{{ 1234*5678 }} {% include 'layout.html' %} hostile"
    names = {("site", ("name", locale)): words for locale in LOCALES}
    assert project.settled(names) == names
    shown = rendered(project).words
    assert all(words in shown[address] for address in ("/", "/law/zis/1/", "/about/method/", "/en/guide/inventor/"))
    assert not any("7006652" in text for text in shown.values())
