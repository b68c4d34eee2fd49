"""Which files belong to a page: its twin beside it, its data in another folder. A page that moves takes them along."""

from __future__ import annotations

import re

_DATA = re.compile(r"/data/(law|statement|flow)/([^.]+)(\..+)")
_PAGES_OF_DATA = {"flow": "guide"}
"""The folder of the pages whose data lie in a folder of another name."""


def page_of_file(file: str) -> str | None:
    """The page to which a file belongs: `/data/flow/a.json` → `/guide/a/`, `/law/kz/1/index.md` → `/law/kz/1/`.

    None: it is the whole site's.
    """
    if data := _DATA.fullmatch(file):
        return f"/{_PAGES_OF_DATA.get(data[1], data[1])}/{data[2]}/"
    return None if is_shared(file) else file[: file.rindex("/") + 1]


def like_file(file: str, page: str) -> str | None:
    """What a file of one page is called for another. None: no such page has one."""
    if not (data := _DATA.fullmatch(file)):
        return page + file[file.rindex("/") + 1 :]
    kind, _, name = page.strip("/").partition("/")
    folders = {page: folder for folder, page in _PAGES_OF_DATA.items()}
    twin = f"/data/{folders.get(kind, kind)}/{name}{data[3]}"
    return twin if page_of_file(twin) == page else None


def is_shared(file: str) -> bool:
    """Whether a file is one for all versions, and has no version's prefix."""
    return file.startswith("/data/")
