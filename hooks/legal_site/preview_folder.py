"""Empties the folder in which a preview is shown without letting its editor wait for that."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

_FORMER = ".former-"


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
