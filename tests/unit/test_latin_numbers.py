"""A law in Latin script numbers its items and inserted provisions in Latin letters."""

from types import SimpleNamespace

import pytest

from legal_site.check.characters import numbers_in_script
from legal_site.check.numbering import OWN_RULES
from legal_site.citation import cite, parse_citation
from legal_site.load import read_document
from legal_site.model.law import Article
from legal_site.permalink import Provision, number_in_address

ARTICLE = """\
number: 2bis
wording: {as_of: 2024-01-10, basis: gazette}
paragraphs:
  - number: 1
    text: {it: "Sono api:"}
    items:
      - number: 1
        text: {it: "gli animali:"}
        items:
          - {number: a, text: {it: domestici;}}
          - {number: b, text: {it: selvatici;}}
          - omitted: c-i
          - {number: l, text: {it: altri.}}
  - number: 1bis
    text: {it: Le api volano.}
  - number: 1ter
    text: {it: Le api tornano.}
"""


def told(text, tmp_path):
    path = tmp_path / "2bis.yml"
    path.write_text(text, "utf-8")
    document = read_document(path, "2bis.yml", [])
    model = Article.model_validate(document.value)
    context = SimpleNamespace(site=SimpleNamespace(versions=[SimpleNamespace(locale="it")]))
    rules = (*OWN_RULES, numbers_in_script)
    return [finding.message for rule in rules for finding in rule("laws/la/articles/2bis", document, model, context)]


def test_latin_letters_follow_each_other_and_may_leave_some_out(tmp_path):
    assert told(ARTICLE, tmp_path) == []


@pytest.mark.parametrize(
    ("find", "put", "message"),
    [
        ("number: b", "number: a", "is a, which stands above already"),
        ("number: l", "number: h", "is h, which stands above already"),
        ("number: b", "number: k", "is k where b was expected"),
        ("number: a", "number: а", "is 'а' with Cyrillic letters, but the law is written in Latin ones"),
        ("number: 1ter", "number: 1abc", "is 1abc where 2 was expected"),
    ],
)
def test_letters_out_of_order_or_of_another_script_are_told(find, put, message, tmp_path):
    assert any(line.startswith(message) for line in told(ARTICLE.replace(find, put), tmp_path))


@pytest.mark.parametrize("style", ["sr", "en"])
def test_a_latin_letter_keeps_its_address_and_its_citation(style):
    provision = Provision("la", "2bis", "1ter", "1", number_in_address("l"))
    assert str(provision) == "la/2bis/p1ter-i1-l"
    assert Provision.parse(str(provision)) == provision
    assert parse_citation(cite(style, provision, "LA"), style, {"LA": "la"}) == provision
