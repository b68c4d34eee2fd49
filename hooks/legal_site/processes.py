"""Work on all processors at once, where processes can be forked."""

from __future__ import annotations

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
        return [work(part) for part in parts]
    with ProcessPoolExecutor(processors, get_context("fork")) as pool:
        return list(pool.map(work, parts))
