"""The whole site as values: every page in every version, ready to be written by whoever writes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from legal_site.addresses import addresses
from legal_site.assets import assets
from legal_site.content import Content
from legal_site.model.site import Version
from legal_site.page_files import is_shared
from legal_site.pages import Page, pages
from legal_site.permanence import Permanence
from legal_site.policy import meta_tags
from legal_site.relations import Relations, relate
from legal_site.render import environment, newest_template
from legal_site.starter import Starter, starter_of
from legal_site.view.reader import Reader

Kept = dict[tuple[str, str], tuple[Hashable, str]]
"""Pages by locale and address, with the inputs they were made from; handed on from build to build."""

_HEAD = (
    '<meta charset="utf-8">\n{}\n<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">'
)
"""How the head of every document begins; the policy stands before anything that loads something."""


@dataclass(frozen=True)
class Site:
    """A content and its pages. Made anew for each build."""

    content: Content
    kept: Kept | None = field(default=None, repr=False)
    """None: this is the only build, and nothing is kept."""
    prose_texts: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    """The Markdown of the hand-written pages by locale and address, as far as it has been read."""
    permanence: Permanence = field(default_factory=Permanence, repr=False)
    prose_addresses: tuple[str, ...] = ()
    """The addresses and anchors of the hand-written pages."""

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every generated page by its address."""
        return {page.address: page for page in pages(self.content, self.prose)}

    @cached_property
    def relations(self) -> Relations:
        """What refers to what."""
        return relate(self.content)

    def version(self, locale: str) -> Version:
        """The version of a locale. Raises KeyError for one the site does not have."""
        versions = {version.locale: version for version in self.content.site.versions}
        return versions[locale]

    def reader(self, locale: str, address: str) -> Reader:
        """The reader of one page in one version."""
        return Reader(self.content, self.version(locale), address)

    def title(self, reader: Reader) -> str:
        """The title of the generated page the reader is on."""
        return self.pages[reader.address].title(reader)

    def description(self, reader: Reader) -> str:
        """What search engines show of the generated page the reader is on."""
        return self.pages[reader.address].description(reader)

    def prose(self, version: Version) -> dict[str, str]:
        """The Markdown of a version's hand-written pages by address, for the search."""
        rows = sorted(self.prose_texts.items())
        return {address: text for (locale, address), text in rows if locale == version.locale}

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every address and anchor of the content and of the prose, without a version's prefix."""
        return (*addresses(self.content), *self.prose_addresses)

    def moved_files(self) -> Iterator[tuple[str, str]]:
        """The files that moved, with their versions' prefixes: from each to the file or page that stands for it now."""
        for old, new in self.permanence.moved_files.items():
            for version in self.content.site.versions[: 1 if is_shared(old) else None]:
                reader = self.reader(version.locale, old)
                yield reader.own_address, new if is_shared(new) else reader.prefixed(new)

    def kept_or_made(self, reader: Reader, around: Hashable, make: Callable[[], str]) -> str:
        """The HTML of the generated page the reader is on; as it was kept, if nothing it depends on has changed.

        `around` is all that the page depends on beside its own inputs; `make` makes it.
        """
        inputs = self.pages[reader.address].inputs
        if self.kept is None or inputs is None:
            return make()
        place = (reader.version.locale, reader.address)
        made_from = (self._changed, self._loaded, around, inputs(self.content, self.relations))
        if place not in self.kept or self.kept[place][0] != made_from:
            self.kept[place] = (made_from, make())
        return self.kept[place][1]

    def body(self, reader: Reader) -> Markup:
        """The HTML of what the generated page the reader is on has of its own."""
        page = self.pages[reader.address]
        context: dict[str, Any] = {"r": reader, "page": page, "title": page.title(reader)}
        context.update(page.view(reader, self.relations))
        return self.render(page.template, context)

    def render(self, template: str, context: dict[str, Any]) -> Markup:
        """The HTML of a page template; the context of one in the layout names the page's `script`."""
        starter = starter_of(context["script"]) if "script" in context else None
        # A preview goes without the policy: MkDocs writes a script of its own into each page.
        head = _head(starter, with_policy=self.kept is None)
        return Markup(self._templates.get_template(template).render({"head": head, "starter": starter, **context}))

    def compile_templates(self) -> None:
        """Compiles every template now, so that processes which begin as copies of this one need not."""
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    @cached_property
    def _templates(self) -> Environment:
        return environment(self._changed)

    @cached_property
    def _changed(self) -> float:
        return newest_template()

    @cached_property
    def _loaded(self) -> tuple[str, ...]:
        """The style sheets and scripts: a page names them by their content."""
        return tuple(asset.address for asset in assets(self.content.site.colours).values())


@cache
def _head(starter: Starter | None, *, with_policy: bool) -> Markup:
    policy = meta_tags(starter) if starter else meta_tags()
    return Markup(_HEAD).format(policy if with_policy else "")
