import gc
import os
import weakref

import pytest

from legal_site.processes import at_once

_alive: "weakref.WeakSet[_Loop]" = weakref.WeakSet()


class _Loop:
    """What only a search for garbage takes away, as large as the texts of a page."""

    def __init__(self) -> None:
        self.itself = self
        self.parts = [[] for _ in range(100)]
        _alive.add(self)


def _work(_: int) -> int:
    _Loop()
    return len(_alive)


@pytest.mark.parametrize("processors", [1, 2])
def test_what_a_page_leaves_behind_is_taken_away_though_the_build_looks_for_no_garbage(monkeypatch, processors):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(processors), raising=False)
    gc.disable()
    try:
        left = at_once(_work, range(200))
    finally:
        gc.enable()
    assert max(left) < 50
    assert gc.get_freeze_count() == 0
