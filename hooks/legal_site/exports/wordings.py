"""The lasting address of each dated wording: a light redirect while it is in force, itself once it is replaced."""

from __future__ import annotations

from collections.abc import Iterator

from legal_site import permalink
from legal_site.document import frame
from legal_site.old_anchors import with_old_anchors
from legal_site.site import Site
from legal_site.view.labels import long_date
from legal_site.view.reader import Reader
from legal_site.view.wording import earlier_view, redirect_view


def files(site: Site, site_url: str) -> Iterator[tuple[str, str]]:
    for version in site.content.site.versions:
        for law in site.content.laws.values():
            for number, article in law.articles.items():
                reader = site.reader(version.locale, permalink.wording(law.id, number, article.wording.as_of))
                view = redirect_view(reader, law, article)
                moved = [*_moved(site, reader, str(view["target"]))]
                yield reader.own_address, site.render("redirect.html", {"r": reader, "moved": moved, **view})
                newer = article.wording
                for earlier in article.earlier_wordings:  # newest first
                    reader = site.reader(version.locale, permalink.wording(law.id, number, earlier.wording.as_of))
                    context = earlier_view(reader, law, article, earlier)
                    context |= {"r": reader, "base": site_url, "script": "paragraphs.js", **frame(site, reader)}
                    replaced = long_date(reader, newer.as_of)
                    newer = earlier.wording
                    page = site.render("wording.html", {"replaced_on": replaced, **context})
                    yield reader.own_address, with_old_anchors(site, reader, page)


def _moved(site: Site, reader: Reader, article: str) -> Iterator[tuple[str, str]]:
    """The anchors of a current wording that moved, with the links that lead on; `article` is the one to its page.

    Who asks for an anchor that moved on this page is led to the article at once, not to a page that leads there.
    """
    for old, new in site.permanence.moved_anchors(reader.address).items():
        page, _, anchor = new.partition("#")
        yield old, f"{article}#{anchor}" if page == reader.address and anchor else reader.link(new)
