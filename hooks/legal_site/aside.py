"""Builds beside the site that is shown, and puts the new one in its place at once: there is never half a site.

Linux: renameat2(2) with RENAME_EXCHANGE, macOS: renamex_np(2) with RENAME_SWAP; elsewhere two renames, between which
there is for a moment no site at all.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path


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
