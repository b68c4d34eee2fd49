"""Each article in all versions side by side: a page in every version, whose rows are made once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

import rcssmin

from legal_site import permalink
from legal_site.assets import Asset, fingerprinted
from legal_site.content import Law
from legal_site.document import frame
from legal_site.model.law import Article
from legal_site.old_anchors import with_old_anchors
from legal_site.site import Site
from legal_site.view.labels import article_label, article_title, wording_line
from legal_site.view.parallel import columns, compared, rows


def files(site: Site, site_url: str) -> Iterator[tuple[str, str | bytes]]:
    sheet = style(site)
    yield sheet.address, sheet.data
    for law in site.content.laws.values():
        for number, article in law.articles.items():
            yield from _pages(site, site_url, law, number, article, sheet.address)


def style(site: Site) -> Asset:
    """The style sheet of these pages, which is made from the site's versions: each is a column."""
    data = rcssmin.cssmin(site.render("parallel.css.html", {"versions": site.content.site.versions})).encode()
    return Asset(fingerprinted("parallel.css", data), data)


def _pages(site: Site, site_url: str, law: Law, number: str, article: Article, sheet: str) -> Iterator[tuple[str, str]]:
    address = permalink.parallel(law.id, number)
    home = permalink.article(law.id, number)
    readers = [site.reader(version.locale, address) for version in site.content.site.versions]
    sides = columns(readers, law, article)
    kinds = [side.kind for side in sides]
    body = site.render("parallel_rows.html", {"sides": sides, "kinds": kinds, "rows": rows(sides, law, article)})
    for reader in readers:
        context = {
            "r": reader,
            "law": law,
            "article": home,
            "label": article_label(reader, article),
            "title": article_title(reader, law, article),
            "wording_line": wording_line(reader, article.wording),
            "sides": sides,
            "links": [reader.across(home, side.reader.version) for side in sides],
            "rows": body,
            "compared": compared(law, article),
            # All versions stand on each of these pages: to a search engine they are one.
            "canonical": site_url + readers[0].own_address[1:],
            "style": permalink.relative(reader.own_address, sheet),
            "script": "page.js",
            **frame(site, reader),
        }
        yield reader.own_address, with_old_anchors(site, reader, site.render("parallel.html", context))
