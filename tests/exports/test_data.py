"""The data exports say what the pages say, word for word and in every version, and fit their schemas."""

import csv
import io
import json
from urllib.parse import urldefrag

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from conftest import ROOT, words
from legal_site import permalink
from legal_site.exports import data
from legal_site.exports.every_version import plain_text
from legal_site.site import Site

TABLE = "data/provisions.csv"
NAMES = ["address", "citation", "lang", "status", "words", "wording_date", "permanent_link", "verified_on"]


def written_by_others(path):
    return path == "data/permalinks.json" or path == "data/schema/permalinks.schema.json"


@pytest.fixture(scope="module")
def files(site):
    """Every JSON file of data by its path."""
    paths = [path for path in site.files if path.startswith("data/") and path.endswith(".json")]
    read = {path: json.loads((site.folder / path).read_text("utf-8")) for path in paths if not written_by_others(path)}
    assert read
    return read


@pytest.fixture(scope="module")
def schemas(files):
    return {path: value for path, value in files.items() if path.startswith("data/schema/")}


@pytest.fixture(scope="module")
def exports(files, schemas):
    return {path: value for path, value in files.items() if path not in schemas}


@pytest.fixture(scope="module")
def rows(site):
    text = (site.folder / TABLE).read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def version_of(site, locale):
    return next(version for version in site.versions if version.locale == locale)


def texts_in(value, locales):
    """Every map of a text by locale in a file."""
    if isinstance(value, list):
        for item in value:
            yield from texts_in(item, locales)
    elif isinstance(value, dict):
        if value and all(isinstance(part, dict) and {"text", "kind"} == part.keys() for part in value.values()):
            yield value
        else:
            for part in value.values():
                yield from texts_in(part, locales)


def wordings(exports):
    for path, file in exports.items():
        if "article" in file:
            yield from [file["article"]["wording"], *file["article"]["earlier_wordings"]]
        for article in file.get("articles", []) if "law" in file else []:
            assert path.startswith("data/law/")
            yield from [article["wording"], *article["earlier_wordings"]]


def blocks(parts):
    """The published paragraphs and items of a list, without what is only said to be left out."""
    for part in parts:
        if "id" in part:
            yield part
            yield from blocks(part["items"])


def own_texts(block):
    return [block[name] for name in ("text", "penalty", "closing") if name in block]


def shown(page):
    """For each provision of a page the words of the law that are its own, block by block, and what they are."""
    found = {}
    for holder in page.with_attribute("data-provision"):
        texts = found[holder.get("id")] = []

        def walk(element, texts=texts):
            for child in element:
                if "data-law-text" in child.attrib:
                    kind = child.get("data-provenance")
                    texts.extend(("".join(block.itertext()), kind) for block in child)
                elif "data-provision" not in child.attrib:
                    walk(child)

        walk(holder)
    return found


def stand_in_this_order(texts, element):
    """Whether an element says all the texts, each after the one before it."""
    rest = "".join(element.itertext())
    for text in texts:
        _, found, rest = rest.partition(text)
        if not found:
            return False
    return True


def test_there_is_a_file_for_each_part_of_the_content(site, exports):
    content = site.content
    assert set(exports) == {
        "data/laws.json",
        "data/glossary.json",
        *(f"data/law/{law}.json" for law in content.laws),
        *(f"data/law/{law.id}/{number}.json" for law in content.laws.values() for number in law.articles),
        *(f"data/statement/{statement}.json" for statement in content.statements),
        *(f"data/flow/{flow}.json" for flow in content.flows),
    }
    assert TABLE in site.files


def test_each_schema_is_one(schemas):
    assert {path.split("/")[-1] for path in schemas} == {f"{name}.schema.json" for name in data.KINDS}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_each_file_fits_the_schema_that_it_names(site, exports, schemas):
    base = site.content.site.address
    validators = {
        schema["$id"]: Draft202012Validator(schema, format_checker=FormatChecker()) for schema in schemas.values()
    }
    assert set(validators) == {base + path for path in schemas}
    assert {file["$schema"] for file in exports.values()} == set(validators), "a schema that no file names is untested"
    for path, file in exports.items():
        assert not [error.message for error in validators[file["$schema"]].iter_errors(file)], path


def test_a_file_with_a_text_missing_in_one_version_does_not_fit_its_schema(site, exports, schemas):
    """The schemas can fail: one locale of one text is taken away."""
    for path, file in exports.items():
        spoilt = json.loads(json.dumps(file))
        text = next(texts_in(spoilt, site.versions))
        text.pop(site.versions[-1].locale)
        schema = schemas[file["$schema"].removeprefix(site.content.site.address)]
        assert list(Draft202012Validator(schema).iter_errors(spoilt)), path


def test_each_file_says_where_it_is_and_what_may_be_done_with_it(site, exports):
    for path, file in exports.items():
        assert file["address"] == f"/{path}"
        assert file["site"] == site.content.site.address
        assert file["licence"].get("own_texts") == site.content.site.licence
        assert permalink.file_of(file["licence"]["page"]) in site.files
        for version in file["versions"]:
            known = version_of(site, version["locale"])
            assert version["lang"] == known.lang and version.get("made_from") == known.made_from
            assert version["root"] + "/law/" == site.content.site.address.rstrip("/") + site.address(known, "/law/")


def test_the_licence_is_the_one_that_the_page_names(real_site):
    for locale in real_site.content.written_locales:
        assert real_site.content.site.licence in (real_site.docs / locale / "about/licence.md").read_text("utf-8")


def test_every_text_stands_in_every_version_and_a_transliterated_one_says_so(site, exports):
    made = {version.locale for version in site.versions if version.made_from}
    for path, file in exports.items():
        found = list(texts_in(file, site.versions))
        assert found, path
        for text in found:
            assert list(text) == [version.locale for version in site.versions], path
            assert {locale for locale in text if text[locale]["kind"] == "transliteration"} == made, path


def test_files_are_utf_8_without_escapes_and_end_with_a_line(site, files):
    for path in files:
        data = (site.folder / path).read_bytes()
        assert data.endswith(b"}\n") and b"\\u" not in data and b"\r" not in data, path


def test_the_laws_words_are_those_of_the_page_at_each_address(site, exports):
    seen = set()
    for wording in wordings(exports):
        for version in site.versions:
            page = shown(site.at(version, wording["address"]))
            expected = {}
            for block in blocks(wording["paragraphs"]):
                page_address, anchor = urldefrag(block["address"])
                assert page_address == wording["address"]
                own = [text[version.locale] for text in own_texts(block)]
                expected[anchor] = [(text["text"], text["kind"]) for text in own]
            assert page == expected, f"{version.locale} {wording['address']}"
        seen.add(wording["address"])
    assert seen == {
        address
        for law in site.content.laws.values()
        for number, article in law.articles.items()
        for address in (
            permalink.article(law.id, number),
            *(permalink.wording(law.id, number, old.wording.as_of) for old in article.earlier_wordings),
        )
    }


def test_every_address_in_the_files_leads_somewhere(site, exports):
    """In every version: pages, anchors and dated wordings; other files of data once for all."""
    broken = set()

    def visit(value):
        if isinstance(value, list | dict):
            for item in value.values() if isinstance(value, dict) else value:
                visit(item)
        elif isinstance(value, str) and value.startswith("/"):
            address, anchor = urldefrag(value)
            if address.startswith("/data/"):
                broken.update({value} - {f"/{path}" for path in site.files})
                return
            for version in site.versions:
                path = permalink.file_of(site.address(version, address))
                if path not in site.files or (anchor and anchor not in site.page(path).ids):
                    broken.add(f"{version.locale} {value}")

    visit(list(exports.values()))
    assert not broken


def test_the_statements_words_are_those_of_its_page(site, exports):
    for statement in site.content.statements:
        file = exports[f"data/statement/{statement}.json"]["statement"]
        for version in site.versions:
            page = site.at(version, file["address"])
            found = [
                (holder.get("data-statement"), "".join(text.itertext()), text.get("data-provenance"))
                for holder in page.with_attribute("data-statement")
                for text in holder.iter()
                if isinstance(text.tag, str) and "data-statement-text" in text.attrib
            ]
            assert found == [
                (part["id"], part["text"][version.locale]["text"], part["text"][version.locale]["kind"])
                for part in file["paragraphs"]
            ]


def test_a_guide_has_the_pages_nodes_arrows_and_words(site, exports):
    for name in site.content.flows:
        flow = exports[f"data/flow/{name}.json"]["flow"]
        for version in site.versions:
            page = site.at(version, flow["address"])
            nodes = {node.get("data-node"): node for node in page.with_attribute("data-node")}
            assert {node["id"] for node in (*flow["questions"], *flow["outcomes"])} == set(nodes)
            for outcome in flow["outcomes"]:
                lists = [each for each in nodes[outcome["id"]].iter() if "data-advice" in each.attrib]
                assert {
                    each.get("data-advice"): [" ".join(words(entry).split()) for entry in each] for each in lists
                } == {
                    part: [
                        " ".join(entry["text"][version.locale]["text"].split())
                        for name in outcome[part]
                        for entry in entries
                        if entry["id"] == name
                    ]
                    for part, entries in flow["advice"].items()
                    if outcome[part]
                }
            for question in flow["questions"]:
                answers = [
                    (e.get("data-answer"), e.get("href"), "".join(e.itertext()))
                    for e in nodes[question["id"]].iter("a")
                    if e.get("data-answer")
                ]
                assert answers == [
                    (answer["id"], f"#{answer['next']}", answer["text"][version.locale]["text"])
                    for answer in question["answers"]
                ]
            for node in (*flow["questions"], *flow["outcomes"]):
                parts = ("question", "hint", "title", "text", "prosecution")
                texts = [node[part][version.locale]["text"] for part in parts if part in node]
                assert stand_in_this_order(texts, nodes[node["id"]]), node["id"]


def test_an_outcome_refers_to_what_the_file_holds(site, exports):
    for name in site.content.flows:
        flow = exports[f"data/flow/{name}.json"]["flow"]
        lists = {part: {entry["id"] for entry in entries} for part, entries in flow["advice"].items()}
        lists |= {part: {entry["id"] for entry in flow[part]} for part in ("authorities", "deadlines", "letters")}
        used = {part: {name for outcome in flow["outcomes"] for name in outcome[part]} for part in lists}
        assert used == lists
        occasions = {occasion["id"] for occasion in flow["occasions"]}
        assert {start for limit in flow["deadlines"] for start in limit["starts"]} == occasions


def test_a_letter_says_what_its_sheet_on_the_page_says(site, exports):
    for name in site.content.flows:
        flow = exports[f"data/flow/{name}.json"]["flow"]
        for letter in flow["letters"]:
            page = site.at(site.versions[0], letter["address"].partition("#")[0])
            (holder,) = (e for e in page.with_attribute("data-letter") if e.get("data-letter") == letter["id"])
            for sheet in (e for e in holder.iter() if isinstance(e.tag, str) and e.get("data-letter-text")):
                locale = sheet.get("data-letter-text")
                found = []
                for line in sheet.iter("p"):
                    for field in line.iter("span"):
                        field.text = f"{{{field.get('data-field')}}}"
                    found.append("".join(line.itertext()))
                assert found == [part["text"][locale]["text"] for part in letter["parts"]]


def test_the_abbreviation_of_a_law_is_ours_and_its_title_is_not(site, exports):
    for law in site.content.laws:
        shape = exports[f"data/law/{law}.json"]["law"]
        for version in site.versions:
            ours = "transliteration" if version.made_from else "editorial"
            assert shape["abbreviation"][version.locale]["kind"] == ours
            assert shape["title"][version.locale]["kind"] == shape["provenance"][version.locale]["kind"]


def test_the_glossary_says_what_its_page_says(site, exports):
    for version in site.versions:
        page = site.at(version, "/glossary/")
        entries = {e.get("id"): e for e in page.elements("section") if e.get("id")}
        terms = exports["data/glossary.json"]["terms"]
        assert [term["id"] for term in terms] == [term.id for term in site.content.glossary.terms]
        for term in terms:
            texts = [term[part][version.locale]["text"] for part in ("term", "meaning")]
            assert stand_in_this_order(texts, entries[term["id"]]), term["id"]
            citations = [provision["citation"][version.locale] for provision in term["provisions"]]
            shown_text = "".join(entries[term["id"]].itertext()).replace("\N{NO-BREAK SPACE}", " ")
            assert "; ".join(citations) in shown_text


def test_the_table_has_a_row_for_each_provision_wording_and_version(site, rows, exports):
    expected = [
        (block["address"], version.lang)
        for path, file in exports.items()
        if path.count("/") == 2 and "articles" in file
        for article in file["articles"]
        for wording in (article["wording"], *article["earlier_wordings"])
        for block in blocks(wording["paragraphs"])
        for version in site.versions
    ]
    assert len(expected) == len(set(expected))
    assert sorted((row["address"], row["lang"]) for row in rows) == sorted(expected)


def test_a_row_of_the_table_says_what_the_page_says(site, rows):
    versions = {version.lang: version for version in site.versions}
    base = site.content.site.address
    pages = {}
    for row in rows:
        version = versions[row["lang"]]
        address, anchor = urldefrag(row["address"])
        if (version.lang, address) not in pages:
            pages[version.lang, address] = shown(site.at(version, address))
        texts = pages[version.lang, address][anchor]
        assert row["words"] == " ".join(text for text, _ in texts), row["address"]
        assert {kind for _, kind in texts} <= {row["status"]}, row["address"]
        dated, dated_anchor = urldefrag(row["permanent_link"])
        assert dated_anchor == anchor and dated.startswith(base)
        path = permalink.file_of(dated.removeprefix(base))
        assert path in site.files and anchor in site.page(path).ids
        assert dated.endswith(f"/{row['wording_date']}/")
        assert row["citation"] and row["verified_on"]


def test_the_table_keeps_to_rfc_4180(site):
    data = (site.folder / TABLE).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8").split("\r\n")
    assert lines[0].split(",") == NAMES and lines[-1] == ""
    assert not [line for line in lines if "\n" in line or "\r" in line]
    for row in csv.reader(lines[:-1], strict=True):
        assert len(row) == len(NAMES)


def test_the_address_of_the_site_is_a_setting(site):
    """The same content for another address differs in nothing but that address."""
    base, other = site.content.site.address, "https://elsewhere.example/guide/"
    ours, theirs = (
        {a: each.decode() if isinstance(each, bytes) else each for a, each in data.files(Site(site.content), root)}
        for root in (base, other)
    )
    assert f'"root":"{other}en"' in theirs[next(a for a in theirs if a.startswith("/data/flow/"))]
    assert {a: text.replace(other, base).replace(other[:-1], base[:-1]) for a, text in theirs.items()} == ours


def test_plain_text_loses_the_tags_and_nothing_else():
    assert plain_text("<p>Ко &lt; <em>иша</em> &amp; <a href='x'>чл.&nbsp;1</a>.</p>\n<p>Друго</p>") == (
        "Ко < иша & чл.\N{NO-BREAK SPACE}1.\nДруго"
    )


def test_every_export_is_listed_for_developers_with_its_schema():
    """Both languages name each kind of file, and its schema."""
    for locale in ("sr", "en"):
        text = (ROOT / "docs" / locale / "about/developers.md").read_text("utf-8")
        for name in data.KINDS:
            assert f"/data/schema/{name}.schema.json" in text, f"{locale}: {name}"
        assert f"/{TABLE}" in text
        assert all(f"`{column}`" in text for column in NAMES)


def test_the_register_of_addresses_fits_its_schema_and_leads_somewhere(site):
    data = site.folder / "data"
    register = json.loads((data / "permalinks.json").read_text("utf-8"))
    schema = json.loads((data / "schema" / "permalinks.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(register)
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate({**register, "addresses": [1]})
    moved = register["aliases"]
    for address in register["addresses"]:
        path, _, anchor = moved.get(address, address).partition("#")
        file = permalink.file_of(path)
        assert file in site.files, address
        if anchor:
            assert anchor in site.page(file).ids, address
