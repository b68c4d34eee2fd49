"""What a fork changes first: who publishes, where, in which versions; and the words of the interface."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from legal_site.model.base import Editorial, Identifier, Model, ProvisionAddress, Text, WebAddress, Words, form

Locale = Annotated[str, form(r"^[a-z]{2}(-[A-Z][a-z]{3})?$", "a language such as sr or sr-Latn")]
Colour = Annotated[str, form(r"^#[0-9a-fA-F]{6}$", "a colour such as #1a4d8f")]
LanguageTag = Annotated[str, form(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "a language tag such as sr-Cyrl (BCP 47)")]


EMail = Annotated[str, form(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$", "an e-mail address")]


class Version(Model):
    """One version of the site: a language in a script, under its own prefix."""

    locale: Locale
    name: Words
    """The version's name in its own language and script, as the switch shows it."""
    short: Words
    """The same in a few letters, for narrow screens."""
    lang: LanguageTag
    """The value of the HTML `lang` attribute (BCP 47)."""
    made_from: Locale | None = None
    """The version from which this one is made by transliteration. None: it is written by hand."""
    language: Annotated[str, form(r"^[a-z]{3}$", "a language in three letters such as srp")] = "und"
    """The language in three letters (ISO 639-2), as identifiers of documents want it: `srp`, `eng`."""
    citation_style: Literal["sr", "en"]
    """How provisions are cited: „чл. 146. ст. 3. КЗ” or “Art. 146(3) Criminal Code”."""

    @property
    def written(self) -> str:
        """The locale in which its texts are written by hand."""
        return self.made_from or self.locale


class Colours(Model):
    """Two accents: style sheets, icon and share pictures have them. Text in them keeps a contrast of 4.5:1."""

    light: Colour
    dark: Colour


class SiteInfo(Model):
    """`site.yml`."""

    name: Text
    description: Text
    publisher: Text | None = None
    """Who is responsible for the site. None: shown as not known."""
    contact: EMail | None = None
    """The e-mail address for corrections. None: shown as not known."""
    address: WebAddress
    """Where the site lives, with a slash at the end. The variable SITE_URL overrides it."""
    source_address: WebAddress | None = None
    """The public repository, for proposals. None: not published yet."""
    licence: WebAddress | None = None
    """The licence of the site's own texts, which data files name; `/about/licence/` says it in words. None: none."""
    jurisdiction: Text
    """The country's name as it is added to a citation in another language."""
    country: Annotated[str, form(r"^[a-z]{2}$", "a country in two small letters such as rs")]
    """The country in two small letters (ISO 3166-1), as identifiers of documents want it: `rs`."""
    colours: Colours
    versions: list[Version] = Field(min_length=1)
    """The first one is the default and has no prefix."""

    @property
    def written_versions(self) -> list[Version]:
        """The versions that are written by hand; the others are made from them."""
        return [version for version in self.versions if version.made_from is None]


class Interface(Model):
    """`interface.yml`: every word of the pages that is neither law nor prose."""

    texts: dict[str, Text]


class Door(Model):
    """A way in for one kind of reader."""

    id: Identifier
    title: Text
    text: Editorial
    guides: list[Words] = Field(default_factory=list)
    """Addresses of guides (`/guide/citizen/`), shown first and large."""
    links: list[Words]
    """Site addresses without the version's prefix (`/law/kz/146/`), in reading order."""


class Home(Model):
    """`home.yml`: what the first page says and where it leads."""

    lead: Text
    doors: list[Door] = Field(min_length=1)
    article: ProvisionAddress | None = None
    """The article shown in short lines (`kz/146`). None: no article is shown."""
    lines: list[HomeLine] = Field(default_factory=list)
    lines_title: Text | None = None
    """What stands above the lines. None: the article's citation."""
    statements: list[HomeStatement] = Field(default_factory=list)
    disclaimer: Text


class HomeLine(Model):
    """One paragraph of the article in one line of plain words: its act, its penalty, who prosecutes."""

    provision: ProvisionAddress
    text: Editorial


class HomeStatement(Model):
    """A statement with what it says in our words."""

    statement: Words
    """Its id (`2016-04-12`)."""
    text: Editorial


Home.model_rebuild()
