"""Time limits: month ends, leap days, weekends."""

import pytest

from guides.cases import DEADLINES, rule
from legal_site.deadline import end


@pytest.mark.parametrize("case", DEADLINES, ids=lambda case: case["name"])
def test_a_time_limit_ends(case):
    found = end(rule(case["rule"]), case["days"])
    assert (found and found.day) == case.get("ends")
    assert (found and found.extended) == case.get("extended")
