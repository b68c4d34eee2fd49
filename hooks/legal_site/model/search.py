"""How readers' words are brought to the law's: endings, ignored words, synonyms; and what a search has to find."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from legal_site.model.base import BY_LANGUAGE, Identifier, LocalWords, Model, Words, form
from legal_site.model.site import Locale

SiteAddress = Annotated[str, form(r"^/[a-z0-9/-]*(#[a-z0-9-]+)?$", "an address of the site such as /law/kz/146/#p3")]
"""An address of this site without a version's prefix: `/law/kz/146/#p3`."""


class Endings(Model):
    """The grammatical endings of a language, so that every form of a word finds the others."""

    shortest: Annotated[int, Field(ge=1, le=20)] = 3
    """How many letters of a word stay at least."""
    drop: list[Words] = Field(default_factory=list)
    """What is taken off a word's end: the longest that fits."""
    change: dict[Words, Words] = Field(default_factory=dict)
    """What the end of the rest becomes afterwards: the longest that fits (`податк` and `подац` become `податак`)."""
    whole: list[Words] = Field(default_factory=list)
    """Words that only look as if they had an ending: “procession” is no form of “process”. Theirs are taken off."""


class CitationWords(Model):
    """What stands before a number that a reader types: „чл. 146. ст. 3”."""

    article: LocalWords = Field(default_factory=dict)
    paragraph: LocalWords = Field(default_factory=dict)
    item: LocalWords = Field(default_factory=dict)
    until: LocalWords = Field(default_factory=dict)
    """What stands between the first and the last number of a row: „чл. 1. до 5.”"""


class Synonym(Model):
    """Everyday words, and the law's words that they stand for."""

    id: Identifier
    words: LocalWords
    """What readers type: single words or phrases, in any form."""
    means: LocalWords
    """What is searched for beside them."""


class Search(Model):
    """`search.yml`."""

    ignored: LocalWords = Field(default_factory=dict)
    """Words that say nothing of what is looked for."""
    endings: Annotated[dict[str, Endings], BY_LANGUAGE] = Field(default_factory=dict)
    """By the language whose words they end."""
    citation_words: CitationWords = Field(default_factory=CitationWords)
    laws: dict[Identifier, list[Words]] = Field(default_factory=dict)
    """How readers call a law beside its title and abbreviation, in any language."""
    synonyms: list[Synonym] = Field(default_factory=list)
    asked: dict[SiteAddress, LocalWords] = Field(default_factory=dict)
    """What readers type who look for what stands at an address, where its own words are others."""


class SearchCase(Model):
    """A query from a reader's hand, and where it has to lead."""

    query: Words
    version: Locale
    form: Identifier
    """How it is written: `cyrillic`, `bare-latin`, `citation`, `lay` …; recall is measured for each."""
    hits: list[SiteAddress] = Field(min_length=1)
    """The hit expected first; where several serve the reader equally well, all of them."""


class SearchCases(Model):
    """`cases/search.yml`."""

    queries: list[SearchCase] = Field(min_length=1)
    """What the search is tuned to answer."""
    held_out: list[SearchCase] = Field(default_factory=list)
    """Queries on which nothing is ever tuned: how readers fare whose queries nobody has seen."""
