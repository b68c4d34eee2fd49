"""Builds beside the site that is shown, and puts the new one in its place at once: there is never half a site.

Linux: renameat2(2) with RENAME_EXCHANGE, macOS: renamex_np(2) with RENAME_SWAP; elsewhere two renames, between which
there is for a moment no site at all.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_FORMER = ".former-"


def aside_of(folder: Path) -> Path:
    """Where the next site is built: beside the folder in which it is shown, on the same disk."""
    real = Path(os.path.realpath(folder))
    return real.with_name(f".{real.name}.next")


def put_in_place(folder: Path) -> None:
    """Makes what was built aside the site that is shown in `folder`, and removes the former one.

    Raises OSError if the folder cannot be renamed (it is a mount point, say); both sites are then where they were.
    """
    real = Path(os.path.realpath(folder))
    aside = aside_of(folder)
    if not real.exists():
        aside.rename(real)
        return
    if not _exchanged(aside, real):
        former = real.with_name(f".{real.name}.former")
        shutil.rmtree(former, ignore_errors=True)
        real.rename(former)
        try:
            aside.rename(real)
        except OSError:
            former.rename(real)
            raise
        former.rename(aside)
    shutil.rmtree(aside, ignore_errors=True)


def empty(folder: Path) -> None:
    """Empties the folder of a preview at once: what was in it lies in a hidden folder there until `remove_former`.

    A file that the system does not let go stays; there is nothing to do where there is no folder.
    """
    # MkDocs removes it file by file, while the editor waits, but leaves alone what is hidden.
    shown = [path for path in folder.iterdir() if not path.name.startswith(".")] if folder.is_dir() else []
    if not shown:
        return
    former = Path(tempfile.mkdtemp(prefix=_FORMER, dir=folder))
    for path in shown:
        with contextlib.suppress(OSError):  # Windows, while somebody reads it; MkDocs then tries what it can
            path.rename(former / path.name)


def remove_former(folder: Path, stopped: Callable[[], bool]) -> None:
    """Removes what `empty` has left in a folder, as far as it comes until `stopped`."""
    for former in folder.glob(f"{_FORMER}*"):
        for path in former.iterdir():
            if stopped():
                return
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        former.rmdir()


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system could let two folders change places in one step."""
    at_folder, swap = -100, 2  # AT_FDCWD; RENAME_EXCHANGE and RENAME_SWAP alike
    names = os.fsencode(one), os.fsencode(other)
    calls = {
        "linux": lambda library: library.renameat2(at_folder, names[0], at_folder, names[1], swap),
        "darwin": lambda library: library.renamex_np(*names, swap),
    }
    try:
        return bool(calls[sys.platform](ctypes.CDLL(None)) == 0)
    except (AttributeError, KeyError, OSError, TypeError):
        return False
