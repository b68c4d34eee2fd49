"""Keeps drawn pictures from build to build, by all that they were drawn from.

A file's name is the hash of that, so a changed word, font, colour or line of code draws anew and nothing has to be
compared. Files are written whole or not at all. A folder that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[3]
_END = b"IEND\xaeB`\x82"
"""The last bytes of every whole PNG (https://www.w3.org/TR/png-3/#11IEND): a disk that filled up leaves none."""
_SPARE = 2000
"""How many files of earlier builds stay beside those that one needs, when there are too many."""


class PictureCache:
    """The pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.drawn = 0

    def picture(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """The picture that is kept under the key, else a drawn one, which is kept from now on."""
        path = self._folder / f"{key}.png"
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            if data.endswith(_END):
                os.utime(path)
                return data
        data = draw()
        self.drawn += 1
        with contextlib.suppress(OSError):
            self._write(path, data)
        return data

    def _write(self, path: Path, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise

    def prune(self, needed: int) -> None:
        """Deletes what was used longest ago where more have gathered than a build needs, and some to spare."""
        with contextlib.suppress(OSError):
            kept = sorted(os.scandir(self._folder), key=lambda entry: entry.stat().st_mtime)
            for entry in kept[: max(len(kept) - needed - _SPARE, 0)]:
                os.unlink(entry.path)


def cache_folder() -> Path:
    """`.cache/pictures` in the checkout, which git ignores, or the folder that PICTURE_CACHE names."""
    return Path(os.environ.get("PICTURE_CACHE") or _CHECKOUT / ".cache" / "pictures")
