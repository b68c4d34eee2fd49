"""Citations: each form in each version is printed, read back, or refused."""

import string
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from legal_site.build import build_content
from legal_site.citation import cite, parse_citation
from legal_site.model.law import Item, Paragraph
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import item_of, paragraph_of
from legal_site.script import SERBIAN_LETTERS, to_latin
from legal_site.view.reader import Reader
from three_bridges.project import write_project

FORMS = yaml.load(Path(__file__).with_name("citations.yml").read_text("utf-8"), yaml.CSafeLoader)
STYLES = {"sr": "sr", "sr-Latn": "sr", "en": "en"}


def forms(name):
    """Each form of a kind with its version."""
    return [
        pytest.param(locale, text, provision, id=f"{locale}: {text}")
        for locale, rows in FORMS[name].items()
        for text, provision in rows.items()
    ]


def parsed(text, locale):
    return parse_citation(text, STYLES[locale], FORMS["laws"][locale])


@pytest.mark.parametrize(("locale", "text", "address"), forms("printed"))
def test_it_is_printed(locale, text, address):
    provision = Provision.parse(address)
    written = "sr" if locale == "sr-Latn" else locale
    letters = FORMS["letters"] if written == "sr" else {}
    names = [name for name, law in FORMS["laws"][written].items() if law == provision.law]
    printed = [cite(STYLES[locale], provision, name, letters) for name in names]
    assert text in [to_latin(each) if locale != written else each for each in printed]


@pytest.mark.parametrize(("locale", "text", "address"), [*forms("printed"), *forms("read")])
def test_it_is_read(locale, text, address):
    assert str(parsed(text, locale)) == address


@pytest.mark.parametrize(("locale", "reason", "text"), forms("refused"))
def test_it_is_refused(locale, reason, text):
    assert parsed(text, locale) is None, reason


def test_a_name_that_two_laws_have_names_neither():
    assert parse_citation("чл. 3. ЗП", "sr", {"ЗП": "zp", "зп": "other"}) == Provision("zp", "3")
    assert parse_citation("чл. 3. Зп", "sr", {"ЗП": "zp", "зп": "other"}) is None
    assert parse_citation("čl. 3. ZP", "sr", {"ЗП": "zp", "ZP": "other"}) is None


LETTER = st.sampled_from(sorted(SERBIAN_LETTERS))
NUMBER = st.builds("{}{}".format, st.integers(1, 1999), st.just("") | LETTER)


@st.composite
def printed_numbers(draw):
    """The printed numbers of a provision, from the article down."""
    depth = draw(st.integers(1, 4))
    return [draw(NUMBER) if level < 3 else draw(LETTER) for level in range(depth)]


LAW_NAME = (
    st.text(string.ascii_letters + "абвжљњЉЊ ()’", min_size=1, max_size=20)
    .map(lambda name: " ".join(name.split()))
    .filter(lambda name: name[:1].isalpha())
)


@given(printed_numbers(), LAW_NAME, st.sampled_from(["sr", "sr-Latn", "en"]))
def test_whatever_is_printed_is_read(numbers, name, locale):
    provision = Provision("zis", *(number_in_address(number) for number in numbers))
    letters = {number_in_address(number): number for number in numbers} if locale != "en" else {}
    text = cite(STYLES[locale], provision, name, letters)
    if locale == "sr-Latn":
        text, name = to_latin(text), to_latin(name)
    assert parse_citation(text, STYLES[locale], {name: "zis"}) == provision


@given(st.text())
def test_no_text_breaks_the_parser(text):
    for locale in STYLES:
        parsed(text, locale)


def published(content):
    """Every provision of every law in every wording."""
    for law in content.laws.values():
        for article in law.articles.values():
            yield Provision(law.id, number_in_address(article.number))
            wordings = [article.paragraphs, *(earlier.paragraphs for earlier in article.earlier_wordings)]
            for paragraph in (part for wording in wordings for part in wording if isinstance(part, Paragraph)):
                whole = paragraph_of(law.id, article, paragraph)
                yield whole
                for item in (item for item in paragraph.items if isinstance(item, Item)):
                    yield item_of(whole, item)
                    yield from (item_of(item_of(whole, item), sub) for sub in item.items if isinstance(sub, Item))


@pytest.fixture(scope="session", params=["real", "three-bridges"])
def any_content(request, tmp_path_factory):
    if request.param == "real":
        return build_content(ROOT / "content_data")
    return build_content(write_project(ROOT, tmp_path_factory.mktemp("citations") / "project") / "content_data")


def test_every_published_provision_is_printed_and_read_in_every_version(any_content):
    provisions = list(published(any_content))
    assert {str(each) for each in provisions} >= any_content.index.published | any_content.index.articles
    for version in any_content.site.versions:
        reader = Reader(any_content, version, "/")
        names = {reader.text(law.info.abbreviation): law.id for law in any_content.laws.values()}
        country = reader.text(any_content.site.jurisdiction)
        names |= {f"{name} ({country})": law for name, law in names.items()}
        for provision in provisions:
            citation = reader.cite(provision)
            assert parse_citation(citation, version.citation_style, names) == provision, citation
            abroad = f"{citation} ({country})"
            assert parse_citation(abroad, version.citation_style, names) == provision, abroad


def test_no_citation_mixes_the_scripts(any_content):
    """„подтач. а)” has the Cyrillic letter: the number in an address has the Latin one."""
    for version in any_content.site.versions:
        reader = Reader(any_content, version, "/")
        for provision in published(any_content):
            citation = reader.cite(provision)
            cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in citation)
            assert not (cyrillic and any(letter in string.ascii_letters for letter in citation)), citation
