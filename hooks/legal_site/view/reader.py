"""One version of the site, seen from one page: chooses texts, prints citations, makes links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, cast
from urllib.parse import quote

from markupsafe import Markup, escape

from legal_site import permalink
from legal_site.assets import assets
from legal_site.citation import cite
from legal_site.content import Content
from legal_site.markup import editorial
from legal_site.model.law import Article, Item, Paragraph
from legal_site.model.site import Version
from legal_site.permalink import Provision
from legal_site.script import to_latin, to_latin_html


@lru_cache(maxsize=4096)  # the texts of a whole Code once; more would only be memory
def _latin(text: str) -> str:
    return to_latin(text)


def _numbers(parts: Iterable[object]) -> Iterator[str]:
    """The printed numbers of paragraphs or items and of all that is in them."""
    for part in parts:
        if isinstance(part, Paragraph | Item):
            yield part.number
            yield from _numbers(part.items)


@dataclass(frozen=True)
class Reader:
    """Who reads: a version, on the page at `address` (without the version's prefix)."""

    content: Content
    version: Version
    address: str
    _made: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)
    """What the page has asked for already: a guide repeats a piece of advice for thirty outcomes."""

    def of(self, version: Version) -> Reader:
        """Who reads the same page in another version."""
        return Reader(self.content, version, self.address)

    @cached_property
    def written(self) -> str:
        """The locale in which this version's texts are written by hand."""
        return self.version.written

    @cached_property
    def prefix(self) -> str:
        """The version's folder; empty for the default version."""
        return self._prefix(self.version)

    def _prefix(self, version: Version) -> str:
        return "" if version is self.content.site.versions[0] else version.locale

    @cached_property
    def own_address(self) -> str:
        """The page's address with the version's prefix."""
        return permalink.prefixed(self.address, self.prefix)

    @cached_property
    def root(self) -> str:
        """The relative link to the folder in which the whole site lies; it ends with a slash."""
        return permalink.relative(self.own_address, "/")

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Every text of the interface that needs no filling in, by its key: cheaper for a template than `ui`."""
        made, key = self.content.made, ("words", self.version.locale)
        if key not in made:
            made[key] = {name: self.text(text) for name, text in self.content.interface.texts.items()}
        return cast(Mapping[str, str], made[key])

    def prefixed(self, address: str, version: Version | None = None) -> str:
        """An address with the prefix of a version; None: of this one."""
        chosen = version or self.version
        return permalink.prefixed(address, self._prefix(chosen))

    def text(self, text: Mapping[str, str]) -> str:
        """The text in this version."""
        return self.plain(text[self.written])

    def plain(self, written: str) -> str:
        """A text of this version's written locale, in this version's script."""
        return _latin(written) if self.version.made_from else written

    @property
    def reads_original(self) -> bool:
        """Whether this version is in the language of the first, in which the law is written."""
        return self.written == self.content.site.versions[0].locale

    def original(self, words: str) -> Markup:
        """Words of the first version: in this version's script, or marked as foreign."""
        first = self.content.site.versions[0]
        if self.reads_original:
            return escape(self.plain(words))
        return Markup('<span lang="{}">{}</span>').format(first.lang, words)

    def slips_at(self, article: Article, provision: Provision) -> tuple[str, ...]:
        """The slips in the words of a paragraph or item, as this version shows them. A translation has none of them."""
        return tuple(self.plain(sic.words) for sic in article.slips_at(provision.anchor)) if self.reads_original else ()

    def ui(self, key: str, **values: object) -> str:
        """A text of the interface, its `{placeholders}` filled. Raises KeyError for an unknown key."""
        text = self.words[key]
        if not values:
            return text
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(text).format(**values)
        return text.format(**values)

    def rich(self, text: Mapping[str, str]) -> Markup:
        """An editorial text with its emphasis, links and mentioned provisions, as HTML."""
        written = text[self.written]
        if ("rich", written) not in self._made:
            html = editorial(written, self.mention, self._page_link)
            self._made["rich", written] = Markup(to_latin_html(html) if self.version.made_from else html)
        return cast(Markup, self._made["rich", written])

    def link(self, target: str) -> str:
        """The relative link to a page or anchor of this version."""
        if ("link", target) not in self._made:
            link = permalink.relative(self.own_address, permalink.prefixed(target, self.prefix))
            self._made["link", target] = link
        return str(self._made["link", target])

    def asset(self, name: str) -> str:
        """The relative link to a style sheet, script or icon. Raises KeyError for one there is not."""
        made, key = self.content.made, ("asset", name, self.root)
        if key not in made:
            # Whether a source has changed is asked once a build, not once a page: that took half of a card's time.
            made[key] = permalink.relative(self.own_address, assets(self.content.site.colours)[name].address)
        return str(made[key])

    def in_version(self, version: Version, anchor: str = "") -> str:
        """The relative link to the same page, and anchor, in another version."""
        if ("page", version.locale) not in self._made:
            self._made["page", version.locale] = self.across(self.address, version)
        return str(self._made["page", version.locale]) + (f"#{anchor}" if anchor else "")

    def across(self, target: str, version: Version) -> str:
        """The relative link to a page or anchor of another version."""
        return permalink.relative(self.own_address, self.prefixed(target, version))

    def cite(self, provision: Provision) -> str:
        """The citation of a provision in this version."""
        return self.plain(self._cite_as_written(provision))

    def _cite_as_written(self, provision: Provision) -> str:
        abbreviation = self.content.laws[provision.law].info.abbreviation[self.written]
        return cite(self.version.citation_style, provision, abbreviation, self.letters(provision))

    def letters(self, provision: Provision) -> dict[str, str]:
        """The printed forms of its numbers that have letters (`24a` → `24а`, `b` → `б`), as far as they are known."""
        parts = (provision.article, provision.paragraph, provision.item, provision.subitem)
        lettered = [part for part in parts if part and not part.isdigit()]
        article = self.content.laws[provision.law].articles.get(provision.article)
        if not lettered or article is None or self.version.citation_style == "en":
            return {}
        wordings = (article.paragraphs, *(earlier.paragraphs for earlier in article.earlier_wordings))
        numbers = (article.number, *(number for wording in wordings for number in _numbers(wording)))
        printed = {permalink.number_in_address(number): number for number in numbers}
        return {part: printed[part] for part in lettered if part in printed}

    def provision_link(self, provision: Provision) -> str | None:
        """The link to a published provision, or None if it is not published."""
        if not self.content.is_published(provision):
            return None
        return self.link(provision.address)

    def mention(self, address: str) -> tuple[str, str | None]:
        """The name of what an editorial text mentions in the written language, and its link if it is published."""
        if address.startswith("statement/"):
            _, statement, *anchor = address.split("/")
            page = permalink.statement(statement)
            if not anchor:
                return self.content.statements[statement].title[self.written], self.link(page)
            label = self.content.interface.texts["statement_paragraph"][self.written]
            return label.format(number=anchor[0][1:]), self.link(f"{page}#{anchor[0]}")
        provision = Provision.parse(address)
        return self._cite_as_written(provision), self.provision_link(provision)

    def _page_link(self, address: str) -> str:
        return self.link(address)

    def mailto(self, address: str) -> str | None:
        """The mailto of “report a mistake here”: it carries the address and nothing else. None without a contact."""
        contact = self.content.site.contact
        return f"mailto:{contact}?subject={quote(address, safe='')}" if contact else None
