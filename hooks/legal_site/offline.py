"""The whole site as one ZIP that opens from a disk: every page of every version, with its styles, scripts and search.

A browser shows a folder on a disk as a list of files, so each link to a folder names its `index.html` here. Data,
feeds and share pictures, which programs read, are left out; what leads to them leads to the public site.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Set
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath, splitext
from urllib.parse import urljoin, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from legal_site.permalink import OFFLINE, file_of, picture_address

_READ = frozenset({".html", ".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2"})
"""What a browser shows or runs."""

_LINK = re.compile(
    r"(<(?:a|area|form|iframe|image|img|link|meta|script|source|use)\b[^<>]*?"
    r' (?:(?:href|src|action)="|content="\d+; ?url=))(?![a-z][a-z0-9+.-]*:|#|//)([^"?#]+)'
)
"""A relative link: the tag up to it, and its path without query and anchor. Attributes are quoted by the templates."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^"<>]*(?:"[^"]*"[^"<>]*)*>')


def write_offline(folder: Path, site_url: str) -> None:
    """Writes the ZIP into the built site under `folder`, when all else stands there; `site_url` ends with a slash."""
    path = folder / file_of(OFFLINE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(offline_zip(folder, site_url))


def offline_zip(folder: Path, site_url: str) -> bytes:
    """The ZIP's bytes, which depend on nothing but the names and the bytes of the files.

    It holds one folder, named after the site's address, in which `index.html` is the only file.
    """
    names = sorted(_carried(folder))
    carried = frozenset(names)
    address = urlsplit(site_url)
    host = address.netloc.encode("idna").decode("ascii")
    top = re.sub(r"[^a-z0-9.]+", "-", f"{host}{address.path}".lower()).strip("-.") or "site"
    zipped = BytesIO()
    with ZipFile(zipped, "w") as archive:
        for name in names:
            data = (folder / name).read_bytes()
            if name.endswith(".html"):
                data = _from_disk(data.decode(), name, carried, site_url).encode()
            archive.writestr(_entry(f"{top}/{name}"), data, ZIP_DEFLATED, 6)
    return zipped.getvalue()


def _carried(folder: Path) -> Iterator[str]:
    """The files of a built site that a reader needs, by their names under its folder.

    No page links to 404.html: only a host shows it.
    """
    left_out = {picture_address(""), "404.html"}
    for place, _, files in os.walk(folder):
        inside = Path(place).relative_to(folder).as_posix()
        for file in files:
            licence = inside.startswith("assets") and file.endswith(".txt")
            if (splitext(file)[1] in _READ or licence) and file not in left_out:
                yield normpath(join(inside, file))


def _from_disk(page: str, name: str, carried: Set[str], site_url: str) -> str:
    """The page with links that lead on from a disk."""
    folder = dirname(name)

    def link(match: re.Match[str]) -> str:
        before, path = match.groups()
        file = f"{path}index.html" if path.endswith("/") else path
        inside = normpath(join(folder, file)) in carried
        return before + (file if inside else urljoin(site_url + name, path))

    # 'self' is no host on a disk: Firefox then refuses the form of the search.
    page = _POLICY.sub("", page)
    return _LINK.sub(link, page)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)  # dated 1 January 1980, the earliest date that a ZIP can have
    entry.create_system = 3  # Unix, on Windows too
    entry.external_attr = 0o644 << 16
    return entry
