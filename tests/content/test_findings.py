"""Every trap and finding of the research is a lawyer's case, or a line that says where it is dealt with instead."""

import re

import pytest

from conftest import ROOT
from legal_site.build import build_content

POINTS = [*(f"trap-{number}" for number in range(1, 29)), *(f"f{number}" for number in range(1, 32))]


@pytest.fixture(scope="module")
def named():
    books = build_content(ROOT / "content_data").cases.values()
    return {entry.id for book in books for entry in (*book.cases, *book.elsewhere)}


@pytest.mark.parametrize("point", POINTS)
def test_each_point_is_dealt_with(point, named):
    assert [name for name in named if re.fullmatch(rf"{point}(-[a-z0-9-]+)?", name)]
