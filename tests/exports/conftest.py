"""Everything that is asked of the real site is asked of the one about the invented law too."""

import pytest


@pytest.fixture(scope="session", params=["real_site", "three_bridges"], ids=["real", "three-bridges"])
def site(request):
    return request.getfixturevalue(request.param)
