"""A flow as a graph."""

from guides.cases import STATE, bare_flow
from legal_site import graph

FLOW = bare_flow(**STATE["flow"])


def test_every_path_is_listed_once():
    listed = list(graph.paths(FLOW))
    assert len(listed) == len(set(listed)) == graph.count_paths(FLOW)
    assert graph.Path((("asked", "no"),), "stop") in listed
    assert graph.Path((("asked", "yes"), ("knows", "face"), ("where", "unknown"), ("when", "early")), "sue") in listed


def test_the_steps_left_are_those_of_the_longest_way():
    assert graph.steps_left(FLOW) == {
        "asked": 4, "knows": 3, "where": 2, "when": 1, "stop": 0, "sue": 0, "over": 0, "complain": 0,
    }  # fmt: skip


def test_each_node_stands_after_all_that_lead_to_it():
    order = graph.in_order(FLOW)
    assert len(order) == 8
    for edge in graph.edges(FLOW):
        assert order.index(edge.source) < order.index(edge.target)


def test_a_circle_is_named_in_its_order():
    round_flow = bare_flow("a", {"a": {"on": "b", "unknown": "c"}, "b": {"on": "c"}, "c": {"on": "b"}}, [])
    assert graph.cycle(round_flow) == ["b", "c", "b"]
    assert graph.cycle(FLOW) == []


def test_what_can_be_reached():
    assert graph.reachable(FLOW) == {"asked", "knows", "when", "where", "stop", "sue", "over", "complain"}
    assert graph.reachable(FLOW, "when") == {"when", "sue", "over"}
