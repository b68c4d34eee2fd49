"""Whatever arrow is led astray or citation dropped: a rule or a lawyer's case notices."""

import pytest

from conftest import ROOT
from guides.mutation import survivors
from legal_site.build import build_content
from legal_site.decode import decode
from legal_site.load import load

FOLDER = ROOT / "content_data"
FLOWS = sorted(path.stem for path in (FOLDER / "flows").glob("*.yml"))


@pytest.fixture(scope="module")
def documents():
    return decode(load(FOLDER)).documents


@pytest.fixture(scope="module")
def real_content():
    return build_content(FOLDER)


@pytest.mark.parametrize("flow", FLOWS)
def test_every_spoilt_guide_is_noticed(flow, real_content, documents):
    count, unnoticed = survivors(flow, real_content, documents)
    assert count > 500
    assert unnoticed == []
