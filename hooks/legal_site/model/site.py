"""What a fork changes first: who publishes, where, in which versions; and the words of the interface."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from legal_site.model.base import Address, Model, Text, Words

Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3})?$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Version(Model):
    """One version of the site: a language in a script, under its own prefix."""

    locale: Locale
    name: Words
    """The version's name in its own language and script, as the switch shows it."""
    short: Words
    """The same in a few letters, for narrow screens."""
    lang: Words
    """The value of the HTML `lang` attribute (BCP 47)."""
    made_from: Locale | None = None
    """The version from which this one is made by transliteration. None: it is written by hand."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{3}$")] = "und"
    """The language in three letters (ISO 639-2), as identifiers of documents want it: `srp`, `eng`."""
    citation_style: Literal["sr", "en"]
    """How provisions are cited: „чл. 146. ст. 3. КЗ” or “Art. 146(3) Criminal Code”."""


class Colours(Model):
    """Two accents, chosen so that text in them keeps a contrast of 4.5:1."""

    light: Colour
    dark: Colour


class SiteInfo(Model):
    """`site.yml`."""

    name: Text
    description: Text
    publisher: Text | None = None
    """Who is responsible for the site. None: shown as not known."""
    contact: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$")] | None = None
    """The e-mail address for corrections. None: shown as not known."""
    address: Address
    """Where the site lives, with a slash at the end. The variable SITE_URL overrides it."""
    source_address: Address | None = None
    """The public repository, for proposals. None: not published yet."""
    jurisdiction: Text
    """The country's name as it is added to a citation in another language."""
    country: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    """The country in two small letters (ISO 3166-1), as identifiers of documents want it: `rs`."""
    colours: Colours
    versions: list[Version] = Field(min_length=1)
    """The first one is the default and has no prefix."""


class Interface(Model):
    """`interface.yml`: every word of the pages that is neither law nor prose."""

    texts: dict[str, Text]


class Door(Model):
    """A way in for one kind of reader."""

    id: Words
    title: Text
    text: Text
    guides: list[Words] = Field(default_factory=list)
    """Addresses of guides (`/guide/citizen/`), shown first and large."""
    links: list[Words]
    """Site addresses without the version's prefix (`/law/kz/146/`), in reading order."""


class Home(Model):
    """`home.yml`: what the first page says and where it leads."""

    lead: Text
    doors: list[Door] = Field(min_length=1)
    article: Words | None = None
    """The article shown in short lines (`kz/146`). None: no article is shown."""
    lines: list[HomeLine] = Field(default_factory=list)
    lines_title: Text | None = None
    """What stands above the lines. None: the article's citation."""
    statements: list[HomeStatement] = Field(default_factory=list)
    disclaimer: Text


class HomeLine(Model):
    """One paragraph of the article in one line of plain words: its act, its penalty, who prosecutes."""

    provision: Words
    text: Text


class HomeStatement(Model):
    """A statement with what it says in our words."""

    statement: Words
    """Its id (`2016-04-12`)."""
    text: Text


Home.model_rebuild()
