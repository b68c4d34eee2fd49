"""A share picture for each published paragraph of law and of a statement, in each version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path

from legal_site import permalink
from legal_site.exports.picture_cache import PictureCache, cache_folder
from legal_site.font import BOLD, REGULAR
from legal_site.model.law import Paragraph
from legal_site.model.site import Version
from legal_site.permalink import statement_anchor, statement_card
from legal_site.relations import paragraph_of
from legal_site.site import Site
from legal_site.view.picture import Picture, provision_picture, statement_picture

_CODE = ("pictures.py", "picture_text.py", "picture_drawing.py")


Files = Callable[[], Iterator[tuple[str, bytes]]]
"""Makes addresses and PNGs."""


def files(site: Site, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The addresses and PNGs; an unchanged picture comes from the cache."""
    for share in shares(site, site_url):
        yield from share()


def shares(site: Site, site_url: str) -> list[Files]:
    """The same cut into versions, which can be made at the same time: drawing all takes longer than all pages."""
    cache = PictureCache(cache_folder())
    cache.prune(_number_of_pictures(site))
    return [partial(_of_version, site, site_url, version, cache) for version in site.content.site.versions]


def pictures(site: Site, site_url: str) -> Iterator[tuple[str, Picture]]:
    """The address of each picture and what it says."""
    for version in site.content.site.versions:
        yield from _pictures_of(site, site_url, version)


def _of_version(site: Site, site_url: str, version: Version, cache: PictureCache) -> Iterator[tuple[str, bytes]]:
    for address, picture in _pictures_of(site, site_url, version):
        yield address, cache.picture(picture_key(picture), partial(_draw, picture))


def _pictures_of(site: Site, site_url: str, version: Version) -> Iterator[tuple[str, Picture]]:
    reader = site.reader(version.locale, "/")

    def address(card: str) -> str:
        return permalink.prefixed(permalink.picture_address(card), reader.prefix)

    for law in site.content.laws.values():
        for article in law.articles.values():
            for part in article.paragraphs:
                if isinstance(part, Paragraph):
                    card = permalink.card(paragraph_of(law.id, article, part))
                    yield address(card), provision_picture(reader, site_url, law, article, part)
    for statement in site.content.statements.values():
        for passage in statement.paragraphs:
            card = statement_card(statement.id, statement_anchor(passage.number))
            yield address(card), statement_picture(reader, site_url, statement, passage)


def _number_of_pictures(site: Site) -> int:
    articles = (article for law in site.content.laws.values() for article in law.articles.values())
    paragraphs = sum(isinstance(part, Paragraph) for article in articles for part in article.paragraphs)
    passages = sum(len(statement.paragraphs) for statement in site.content.statements.values())
    return (paragraphs + passages) * len(site.content.site.versions)


def picture_key(picture: Picture) -> str:
    """The hash of everything that decides how a picture is drawn."""
    return sha256(repr((picture, _drawn_with())).encode()).hexdigest()[:40]


@lru_cache(maxsize=1)
def _drawn_with() -> tuple[str, ...]:
    """The fonts, the code and the library."""
    paths = (REGULAR, BOLD, *(Path(__file__).with_name(name) for name in _CODE))
    return installed("pillow"), *(sha256(path.read_bytes()).hexdigest() for path in paths)


def _draw(picture: Picture) -> bytes:
    # Loaded when there is something to draw: checking the content and an unchanged build need no Pillow.
    from legal_site.exports.picture_drawing import draw

    return draw(picture)
