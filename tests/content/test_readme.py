"""The README of the content says what the models say, and its examples can be used as they stand."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel

from legal_site.check import check, interface
from legal_site.decode import KINDS, OPTIONAL_FILES, SINGLE_FILES, decode
from legal_site.layout import FOOTER, MENU
from legal_site.load import Document, Loaded, load, read_document

CONTENT = Path(__file__).parents[2] / "content_data"
README = (CONTENT / "README.md").read_text("utf-8")
REFERENCE = README.partition("## Field reference")[2]
SECTIONS = {title: text for title, text in re.findall(r"^### ([^\n]+)\n(.*?)(?=^### |\Z)", REFERENCE, re.M | re.S)}
SCHEMA = re.compile(r"^First line: `# yaml-language-server: \$schema=((?:\.\./)*schemas/(\w+)\.schema\.json)`\.", re.M)
EXAMPLES = re.findall(r"^```yaml\n# ([^\n]+)\n(.*?)^```$", README, re.M | re.S)

Fields = dict[str, bool]
"""The names of fields and whether each is required."""


def tables(section: str) -> dict[str, Fields]:
    """What the tables of a section say, by the place that their first column names (`paragraphs.items`)."""
    found: dict[str, Fields] = {}
    for head, rows in re.findall(r"^\| in ([^|\n]+) \| required \| meaning \|\n\|[-|]+\n((?:\|.*\n)+)", section, re.M):
        place = "" if head == "the file" else head.split("`")[1]
        fields = found.setdefault(place, {})
        for row in rows.splitlines():
            name, required, meaning = (cell.strip() for cell in row.strip("|").split("|"))
            assert re.fullmatch("`[a-z_]+`", name), row
            assert required in ("yes", "no"), row
            assert meaning, row
            assert name.strip("`") not in fields, f"{place} has {name} twice"
            fields[name.strip("`")] = required == "yes"
    return found


@cache
def models(kind: type[BaseModel]) -> dict[type[BaseModel], str]:
    """Every model in a kind of file with the place where it is first met, by fields: `paragraphs.items`."""
    found: dict[type[BaseModel], str] = {}

    def visit(annotation: object, place: str) -> None:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in found:
            found[annotation] = place
            for name, field in annotation.model_fields.items():
                visit(field.annotation, f"{place}.{name}".lstrip("."))
        for argument in get_args(annotation):
            visit(argument, place)

    visit(kind, "")
    return found


KINDS_WITH = Counter(model for kind in KINDS.values() for model in models(kind))
IN_SEVERAL = {model for model, count in KINDS_WITH.items() if count > 1}


def fields(model: type[BaseModel]) -> Fields:
    return {name: field.is_required() for name, field in model.model_fields.items()}


def section_of(kind: str) -> tuple[str, str, str]:
    """The heading and the text of the section on a kind of file, and the schema it names."""
    found = [
        (title.strip("`"), text, match.group(1))
        for title, text in SECTIONS.items()
        if (match := SCHEMA.search(text)) and match.group(2) == kind
    ]
    assert len(found) == 1, f"expected one section with the schema of {kind}, found {len(found)}"
    return found[0]


def test_the_readme_has_a_section_for_each_kind_of_file_and_for_nothing_else() -> None:
    named = [match.group(2) for text in SECTIONS.values() if (match := SCHEMA.search(text))]
    assert sorted(named) == sorted(KINDS)
    assert len(SECTIONS) == len(named) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_explains_each_field_of_each_file_and_no_other(kind: str) -> None:
    expected: dict[str, Fields] = {}
    for model, place in models(KINDS[kind]).items():
        if model not in IN_SEVERAL:
            expected.setdefault(place, {}).update(fields(model))
    assert tables(section_of(kind)[1]) == expected


def test_the_readme_explains_the_parts_that_several_files_have() -> None:
    expected = {}
    for kind in KINDS.values():
        for model, place in models(kind).items():
            if model in IN_SEVERAL:
                expected[place.rpartition(".")[2]] = fields(model)
    assert tables(SECTIONS["In several files"]) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_each_section_is_called_like_its_files_and_leads_to_their_schema(kind: str) -> None:
    """`laws/<law>/articles/<n>.yml`, three folders deep: `../../../schemas/…`."""
    heading, _, schema = section_of(kind)
    assert schema == "../" * heading.count("/") + f"schemas/{kind}.schema.json"
    pattern = re.sub("<[a-z]+>", "*", heading)
    named = {title.strip("`") for title in SECTIONS} - {heading}
    files = [file for file in CONTENT.glob(pattern) if file.relative_to(CONTENT).as_posix() not in named]
    assert all(file.read_text("utf-8").startswith(f"# yaml-language-server: $schema={schema}\n") for file in files)
    assert files or kind not in SINGLE_FILES, f"no file is called {heading}"


def marked(texts: str) -> set[str]:
    """The places whose meaning in the tables begins with the word for texts with markup: `notes.text`."""
    found = set()
    for head, rows in re.findall(r"^\| in ([^|\n]+) \| required \| meaning \|\n\|[-|]+\n((?:\|.*\n)+)", texts, re.M):
        place = "" if head == "the file" else head.split("`")[1] + "."
        for row in rows.splitlines():
            name, _, meaning = (cell.strip().strip("`") for cell in row.strip("|").split("|"))
            found |= {place + name} if meaning.startswith("editorial text") else set()
    return found


def is_editorial(field: object) -> bool:
    return "'x-text': 'editorial'" in repr(field)


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_calls_those_texts_editorial_that_may_have_markup(kind: str) -> None:
    several = {m: place.rpartition(".")[2] for each in KINDS.values() for m, place in models(each).items()}
    for model, place in models(KINDS[kind]).items():
        there = several[model] if model in IN_SEVERAL else place
        text = SECTIONS["In several files"] if model in IN_SEVERAL else section_of(kind)[1]
        own = {name for name in fields(model) if f"{there}.{name}".lstrip(".") in marked(text)}
        assert own == {name for name, field in model.model_fields.items() if is_editorial(field)}, model


def test_the_way_to_a_site_of_ones_own_names_what_there_is() -> None:
    """The files that must stay, the lists that may be empty, the prose that menus lead to, the texts to change."""
    section = README.partition("## Start a site of your own\n")[2].partition("\n## ")[0]
    assert {f"{name}.yml" for name in (*SINGLE_FILES, *OPTIONAL_FILES)} <= set(re.findall(r"`(\w+\.yml)`", section))
    for file, empty in re.findall(r"`(\w+)\.yml`\s+\(`(\w+: \[\])`\)", section):
        SINGLE_FILES[file].model_validate(yaml.safe_load(empty))
    prose = {f"{address.strip('/')}.md" for _, address in (*MENU, *FOOTER) if address.startswith("/about/")}
    wanted = {name.rpartition("/")[2] for name in prose} - {"about.md", "proof.md"} | {"index.md"}
    assert set(re.findall(r"`(\w+\.md)`", section)) - {"QUESTIONS.md"} == wanted
    named = re.findall(r"`(\w+)`", section.partition("so change them")[2].partition("\n5. ")[0])
    assert named and set(named) <= interface.names().keys()


def test_the_readme_names_every_law() -> None:
    named = set(re.findall(r"^\| `([a-z]+)` \|[^|]*\|$", REFERENCE.partition("### ")[0], re.M))
    assert named == {path.name for path in (CONTENT / "laws").iterdir()}


def test_every_link_inside_the_readme_leads_to_a_heading() -> None:
    titles = re.findall(r"^#{2,4} (.+)$", README, re.M)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    linked = set(re.findall(r"\]\(#([^)]+)\)", README))
    assert linked
    assert linked <= anchors


def example_id(example: tuple[str, str]) -> str:
    """Its file and its first key."""
    return "-".join([Path(example[0]).stem, example[1].partition(":")[0], str(EXAMPLES.index(example))])


def as_document(name: str, text: str, folder: Path) -> Document:
    path = folder / "example.yml"
    path.write_text(text, "utf-8")
    problems: list = []
    document = read_document(path, f"content_data/{name}", problems)
    assert document is not None and not problems, problems
    return document


def put_into(old: Document, example: Document) -> Document:
    """The file with the example in it: rows at the end of the list that is there, keys beside those that are."""
    assert isinstance(old.value, dict) and isinstance(example.value, dict)
    value = dict(old.value)
    for name, given in example.value.items():
        there = value.get(name)
        if isinstance(given, list) and isinstance(there, list):
            # Registers by date have an order; the example's row stands where its date belongs.
            newest_first = name == "changes"
            rows = [*there, *given]
            value[name] = sorted(rows, key=date_of, reverse=newest_first) if dated(given) else rows
        else:
            value[name] = given
    return replace(old, value=value)


def dated(rows: list) -> bool:
    return all(isinstance(row, dict) and "date" in row for row in rows)


def date_of(row: dict) -> str:
    return row["date"]


@pytest.fixture(scope="module")
def content() -> Loaded:
    return load(CONTENT)


@pytest.mark.parametrize("example", EXAMPLES, ids=example_id)
def test_each_example_can_be_copied_as_it_stands(example: tuple[str, str], content: Loaded, tmp_path: Path) -> None:
    """Put where the README says, it is read, decoded and checked without a word."""
    name, text = example
    document = as_document(name, text, tmp_path)
    documents = {known.name: known for known in content.documents}
    there = documents.get(document.name)
    documents[document.name] = put_into(there, document) if there else document
    decoded = decode(replace(content, documents=list(documents.values())))
    problems = decoded.problems + check(decoded, date.max)
    assert [str(problem) for problem in problems if problem.place.file == document.name] == []


def test_the_readme_has_examples_of_the_law_and_of_the_registers() -> None:
    assert {name.partition("/")[0] for name, _ in EXAMPLES} >= {"laws", "glossary.yml", "timeline.yml", "changes.yml"}
    assert README.count("```yaml") == len(EXAMPLES), "each example says in its first line where it goes"
