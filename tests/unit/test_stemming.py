"""Words that a reader may write in any way are brought to one form, and different words stay apart."""

import unicodedata
from itertools import groupby

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import ROOT
from legal_site.alphabet import alphabetical, initial
from legal_site.decode import decode
from legal_site.load import load
from legal_site.script import SERBIAN_LETTERS, to_latin
from legal_site.stemming import Stemmer, fold, words_of

SEARCH = decode(load(ROOT / "content_data")).models["search"]
STEMMERS = {locale: Stemmer.of(endings, SEARCH.ignored.get(locale, ())) for locale, endings in SEARCH.endings.items()}
LETTERS = "".join(sorted(SERBIAN_LETTERS))

ONE = {
    "sr": [
        "податак податка податку податком подаци податке података подацима podatak podaci podacima",
        "службено службеног службеном службена службене sluzbeno",
        "лице лица лицу лицем лицима lice",
        "тужилац тужиоца тужиоцу тужиоцем тужиоци тужилаца tuzilac tužioca",
        "грађанин грађанина грађани грађана грађанима gradjani građani gradani",
        "списак списка списку спискови списковима spisak",
        "поступак поступка поступци поступцима поступку",
        "пристанак пристанка пристанком пристанци pristanak",
        "странка странке странку странком странкама",
        "казниће казна казне казном казнама",
        "приватна приватном приватну приватне privatna",
        "обрада обраде обраду обрадом обрађивање",
        "Ђорђе Djordje Đorđe djordje",
    ],
    "en": [
        "offence offences offense offenses",
        "party parties",
        "authorise authorised authorize authorized authorization",
        "complaint complaints",
        "misdemeanour misdemeanours",
        "object objects objected objecting objection",
        "procession processions",
        "station stations",
        "offer offers offered offering",
    ],
}
APART = {
    "sr": ["тужба тужилаштво", "рок род", "странка страна", "закон законик", "право правда", "пријава приговор"],
    "en": [
        "party part",
        "law lawyer",
        "court count",
        "suit suspect",
        "personal person",
        "process procession",
        "state station",
        "off offer",
    ],
}


def one_of(table):
    return [(locale, row) for locale, rows in table.items() for row in rows]


@pytest.mark.parametrize(("locale", "row"), one_of(ONE))
def test_the_forms_of_a_word_are_one(locale, row):
    stems = {form: [STEMMERS[locale].stem(word) for word in words_of(form)] for form in row.split()}
    assert len({tuple(stem) for stem in stems.values()}) == 1, stems


@pytest.mark.parametrize(("locale", "row"), one_of(APART))
def test_other_words_stay_apart(locale, row):
    stems = [STEMMERS[locale].stem(word) for word in words_of(row)]
    assert len(set(stems)) == len(stems), stems


@given(st.text(LETTERS + LETTERS.upper() + " „”’-.,1"))
def test_every_way_of_writing_is_folded_to_one(text):
    assume("ђј" not in text.lower())  # no Serbian word has it
    latin = to_latin(text)
    bare = "".join(each for each in unicodedata.normalize("NFD", latin) if not unicodedata.combining(each))
    with_dj, with_d = (bare.replace("đ", each).replace("Đ", each.capitalize()) for each in ("dj", "d"))
    assert fold(text) == fold(latin) == fold(with_dj) == fold(with_d) == fold(text.upper())


@given(st.text())
def test_whatever_is_typed_is_letters_and_digits_or_nothing(text):
    for word in words_of(text):
        assert word.isascii() and word.isalnum() and word == word.lower()
        for stemmer in STEMMERS.values():
            assert word.startswith(stemmer.stem(word)[: stemmer.shortest - 1])


@pytest.mark.parametrize("locale", STEMMERS)
def test_a_number_is_left_as_it_is(locale):
    assert list(STEMMERS[locale].terms("146 24а 128/2014")) == ["146", "24a", "128", "2014"]


@pytest.mark.parametrize("locale", STEMMERS)
def test_words_that_say_nothing_are_left_out(locale):
    ignored = SEARCH.ignored[locale][0]
    assert list(STEMMERS[locale].terms(f"{ignored} 146 {ignored.upper()}")) == ["146"]


@pytest.mark.parametrize(
    ("style", "names"),
    [
        ("sr", ["2016", "ада", "баба", "ђак", "његов", "чл. 2.", "џак", "JSON"]),
        ("sr", ["Cvet", "čvor", "ćup", "Duga", "Džep", "đak", "luk", "ljudi", "nar", "njegov", "Šuma", "žaba"]),
        ("en", ["Act", "“bribe”", "case", "Zebra"]),
        ("en", ["1", "2", "Act", "Ämter", "case", "“Écoute”", "Edict", "ß", "State", "Übung", "use"]),
        ("sr", ["йога", "једро", "Élan", "frak"]),
        ("en", ["άλφα", "αυγή", "βήτα", "가", "각", "Act"]),
    ],
)
def test_names_are_listed_in_the_order_of_the_alphabet(style, names):
    assert sorted(reversed(names), key=alphabetical(style)) == names


@pytest.mark.parametrize(
    ("style", "names", "headings"),
    [
        ("en", ["1", "2", "Act", "Ämter", "case", "“Écoute”", "Edict", "ß", "State", "Übung"], "1 2 A C E S U"),
        ("sr", ["2016", "„ада”", "ђак", "његов", "џак", "Cvet", "čvor", "Duga", "Džep", "đak", "luk", "ljudi"],
         "2 А Ђ Њ Џ C Č D Đ L"),
    ],
)  # fmt: skip
def test_each_letter_is_once_a_heading_over_the_names_that_begin_with_it(style, names, headings):
    listed = sorted(names, key=alphabetical(style))
    assert [letter for letter, _ in groupby(listed, key=initial)] == headings.split()
