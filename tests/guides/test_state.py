"""The state of a guide in the address: settled, changed, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.cases import STATE, bare_flow
from legal_site import fragment, graph

FLOW = bare_flow(**STATE["flow"])


@pytest.mark.parametrize("case", STATE["settle"], ids=lambda case: case["name"])
def test_an_address_is_settled(case):
    read = fragment.parse(case["hash"])
    settled = fragment.settle(FLOW, read.node, read.answers)
    assert settled.node == case["node"]
    assert [list(step) for step in settled.steps] == case.get("steps", [])
    assert settled.kept == case.get("kept", {})
    assert settled.dropped == case.get("dropped", [])
    assert (settled.fits and read.clean) == case["fits"]


@pytest.mark.parametrize("case", STATE["choose"], ids=lambda case: case["name"])
def test_an_answer_leads_on(case):
    read = fragment.parse(case["from"])
    kept = fragment.settle(FLOW, case["node"], read.answers).kept
    settled = fragment.choose(FLOW, case["node"], case["answer"], kept)
    assert fragment.printed(settled.node, settled.kept) == case["then"]
    assert settled.dropped == case.get("dropped", [])


@pytest.mark.parametrize("text", STATE["hostile"])
def test_a_hostile_address_shows_the_start_and_says_so(text):
    read = fragment.parse(text)
    settled = fragment.settle(FLOW, read.node, read.answers)
    assert settled.node == "asked"
    assert not (settled.fits and read.clean)


def test_every_path_is_its_own_address():
    for path in graph.paths(FLOW):
        address = fragment.printed(path.outcome, dict(path.steps))
        read = fragment.parse(address)
        settled = fragment.settle(FLOW, read.node, read.answers)
        assert (settled.node, tuple(settled.steps), settled.fits) == (path.outcome, path.steps, True)


@given(st.text())
def test_no_address_whatever_breaks_it(text):
    read = fragment.parse(text)
    settled = fragment.settle(FLOW, read.node, read.answers)
    again = fragment.parse(fragment.printed(settled.node, settled.kept))
    assert again.clean
    assert fragment.settle(FLOW, again.node, again.answers).node == settled.node
