"""A page as a whole: its body in the layout that all pages share."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from legal_site.layout import layout
from legal_site.site import Site
from legal_site.view.reader import Reader


def document(site: Site, reader: Reader, title: str, description: str, body: str, site_url: str) -> str:
    """The HTML of the page the reader is on, from `<!doctype html>` on.

    `body` is HTML already; `site_url` ends with a slash.
    """
    context = {"title": title, "description": description, "body": Markup(body), "base": site_url}
    context.update(layout(reader, site.pages.get(reader.address)))
    return site.render("layout.html", context)


def documents(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    """Every page made from the content, in each version, with its address there."""
    for version in site.content.site.versions:
        for address in site.pages:
            reader = site.reader(version.locale, address)
            yield (
                reader.own_address,
                document(site, reader, site.title(reader), site.description(reader), site.body(reader), site_url),
            )
