"""What the tests of our language share: all texts, read once."""

import pytest

from conftest import ROOT
from language.passages import Passage, passages


@pytest.fixture(scope="session")
def texts() -> list[Passage]:
    """Every text of the content and of the prose."""
    return passages(ROOT / "content_data", ROOT / "docs")
