"""Work on all processors at once, where processes can be forked."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")


def at_once(work: Callable[[Part], Made], parts: Iterable[Part]) -> list[Made]:
    """What `work` makes of each part, in order. Processes begin as copies of this one: what it knows, they know.

    Raises what `work` raises.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if processors == 1 or "fork" not in get_all_start_methods():
        was_enabled = gc.isenabled()
        _collect_what_is_new()
        try:
            return [work(part) for part in parts]
        finally:
            gc.unfreeze()
            if not was_enabled:
                gc.disable()
    with ProcessPoolExecutor(processors, get_context("fork"), _collect_what_is_new) as pool:
        return list(pool.map(work, parts))


def _collect_what_is_new() -> None:
    """Looks for garbage among what the work makes, and in nothing that was there before.

    A template that calls a macro leaves a cycle behind: without this a page's texts stay in memory to the end.
    """
    gc.freeze()
    gc.enable()
