"""A page as a whole: its body in the layout that all pages share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import partial
from typing import Any, cast

from markupsafe import Markup

from legal_site.layout import FOOTER, layout, menu
from legal_site.old_anchors import with_old_anchors
from legal_site.permalink import OFFLINE
from legal_site.site import Site
from legal_site.view.reader import Reader


def document(site: Site, reader: Reader, title: str, description: str, body: str, site_url: str) -> str:
    """The HTML of the page the reader is on, from `<!doctype html>` on.

    `body` is HTML already; `site_url` ends with a slash.
    """
    context = {"title": title, "description": description, "body": Markup(body), "base": site_url}
    context.update(layout(reader, site.pages.get(reader.address)))
    return with_old_anchors(site, reader, site.render("layout.html", {**context, **frame(site, reader)}))


def documents(site: Site, site_url: str, pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pages of these addresses in every version, each with its address there."""
    for address in pages:
        for version in site.content.site.versions:
            reader = site.reader(version.locale, address)
            make = partial(_generated, site, reader, site_url)
            yield reader.own_address, site.kept_or_made(reader, _around(site, reader, site_url), make)


def _generated(site: Site, reader: Reader, site_url: str) -> str:
    return document(site, reader, site.title(reader), site.description(reader), site.body(reader), site_url)


def _around(site: Site, reader: Reader, site_url: str) -> Hashable:
    """What a generated page depends on beside its own inputs, the templates and the files that it loads."""
    moved = tuple(site.permanence.moved_anchors(reader.address).items())
    return site_url, menu(reader), bool(site.content.changes.changes), moved


def frame(site: Site, reader: Reader) -> dict[str, Markup]:
    """What stands around every page, by the names that the layout gives it."""
    return {
        "menu": _menu(site, reader),
        "footer": _once(site, reader, "site-footer.html", (), {"footer_menu": FOOTER, "offline": OFFLINE}),
    }


def _menu(site: Site, reader: Reader) -> Markup:
    """The entries of the menu; the one that the reader is at, or under, is marked."""
    entries = menu(reader)
    here = next((address for _, address in entries if reader.address.startswith(address)), None)
    how = "page" if here == reader.address else "true"
    return _once(site, reader, "site-menu.html", (here, how), {"menu": entries, "here": here, "how": how})


def _once(site: Site, reader: Reader, template: str, state: tuple[Any, ...], context: dict[str, Any]) -> Markup:
    """A piece that is the same on all pages of a version that lie equally deep, but for its `state`."""
    made, key = site.content.made, (template, reader.version.locale, reader.root, state)
    if key not in made:
        made[key] = site.render(template, {"r": reader, "root": reader.link("/"), "top": reader.root, **context})
    return cast(Markup, made[key])
