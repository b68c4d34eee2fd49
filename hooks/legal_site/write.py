"""Writes the files that are no pages of MkDocs: the lasting addresses of wordings, robots.txt."""

from __future__ import annotations

from pathlib import Path

from legal_site import permalink
from legal_site.site import Site
from legal_site.view.article import long_date
from legal_site.view.wording import earlier_view, redirect_view


def write_shared_files(site: Site, folder: Path, site_url: str) -> None:
    """Writes into the built site under `folder`; `site_url` ends with a slash."""
    _write(folder, "/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n")
    for version in site.content.site.versions:
        for law in site.content.laws.values():
            for number, article in law.articles.items():
                address = permalink.wording(law.id, number, article.wording.as_of)
                reader = site.reader(version.locale, address)
                page = site.render("redirect.html", {"r": reader, **redirect_view(reader, law, article)})
                _write(folder, reader.own_address, page)
                for earlier in article.earlier_wordings:
                    address = permalink.wording(law.id, number, earlier.wording.as_of)
                    reader = site.reader(version.locale, address)
                    context = earlier_view(reader, law, article, earlier, site.relations)
                    replaced = long_date(reader, article.wording.as_of)
                    page = site.render("wording.html", {"r": reader, "replaced_on": replaced, **context})
                    _write(folder, reader.own_address, page)


def _write(folder: Path, address: str, text: str) -> None:
    path = folder / permalink.file_of(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
