"""The guides' scripts answer as the Python side does: the same cases, asked in the browser."""

import random

import pytest

from conftest import ROOT
from guides.cases import DEADLINES, STATE, bare_flow, shape
from legal_site import fragment, graph

ASSETS = ROOT / "hooks/legal_site/theme/assets"
FLOW_OF = """
function flowOf(shape) {
  const flow = {start: shape.start, questions: new Map(), nodes: new Map()};
  for (const [id, answers] of Object.entries(shape.questions)) {
    flow.questions.set(id, new Map(Object.entries(answers)));
    flow.nodes.set(id, null);
  }
  for (const id of shape.outcomes) flow.nodes.set(id, null);
  return flow;
}
function told(settled, clean) {
  const kept = [...settled.kept];
  return {node: settled.node, steps: settled.steps, kept: kept, dropped: settled.dropped, fits: settled.fits && clean};
}
function settled(shape, hash) {
  const flow = flowOf(shape), read = guideState.parse(hash);
  return told(guideState.settle(flow, read.node, read.answers), read.clean);
}
"""


@pytest.fixture(scope="module", params=["UTC", "Europe/Belgrade", "Pacific/Auckland", "America/Los_Angeles"])
def scripts(browser, request):
    """A bare page with the two scripts that compute, in four time zones."""
    with browser.new_context(timezone_id=request.param) as context:
        page = context.new_page()
        page.set_content("<!doctype html><title>x</title>")
        for name in ("flow-state", "deadlines"):
            page.add_script_tag(path=ASSETS / f"{name}.js")
        page.add_script_tag(content=FLOW_OF)
        yield page


def python_settled(flow, text):
    read = fragment.parse(text)
    settled = fragment.settle(flow, read.node, read.answers)
    return {
        "node": settled.node,
        "steps": [list(step) for step in settled.steps],
        "kept": [list(pair) for pair in settled.kept.items()],
        "dropped": settled.dropped,
        "fits": settled.fits and read.clean,
    }


def test_time_limits_end_on_the_same_day_in_every_time_zone(scripts):
    rules = []
    for case in DEADLINES:
        (unit,) = (unit for unit in ("days", "months", "years") if unit in case["rule"])
        rules.append({
            "unit": unit,
            "period": case["rule"][unit],
            "starts": case["rule"]["starts"],
            "countsFirstDay": case["rule"].get("counts_first_day", False),
            "weekendExtends": case["rule"].get("weekend_extends", False),
        })  # fmt: skip
    days = [{name: day.isoformat() for name, day in case["days"].items()} for case in DEADLINES]
    ask = "([rules, days]) => rules.map((rule, i) => guideDeadlines.end(rule, days[i]))"
    found = scripts.evaluate(ask, [rules, days])
    for case, end in zip(DEADLINES, found, strict=True):
        expected = case.get("ends") and case["ends"].isoformat()
        extended = case.get("extended") and case["extended"].isoformat()
        assert end == (expected and {"day": expected, "extended": extended}), case["name"]


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "0000-00-00", "26-1-1", "2026-1-1", "", "today"])
def test_what_is_no_day_is_not_computed(scripts, text):
    rule = {"unit": "days", "period": 8, "starts": ["a"], "countsFirstDay": False, "weekendExtends": False}
    assert scripts.evaluate("([rule, day]) => guideDeadlines.end(rule, {a: day})", [rule, text]) is None


def test_a_calendar_file_follows_its_standard(scripts):
    """RFC 5545: lines end with CRLF, are at most 75 bytes long, and texts are escaped."""
    name = "Приватна тужба; суду, у року од три месеца – " + "врло дуго име " * 6
    text = scripts.evaluate("name => guideDeadlines.calendar(name, '2026-06-10', '20260301T000000Z')", name)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert max(len(line.encode()) for line in lines) <= 75
    assert "\n" not in text.replace("\r\n", "")
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert "DTSTART;VALUE=DATE:20260610" in unfolded and "DTEND;VALUE=DATE:20260611" in unfolded
    assert f"SUMMARY:{name}".replace(";", "\\;").replace(",", "\\,") in unfolded


def test_every_case_of_the_address_is_settled_alike(scripts):
    flow = bare_flow(**STATE["flow"])
    texts = [*(case["hash"] for case in STATE["settle"]), *STATE["hostile"]]
    found = scripts.evaluate("([flow, all]) => all.map(text => settled(flow, text))", [shape(flow), texts])
    assert found == [python_settled(flow, text) for text in texts]


def test_every_answer_leads_on_alike(scripts):
    choose = """([shape, cases]) => cases.map(given => {
      const flow = flowOf(shape), read = guideState.parse(given.from);
      const kept = guideState.settle(flow, given.node, read.answers).kept;
      const after = guideState.choose(flow, given.node, given.answer, kept);
      return [guideState.print(after.node, after.kept), after.dropped];
    })"""
    found = scripts.evaluate(choose, [shape(bare_flow(**STATE["flow"])), STATE["choose"]])
    assert found == [[case["then"], case.get("dropped", [])] for case in STATE["choose"]]


def test_every_path_of_every_guide_is_replayed_and_ends_where_the_table_says(scripts, content):
    for name, flow in content.flows.items():
        paths = list(graph.paths(flow))
        texts = [fragment.printed(path.outcome, dict(path.steps)) for path in paths]
        found = scripts.evaluate("([flow, all]) => all.map(text => settled(flow, text))", [shape(flow), texts])
        for path, settled in zip(paths, found, strict=True):
            steps = [list(step) for step in path.steps]
            assert (settled["node"], settled["steps"], settled["fits"]) == (path.outcome, steps, True), name


def test_addresses_nobody_thought_of_are_settled_alike(scripts, content):
    """Two thousand addresses made by chance from the words of a guide and from rubbish."""
    chance = random.Random(146)
    flow = next(iter(content.flows.values()))
    nodes = [question.id for question in flow.questions] + [outcome.id for outcome in flow.outcomes]
    answers = sorted({answer.id for question in flow.questions for answer in question.answers})
    rubbish = ["", "никад", "a b", "<b>", "%20", "%zz", "__proto__", "=", "&", "?", "#", "unknown-", "-x", "\u202e"]

    def word(words):
        return chance.choice(rubbish) if chance.random() < 0.05 else chance.choice(words)

    texts = []
    for _ in range(2000):
        pairs = "&".join(f"{word(nodes)}={word(answers)}" for _ in range(chance.randrange(7)))
        texts.append(f"#{word(nodes)}?{pairs}" if pairs else f"#{word(nodes)}")
    for path in list(graph.paths(flow))[:500]:
        steps = dict(path.steps)
        steps[chance.choice(list(steps))] = word(answers)
        texts.append(fragment.printed(chance.choice(nodes), steps))
    found = scripts.evaluate("([flow, all]) => all.map(text => settled(flow, text))", [shape(flow), texts])
    assert found == [python_settled(flow, text) for text in texts]
