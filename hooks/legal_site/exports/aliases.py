"""Pages that moved: at the old address, in every version, a page that leads on, anchors too, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site.site import Site


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    for old, anchors in site.permanence.redirects.items():
        for version in site.content.site.versions:
            reader = site.reader(version.locale, old)
            moved = [(anchor, reader.link(target)) for anchor, target in anchors.items() if anchor]
            context = {"r": reader, "target": reader.link(anchors[""]), "anchors": moved}
            yield reader.own_address, site.render("moved.html", context)
