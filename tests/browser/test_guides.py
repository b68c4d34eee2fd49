"""The guides in a browser: every answer and outcome, there and back, and what the reader does on the way."""

import os
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from accessibility import violations
from awake import DRAWN, wait_awake
from browser.moved import MOVED
from conftest import ROOT
from legal_site import fragment, graph, permalink
from legal_site.assets import GUIDE_PARTS, LETTER_PARTS, assets, small
from legal_site.view.reader import Reader

PROOF = "PROOF" in os.environ
FLOWS = sorted(path.stem for path in (ROOT / "content_data/flows").glob("*.yml"))
SHOWN = "[data-node]:not([hidden])"

# Answers by clicking, then goes back as far as no path before has been, and forward again; says where it was not
# where it should be.
WALK = """async paths => {
  const shown = () => [...document.querySelectorAll('[data-node]')].filter(e => !e.hidden).map(e => e.id).join();
  const moved = move => new Promise(done => {
    addEventListener('popstate', () => setTimeout(done), {once: true});
    move();
  });
  const wrong = [], been = new Set();
  const see = (node, hash, when) => {
    if (shown() === node && location.hash === hash) return;
    wrong.push(`${when}: ${shown()} ${location.hash} for ${node} ${hash}`);
  };
  for (const path of paths) {
    document.querySelector('.controls [data-restart]').click();
    path.forEach(([question, answer, node, hash]) => {
      document.getElementById(question).querySelector(`[data-answer="${answer}"]`).click();
      see(node, hash, 'answered');
    });
    const fresh = Math.max(1, path.findIndex(([, , , hash]) => !been.has(hash)));
    path.forEach(([, , , hash]) => been.add(hash));
    for (let i = path.length - 1; i >= fresh; i--) {
      await moved(() => history.back());
      see(path[i - 1][2], path[i - 1][3], 'back');
    }
    for (let i = fresh; i < path.length; i++) {
      await moved(() => history.forward());
      see(path[i][2], path[i][3], 'forward');
    }
  }
  return wrong;
}"""


def days_ago(number):
    return (date.today() - timedelta(days=number)).isoformat()


def covering(flow):
    """Few paths on which every answer is given and every outcome reached, each with the state after every step."""
    targets = {(edge.source, edge.answer): edge.target for edge in graph.edges(flow)}
    left = set(targets)
    chosen = []
    for path in sorted(graph.paths(flow), key=lambda path: -len(path.steps)):
        if left & set(path.steps):
            left -= set(path.steps)
            chosen.append(path)
    assert not left
    walks = []
    for path in chosen:
        given = {}
        walk = []
        for question, answer in path.steps:
            given[question] = answer
            node = targets[question, answer]
            walk.append([question, answer, node, fragment.printed(node, given)])
        walks.append(walk)
    return walks


def pages_asked(visit):
    return [url for url in visit.requests if not url.endswith("/icon.svg")]


def path_to(flow, kind=None, letters=False, deadlines=False, steps=3):
    """A path to an outcome of a kind, with letters and time limits where they are asked for."""
    outcomes = {outcome.id: outcome for outcome in flow.outcomes}
    return next(
        path
        for path in graph.paths(flow)
        if len(path.steps) >= steps
        and (kind is None or outcomes[path.outcome].kind == kind)
        and (not letters or outcomes[path.outcome].letters)
        and (not deadlines or outcomes[path.outcome].deadlines)
    )


@pytest.fixture
def citizen(content):
    return content.flows["citizen"]


def address_of(site, flow, version=0, path=None, hash=""):
    text = hash or (fragment.printed(path.outcome, dict(path.steps)) if path else "")
    return site.address(site.versions[version], permalink.guide(flow)) + text


@pytest.mark.parametrize(
    ("flow", "version"),
    [(flow, version) for at, flow in enumerate(FLOWS) for version in (range(3) if PROOF else [at % 3])],
)
def test_answers_lead_to_outcomes_there_and_back_with_no_request(visits, site, flow, version):
    """Every sixth path, and versions take turns; every answer and outcome in each version in `make proof`."""
    paths = covering(site.content.flows[flow])[:: 1 if PROOF else 6]
    with visits() as v:
        v.open(address_of(site, flow, version))
        # Chromium asks for the icon again with every entry of the history, which takes most of the time.
        v.page.evaluate("() => document.querySelectorAll('link[rel=icon]').forEach(e => e.remove())")
        before = pages_asked(v)
        assert v.page.evaluate(WALK, paths) == []
        assert pages_asked(v) == before
        assert v.page.evaluate("() => localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("flow", FLOWS)
def test_every_node_opens_from_its_bare_address(visits, site, flow):
    """In the first version, in `make proof` in each."""
    open_each = """nodes => nodes.filter(node => {
      location.hash = '#' + node;
      dispatchEvent(new PopStateEvent('popstate'));
      const shown = [...document.querySelectorAll('[data-node]')].filter(e => !e.hidden);
      return shown.length !== 1 || shown[0].id !== node || document.querySelector('[data-say]').textContent;
    })"""
    nodes = graph.in_order(site.content.flows[flow])
    with visits() as v:
        for version in range(len(site.versions) if PROOF else 1):
            v.open(address_of(site, flow, version))
            assert v.page.evaluate(open_each, nodes) == []
            v.open(address_of(site, flow, version, hash=f"#{nodes[-1]}"))
            assert v.page.locator(SHOWN).get_attribute("id") == nodes[-1]


def test_an_address_with_answers_opens_elsewhere_and_survives_a_reload(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        for _ in range(2):
            assert v.page.locator(SHOWN).get_attribute("id") == path.outcome
            assert v.page.locator("[data-trail] li").count() == len(path.steps)
            v.page.reload()


def test_the_link_to_a_place_keeps_the_answers(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(f"{SHOWN} [data-self]").click()
        assert v.page.url.endswith(address_of(site, "citizen", path=path))
        assert v.page.locator("[data-trail] li").count() == len(path.steps)


def with_former_ids(nodes, route):
    """The page as a build makes it that has a line in `aliases.txt` for each node (site/test_moves.py)."""
    document = route.fetch().text()
    for node in nodes:
        before, found, after = document.partition(f' id="{node}"')
        tag, end, rest = after.partition(">")
        document = f'{before}{found}{tag}{end}<span id="once-{node}"></span>{rest}'
    route.fulfill(body=document, content_type="text/html")


@pytest.mark.parametrize("flow", FLOWS if PROOF else FLOWS[2:])
def test_a_renamed_node_is_shown_under_its_former_name_with_and_without_answers(visits, site, flow):
    path = max(graph.paths(site.content.flows[flow]), key=lambda path: len(path.steps))
    question, outcome = path.steps[1][0], path.outcome
    address = address_of(site, flow)
    steps = {f"once-{node}" if node == question else node: answer for node, answer in path.steps}
    for asked, shown in [
        (f"#once-{question}", question),
        (f"#once-{outcome}", outcome),
        (fragment.printed(f"once-{outcome}", steps), outcome),
    ]:
        with visits() as v:
            v.page.route(f"**{address}", partial(with_former_ids, (question, outcome)))
            v.open(address + asked)
            assert v.page.locator(SHOWN).get_attribute("data-node") == shown
            assert v.page.locator("[data-say]").inner_text() == ""


def test_whoever_was_led_into_the_middle_learns_with_the_outcome_that_more_is_asked(visits, site):
    """From “does this concern me?” under a paragraph of the law, for one."""
    name, flow = next(iter(site.content.flows.items()))
    path = max(graph.paths(flow), key=lambda path: len(path.steps))
    for version in range(len(site.versions)):
        said = Reader(site.content, site.versions[version], "/").ui("say_middle")
        for begun in (0, len(path.steps) - 1):
            with visits() as v:
                v.open(address_of(site, name, version) + "#" + path.steps[begun][0])
                for question, answer in path.steps[begun:]:
                    assert v.page.locator("[data-say]").inner_text() == ""
                    v.page.locator(f"#{question} [data-answer={answer}]").click()
                expect(v.page.locator(SHOWN)).to_have_attribute("data-node", path.outcome)
                expect(v.page.locator("[data-say]")).to_have_text(said if begun else "")


def test_the_version_changes_half_way_and_keeps_node_and_answers(visits, site, citizen):
    path = path_to(citizen)
    steps = dict(path.steps[:2])
    node = graph.walk(citizen, steps)[1]
    hash = fragment.printed(node, steps)
    with visits() as v:
        v.open(address_of(site, "citizen", hash=hash))
        for number, version in [*list(enumerate(site.versions))[1:], (0, site.versions[0])]:
            v.page.locator(f"header [data-version='{version.locale}']").click()
            v.page.wait_for_url(v.host + address_of(site, "citizen", number, hash=hash))
            wait_awake(v.page)
            assert v.page.locator(SHOWN).get_attribute("id") == node
        with v.page.expect_navigation():
            v.page.locator(f"{SHOWN} [data-version]").first.click()
        wait_awake(v.page)
        expect(v.page.locator(SHOWN)).to_have_attribute("id", node)
        assert v.page.evaluate("() => location.hash") == hash


def test_a_changed_answer_keeps_what_holds_and_names_what_fell_away(visits, site, citizen):
    path = path_to(citizen, steps=5)
    first, *_ = path.steps
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(f"[data-trail] [data-change='{first[0]}']").click()
        assert v.page.locator(SHOWN).get_attribute("id") == first[0]
        v.page.locator(f"{SHOWN} [data-answer='{first[1]}']").click()
        assert v.page.locator(SHOWN).get_attribute("id") == path.outcome, "the same answer leads back to the outcome"
        others = {a.id for a in graph.questions(citizen)[first[0]].answers} - {first[1]}
        dropping = next(
            answer for answer in sorted(others) if fragment.choose(citizen, first[0], answer, dict(path.steps)).dropped
        )
        v.page.locator(f"[data-trail] [data-change='{first[0]}']").click()
        v.page.locator(f"{SHOWN} [data-answer='{dropping}']").click()
        after = fragment.choose(citizen, first[0], dropping, dict(path.steps))
        assert v.page.locator(SHOWN).get_attribute("id") == after.node
        expect(v.page.locator("[data-say]")).to_be_in_viewport()
        said = v.page.locator("[data-say]").inner_text()
        for question in after.dropped:
            assert graph.questions(citizen)[question].question[site.locale(site.versions[0])] in said


@pytest.mark.parametrize("number", range(3))
def test_what_fell_away_stands_in_the_languages_own_quotation_marks(visits, site, citizen, number):
    path = path_to(citizen, steps=5)
    first, answer = path.steps[0]
    others = sorted({a.id for a in graph.questions(citizen)[first].answers} - {answer})
    change = next(answer for answer in others if fragment.choose(citizen, first, answer, dict(path.steps)).dropped)
    version = site.versions[number]
    with visits() as v:
        v.open(address_of(site, "citizen", number, path))
        v.page.locator(f"[data-trail] [data-change='{first}']").click()
        v.page.locator(f"{SHOWN} [data-answer='{change}']").click()
        opening, closing = site.content.interface.texts["in_quotes"][site.locale(version)].split("{words}")
        said = v.page.locator("[data-say]").inner_text()
        assert f": {opening}" in said and said.endswith(f"{closing}.")


@pytest.mark.parametrize("hash", ["#<img src=x onerror=alert(1)>", "#no-such-node?what=ever", "#%zz", "#__proto__"])
def test_an_address_that_does_not_fit_opens_the_start_and_says_so(visits, site, citizen, hash):
    with visits() as v:
        v.page.on("dialog", lambda dialog: v.errors.append(dialog.message))
        v.open(address_of(site, "citizen", hash=hash))
        assert v.page.locator(SHOWN).get_attribute("id") == citizen.start
        expect(v.page.locator("[data-say]")).to_be_in_viewport()
        assert v.page.locator("[data-say]").inner_text()
        assert v.page.locator("img").count() == 0
        assert v.page.evaluate("() => location.hash") == f"#{citizen.start}"


def test_a_new_question_is_heard_seen_and_reached_by_keyboard(visits, site, citizen):
    with visits(width=320) as v:
        v.open(address_of(site, "citizen"))
        first = v.page.locator(f"{SHOWN} [data-answer]").first
        first.focus()
        v.page.keyboard.press("Enter")
        heading = v.page.locator(f"{SHOWN} [data-title]")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        assert heading.inner_text() in v.page.title()
        v.page.keyboard.press("Tab")
        inside = "() => document.activeElement.closest('[data-node]') !== null"
        assert v.page.evaluate(inside)


def test_targets_are_large_enough_for_a_thumb(visits, site, citizen):
    small = """() => [...document.querySelectorAll('.answer, .controls a, .controls button, [data-change], summary')]
      .filter(e => e.checkVisibility() && e.closest('main'))
      .map(e => [e.getBoundingClientRect(), e.textContent]).filter(([box]) => box.height < 44 || box.width < 44)
      .map(([box, text]) => `${Math.round(box.width)}×${Math.round(box.height)} ${text.trim().slice(0, 40)}`)"""
    path = path_to(citizen, letters=True)
    with visits(width=320) as v:
        for address in (address_of(site, "citizen"), address_of(site, "citizen", path=path)):
            v.open(address)
            assert v.page.evaluate(small) == []


def test_the_chain_of_an_outcome_carries_the_words_of_the_law(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        rows = v.page.locator("[data-trail] li")
        for index, (question, answer) in enumerate(path.steps):
            text = rows.nth(index).inner_text()
            node = graph.questions(citizen)[question]
            assert node.question["sr"] in text
            assert next(given.text["sr"] for given in node.answers if given.id == answer) in text
            assert rows.nth(index).locator("[data-quotes]").count() == len(node.matters)
        relied_on = v.page.locator(f"{SHOWN} [data-relied-on] details")
        outcome = next(outcome for outcome in citizen.outcomes if outcome.id == path.outcome)
        assert relied_on.count() == len(outcome.provisions)
        relied_on.first.locator("summary").click()
        expect(relied_on.first.locator("blockquote")).to_be_visible()


def test_dates_are_computed_kept_nowhere_and_lost_on_reload(visits, site, citizen):
    path = path_to(citizen, deadlines=True, letters=True)
    with visits() as v:
        v.open(address_of(site, "citizen", 2, path=path))
        before = v.page.evaluate("() => location.href")
        v.page.locator(f"{SHOWN} [data-dates] summary").click()
        for field in v.page.locator(f"{SHOWN} [data-dates] input:visible").all():
            field.fill(days_ago(10))
            field.blur()
        ends = v.page.locator(f"{SHOWN} .deadlines .ends")
        assert ends.count() > 0
        assert "202" in ends.first.inner_text()
        with v.page.expect_download() as download:
            v.page.locator(f"{SHOWN} button[data-ics]").first.click()
        assert "BEGIN:VCALENDAR" in download.value.path().read_text("utf-8")
        assert v.page.evaluate("() => location.href") == before
        assert v.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
        v.page.reload()
        v.page.locator(f"{SHOWN} [data-dates] summary").click()
        assert {field.input_value() for field in v.page.locator("[data-dates] input:visible").all()} == {""}
        assert v.page.locator(f"{SHOWN} .deadlines .ends").count() == 0


def test_a_limit_that_ends_on_a_weekend_is_over_with_the_last_day_by_law(visits, site, citizen):
    rules = {rule.id: rule for rule in site.content.deadlines.deadlines if rule.weekend_extends and rule.months == 3}
    outcome = next(node for node in citizen.outcomes if any(name in rules for name in node.deadlines))
    rule = next(rules[name] for name in outcome.deadlines if name in rules)
    for today, state, end in (
        ("11-27", "near", 28),
        ("11-29", "near", 30),
        ("11-30", "near", 30),
        ("12-01", "passed", 30),
    ):
        with visits() as v:
            v.page.clock.set_fixed_time(f"2026-{today}T12:00:00")
            v.open(address_of(site, "citizen", hash=f"#{outcome.id}"))
            v.page.locator(f"{SHOWN} [data-dates] summary").click()
            for start in rule.starts:
                v.page.locator(f"{SHOWN} [data-dates] [name='{start}']").fill("2026-08-28")
                v.page.locator(f"{SHOWN} [data-dates] [name='{start}']").blur()
            row = v.page.locator(f"{SHOWN} [data-deadline='{rule.id}']")
            assert state in row.get_attribute("class"), today
            assert f"{end}. новембра 2026." in row.locator(".ends").inner_text()
            days = [button.get_attribute("data-ics") for button in row.locator("[data-ics]").all()]
            assert days == ([] if state == "passed" else [f"2026-11-{end}"]), today


def test_who_must_wait_for_the_end_of_a_limit_waits_past_the_weekend(visits, site, citizen):
    rules = {rule.id: rule for rule in site.content.deadlines.deadlines if rule.weekend_extends and rule.months == 6}
    outcome = next(node for node in citizen.outcomes if any(name in rules for name in node.deadlines))
    rule = next(rules[name] for name in outcome.deadlines if name in rules)
    assert rule.kind == "wait-until"
    with visits() as v:
        v.page.clock.set_fixed_time("2026-11-20T12:00:00")
        v.open(address_of(site, "citizen", hash=f"#{outcome.id}"))
        v.page.locator(f"{SHOWN} [data-dates] summary").click()
        field = v.page.locator(f"{SHOWN} [data-dates] [name='{rule.starts[0]}']")
        field.fill("2026-05-28")
        field.blur()
        told = v.page.locator(f"{SHOWN} [data-deadline='{rule.id}'] .ends").inner_text()
        assert "30. новембра 2026." in told
        assert "28. новембра" not in told


def test_an_answer_that_is_overdue_is_told_as_overdue_in_the_days_of_the_language(visits, site, citizen):
    rules = {rule.id: rule for rule in site.content.deadlines.deadlines if rule.kind == "answer-by"}
    outcome = next(node for node in citizen.outcomes if any(name in rules for name in node.deadlines))
    rule = next(rules[name] for name in outcome.deadlines if name in rules)
    expected = {0: "12. марта 2026.", 1: "12. marta 2026.", 2: "Thursday, 12 March 2026"}
    for number, day in expected.items():
        with visits() as v:
            v.page.clock.set_fixed_time("2026-11-27T12:00:00")
            v.open(address_of(site, "citizen", number, hash=f"#{outcome.id}"))
            v.page.locator(f"{SHOWN} [data-dates] summary").click()
            for start in rule.starts:
                v.page.locator(f"{SHOWN} [data-dates] [name='{start}']").fill("2026-03-12")
                v.page.locator(f"{SHOWN} [data-dates] [name='{start}']").blur()
            row = v.page.locator(f"{SHOWN} [data-deadline='{rule.id}']")
            late = site.content.interface.texts["date_answer_late"]["en"].partition(" {")[0]
            assert day in row.inner_text(), "the day it was counted from"
            assert number < 2 or late in row.inner_text()
            assert row.locator("[data-ics]").count() == 0, "no calendar has room for a day that is over"


def test_what_is_wrong_with_a_date_is_said(visits, site, citizen):
    rules = {rule.id: rule for rule in site.content.deadlines.deadlines}

    def waits_for_two(node):
        return any(len(rules[name].starts) > 1 and rules[name].kind == "act-by" for name in node.deadlines)

    outcome = next(node for node in citizen.outcomes if waits_for_two(node))
    rule = next(rules[name] for name in outcome.deadlines if len(rules[name].starts) > 1)
    with visits() as v:
        v.open(address_of(site, "citizen", hash=f"#{outcome.id}"))
        v.page.locator(f"{SHOWN} [data-dates] summary").click()
        row = v.page.locator(f"{SHOWN} [data-deadline='{rule.id}']")

        def type_in(start, day):
            field = v.page.locator(f"{SHOWN} [data-dates] [name='{start}']")
            field.fill(day)
            field.blur()
            return field

        type_in(rule.starts[0], days_ago(5))
        asked = v.page.locator(f"{SHOWN} [data-occasion='{rule.starts[1]}'] label").inner_text()
        assert asked in row.inner_text(), "the date that is still wanted is named"
        late = type_in(rule.starts[1], days_ago(-30))
        expect(late.locator("xpath=..").locator(".ends")).not_to_be_empty()
        assert row.locator("[data-ics]").count() == 0, "nothing is counted from a day to come"
        type_in(rule.starts[1], days_ago(4))
        expect(row.locator("[data-ics]")).to_be_visible()
        for start in rule.starts:
            type_in(start, days_ago(2000))
        assert "passed" in row.get_attribute("class")
        assert row.locator("[data-ics]").count() == 0, "a day that has passed is not for a calendar"
        fields = v.page.locator(f"{SHOWN} [data-dates] input")
        fields.evaluate_all("all => all.forEach(e => { e.type = 'text'; })")  # as in a browser without fields for dates
        type_in(rule.starts[0], "5. 11. 2026.")
        assert asked not in row.inner_text() and row.locator(".ends").count() == 1, "what is no day is asked for again"


def type_date(page, field, day, month, year):
    """Figure by figure in the order of the field's parts, as a hand does it; whether the field took the whole year."""
    field.focus()
    page.keyboard.type(f"{month:02}{day:02}{year}")
    field.blur()
    return field.input_value() == f"{year}-{month:02}-{day:02}"


def test_a_slip_in_the_year_of_a_date_is_said_and_nothing_is_counted_from_it(visits, site, citizen):
    rules = {rule.id: rule for rule in site.content.deadlines.deadlines}
    outcome = next(node for node in citizen.outcomes if any(len(rules[name].starts) == 1 for name in node.deadlines))
    rule = next(rules[name] for name in outcome.deadlines if len(rules[name].starts) == 1)
    with visits() as v:
        v.open(address_of(site, "citizen", hash=f"#{outcome.id}"))
        v.page.locator(f"{SHOWN} [data-dates] summary").click()
        field = v.page.locator(f"{SHOWN} [data-dates] [name='{rule.starts[0]}']")
        said = field.locator("xpath=..").locator(".ends")
        ends = v.page.locator(f"{SHOWN} [data-deadline='{rule.id}'] .ends")
        for year in (20265, 26):
            assert not type_date(v.page, field, 1, 3, year), "the field has room for a year of four figures"
            expect(said).not_to_be_empty()
            assert field.evaluate("field => field.matches(':user-invalid')"), "its border says so too"
            assert ends.count() == 0
        assert type_date(v.page, field, 1, 3, 2026)
        expect(said).to_be_empty()
        expect(ends).to_contain_text("2026")


def test_on_paper_there_is_the_letter_alone_in_black_on_white(visits, site, citizen):
    path = path_to(citizen, letters=True)
    with visits(scheme="dark") as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(f"{SHOWN} [data-letter-link]").first.click()
        wait_awake(v.page)
        v.page.evaluate("() => { document.documentElement.dataset.scheme = 'dark'; }")
        v.page.emulate_media(media="print")
        v.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        seen = """() => [...document.body.children].filter(e => e.checkVisibility()).map(e => e.localName)"""
        assert v.page.evaluate(seen) == ["main"]
        sheet = v.page.locator(".printing .letter-text[open] .sheet")
        ink = sheet.evaluate("e => getComputedStyle(e).color.match(/\\d+/g).map(Number)")
        assert max(ink) < 60, "dark letters, whatever the scheme on the screen"
        lines = sheet.locator("p").evaluate_all("all => all.map(e => e.getBoundingClientRect())")
        gaps = [after["top"] - before["bottom"] for before, after in pairwise(lines)]
        assert max(gaps) < 40, "no holes between the paragraphs of a letter"
        assert v.page.locator("[data-letter]:visible").count() == 1
        v.page.evaluate("() => { document.querySelector('.fill[open]').open = false; }")
        v.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert v.page.locator("[data-letter]:visible").count() == len(graph.letters(citizen))


def test_of_two_open_letters_the_one_whose_button_asks_is_printed_alone(visits, site):
    """Also on a phone, which prepares the pages once more after `print()` has returned."""
    alone = """() => {
      dispatchEvent(new Event('beforeprint'));
      const found = [...document.querySelectorAll('.print-letter .printing')].map(letter => letter.id);
      dispatchEvent(new Event('afterprint'));
      return found;
    }"""
    with visits() as v:
        v.open(site.address(site.versions[0], permalink.guide_letters("citizen")))
        first, second = (v.page.locator("[data-letter]").nth(number) for number in (0, 1))
        first.locator(".fill > summary").click()
        second.locator(".fill > summary").click()
        v.page.evaluate(f"() => {{ window.print = {alone}; }}")
        second.locator("[data-letter-print]").click()
        assert v.page.evaluate(alone) == [second.get_attribute("id")]
        v.page.keyboard.press("Escape")
        assert v.page.evaluate(alone) == [], "the browser's menu prints the page as it stands"


def test_a_letter_is_filled_from_answers_and_fields_in_the_chosen_script(visits, site, citizen):
    path = path_to(citizen, letters=True)
    outcome = next(outcome for outcome in citizen.outcomes if outcome.id == path.outcome)
    name = next(
        letter for letter in outcome.letters if any(f.kind == "facts" for f in site.content.letters[letter].fields)
    )
    letter = site.content.letters[name]
    facts = [
        answer.letter["sr"]
        for question, given in path.steps
        for answer in graph.questions(citizen)[question].answers
        if answer.id == given and answer.letter
    ]
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(f"{SHOWN} [data-letter-link='{name}']").click()
        box = v.page.locator(f"[data-letter='{name}']")
        expect(box.locator("h2")).to_be_focused()
        expect(box.locator("h2")).to_be_in_viewport()
        sheet = box.locator(".letter-text[open] .sheet")
        for fact in facts:
            assert fact in sheet.inner_text()
        assert "____" in sheet.inner_text()
        line = next(field.id for field in letter.fields if field.kind == "line")
        box.locator(f"[name='{line}']").fill("Љубица <b>Њежић</b> {x}")
        assert "Љубица <b>Њежић</b> {x}" in sheet.inner_text()
        assert v.page.locator(".sheet b").count() == 0
        for kind in ("txt", "rtf"):
            with v.page.expect_download() as download:
                box.locator(f"[data-letter-save='{kind}']").click()
            data = download.value.path().read_bytes()
            if kind == "txt":
                assert "Љубица <b>Њежић</b> {x}" in data.decode("utf-8-sig")
            else:
                assert data.startswith(b"{\\rtf1") and data.isascii()
                assert rb"\{x\}" in data and rb"\u1033?" in data
        box.locator("[name='letter.version'][value='sr-Latn']").check()
        assert all(
            not ("\u0400" <= letter <= "\u04ff")
            for letter in sheet.inner_text().replace("Љубица", "").replace("Њежић", "")
        )
        assert "what" not in v.page.evaluate("() => location.search")
        assert "Љубица" not in v.page.evaluate("() => decodeURIComponent(location.href)")
        v.page.locator("[data-back]").first.click()
        v.page.wait_for_url(v.host + address_of(site, "citizen", path=path))
        expect(v.page.locator(f"{SHOWN} [data-title]")).to_be_focused()
        expect(v.page.locator("[data-say]")).to_be_empty()


def test_a_slip_in_the_year_leaves_the_date_of_a_letter_blank(visits, site):
    name, letter = next(
        (name, letter)
        for name, letter in site.content.letters.items()
        if any(field.kind == "day" for field in letter.fields)
        and any(name in outcome.letters for outcome in site.content.flows["citizen"].outcomes)
    )
    day = next(field.id for field in letter.fields if field.kind == "day")
    with visits() as v:
        v.open(permalink.guide_letters("citizen"))
        box = v.page.locator(f"[data-letter='{name}']")
        box.locator(".fill > summary").click()
        field = box.locator(f"[name='{day}']")
        blank = box.locator(f".letter-text[open] [data-field='{day}']").first
        for year in (20265, 26):
            type_date(v.page, field, 1, 3, year)
            expect(blank).to_have_text("____________")
            expect(blank).not_to_have_class("blank filled")
            assert field.evaluate("field => field.matches(':user-invalid')")
        assert type_date(v.page, field, 1, 3, 2026)
        expect(blank).to_have_text("1. марта 2026.")
        expect(blank).to_have_class("blank filled")


def test_a_whole_date_is_seen_on_a_narrow_screen_with_letters_twice_as_large(visits, site, citizen):
    """The last figure of the year was once hidden."""
    path = path_to(citizen, deadlines=True)
    with visits(width=320) as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        v.page.locator(f"{SHOWN} [data-dates] summary").click()
        field = v.page.locator(f"{SHOWN} [data-dates] input:visible").first
        field.fill(days_ago(3))
        given = field.bounding_box()["width"]
        needed = field.evaluate("field => { field.style.width = 'max-content'; return field.offsetWidth; }")
        assert needed <= given


def test_a_result_is_shared_with_or_without_the_answers(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        v.open(address_of(site, "citizen", path=path))
        for kind, hash in (("bare", f"#{path.outcome}"), ("answers", fragment.printed(path.outcome, dict(path.steps)))):
            v.page.locator(f"{SHOWN} [data-share='{kind}']").click()
            expect(v.page.locator(f"{SHOWN} [data-copied]")).to_be_in_viewport()
            expect(v.page.locator(f"{SHOWN} [data-copied]")).not_to_be_empty()
            copied = v.page.evaluate("() => navigator.clipboard.readText()")
            assert copied == v.host + address_of(site, "citizen", hash=hash)


def test_a_refused_clipboard_shows_the_address_selected(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(f"{SHOWN} [data-share='bare']").click()
        field = v.page.locator(f"{SHOWN} [data-refused] input")
        expect(field).to_be_focused()
        assert v.page.evaluate("() => getSelection().toString()").endswith(f"#{path.outcome}")


def test_leaving_replaces_what_the_history_held(visits, site, citizen):
    with visits() as v:
        v.open("/")
        v.open(address_of(site, "citizen"))
        for _ in range(3):
            v.page.locator(f"{SHOWN} [data-answer]").first.click()
        v.page.locator("[data-leave]").click()
        v.page.wait_for_url("about:blank")
        v.page.go_back()
        assert ("?" not in v.page.url and "/guide/" not in v.page.url) or "#" not in v.page.url


def test_starting_again_asks_the_first_question(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(".controls [data-restart]").click()
        assert v.page.locator(SHOWN).get_attribute("id") == citizen.start
        assert v.page.locator("[data-trail] li").count() == 0


def test_the_picture_lights_the_path_taken(visits, site, citizen):
    path = path_to(citizen)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator("#whole-guide a").click()
        wait_awake(v.page)
        expect(v.page.locator(f".flowchart .here[data-ref='{path.outcome}']")).to_be_in_viewport()
        lit = v.page.locator(".flowchart .choice.taken").evaluate_all(
            "all => all.map(e => [e.dataset.from, e.dataset.choice])"
        )
        assert sorted(lit) == sorted(list(step) for step in path.steps)
        v.page.locator(f".flowchart .box[data-ref='{citizen.start}']").click()
        wait_awake(v.page)
        expect(v.page.locator(SHOWN)).to_have_id(citizen.start)


STICKS_OUT = """() => [...document.querySelectorAll('.flowchart a')].filter(link => {
  const box = link.querySelector('rect').getBoundingClientRect();
  const ends = [...link.querySelectorAll('tspan')].map(line => line.getBoundingClientRect().right);
  return Math.max(box.right, ...ends) > Math.min(box.right + 1, innerWidth);
}).map(link => link.textContent)"""


@pytest.mark.parametrize("flow", FLOWS)
def test_on_a_phone_the_words_of_the_picture_are_read_without_moving_it(visits, site, flow):
    with visits(width=320) as v:
        v.open(permalink.guide_flowchart(flow))
        assert v.page.evaluate(STICKS_OUT) == []


def test_a_result_prints_with_answers_and_the_full_words(visits, site, citizen):
    path = path_to(citizen, letters=True)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        v.page.emulate_media(media="print")
        outcome = next(outcome for outcome in citizen.outcomes if outcome.id == path.outcome)
        for quote in v.page.locator(f"{SHOWN} [data-relied-on] blockquote").all():
            expect(quote).to_be_visible()
        assert v.page.locator(f"{SHOWN} [data-relied-on] blockquote").count() == len(outcome.provisions)
        expect(v.page.locator("[data-trail]")).to_be_visible()
        expect(v.page.locator("[data-printed]")).to_contain_text(path.outcome)
        expect(v.page.locator("header .brand")).to_be_visible()
        expect(v.page.locator("header :is(nav, .menu, .search-link):visible")).to_have_count(0)
        expect(v.page.locator(".beside")).to_be_hidden()


@pytest.mark.parametrize("script", GUIDE_PARTS)
def test_each_part_of_the_script_fails_alone(visits, site, citizen, script):
    """A guide is read and walked whichever part of its script breaks down: then as without any."""
    whole, part = assets(site.content.site.colours)["guides.js"].data.decode(), small(script)
    assert whole.count(part) == 1
    broken = whole.replace(part, "throw new Error('broken')")
    with visits() as v:
        v.page.route("**/assets/guides.*.js", lambda route: route.fulfill(body=broken, content_type="text/javascript"))
        v.open(address_of(site, "citizen"))
        answer = v.page.locator("[data-answer]").first
        target = answer.get_attribute("href")[1:]
        answer.click()
        expect(v.page.locator(f"[id='{target}'] [data-title]")).to_be_in_viewport()
        assert v.errors == ["broken"], "the browser is told of it, and nothing else breaks"
        v.errors.clear()


@pytest.mark.parametrize("flow", FLOWS)
def test_nothing_moves_when_the_script_of_a_guide_comes_late(visits, site, flow):
    """On a phone and on a screen, which take turns; in `make proof` every guide on both."""
    path = path_to(site.content.flows[flow], deadlines=True)
    hashes = ("", f"#{path.outcome}", fragment.printed(path.outcome, dict(path.steps)))
    asked = [(hash, width) for hash in hashes for width in (412, 1280)]
    held = []
    for hash, width in asked if PROOF else asked[FLOWS.index(flow) % 2 :: 2]:
        with visits(width=width) as v:
            v.page.route("**/assets/guides.*.js", lambda route: held.append(route))
            with v.page.expect_request("**/assets/guides.*.js"):
                v.page.goto(v.host + address_of(site, flow, hash=hash), wait_until="commit")
            v.page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
            v.page.wait_for_function("() => document.querySelector('footer')")
            held.pop().continue_()
            wait_awake(v.page)
            assert v.page.evaluate(MOVED) == [], (hash, width)


AT_THE_TOP = """id => {
  const { top } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && top < 20;
}"""
"""Waited for, since a browser goes there when it next lays out the page."""
TOPS = "places => places.map(place => place.getBoundingClientRect().top)"


@pytest.mark.parametrize("flow", FLOWS)
def test_an_outcome_is_read_before_the_script_comes_and_stays_where_it_is_read(visits, site, flow):
    path = path_to(site.content.flows[flow], deadlines=True)
    held = []
    with visits(width=412) as v:
        v.page.route("**/assets/guides.*.js", lambda route: held.append(route))
        with v.page.expect_request("**/assets/guides.*.js"):
            v.page.goto(v.host + address_of(site, flow, path=path), wait_until="commit")
        node = v.page.locator(f"[data-node='{path.outcome}']")
        assert v.page.locator("[data-node]:visible").evaluate_all("nodes => nodes.map(node => node.id)") == [
            path.outcome
        ]
        v.page.wait_for_function(AT_THE_TOP, arg=path.outcome)
        v.page.evaluate("() => new Promise(done => { addEventListener('scrollend', done); scrollBy(0, 300); })")
        before, places = v.page.evaluate("() => scrollY"), node.locator("h2, h3, .deadlines > li").evaluate_all(TOPS)
        held.pop().continue_()
        wait_awake(v.page)
        assert node.locator("h2, h3, .deadlines > li").evaluate_all(TOPS) == places, "what the script brings has room"
        expect(node.locator("[data-title]")).to_be_focused()
        assert v.page.evaluate("() => scrollY") == before, "whoever reads on is not called back"


@pytest.mark.parametrize("named", ["question", "outcome"])
def test_what_a_bare_link_names_stays_in_its_place_when_the_script_comes(visits, site, citizen, named):
    path = path_to(citizen, deadlines=True)
    node = path.outcome if named == "outcome" else path.steps[2][0]
    held = []
    with visits(width=412) as v:
        v.page.route("**/assets/guides.*.js", lambda route: held.append(route))
        with v.page.expect_request("**/assets/guides.*.js"):
            v.page.goto(v.host + address_of(site, "citizen", hash=f"#{node}"), wait_until="commit")
        v.page.wait_for_function("id => document.querySelector(`#${id}.asked`)", arg=node)
        v.page.wait_for_selector("footer")
        places = v.page.locator(f"#{node} :is(h2, h3, .answers, .deadlines > li)")
        before = places.evaluate_all(TOPS)
        held.pop().continue_()
        wait_awake(v.page)
        v.page.evaluate(DRAWN)
        assert places.evaluate_all(TOPS) == before
        assert v.page.locator("[data-node]:visible").evaluate_all("nodes => nodes.map(node => node.id)") == [node]


def test_the_keyboard_stays_where_it_was_before_the_script_came(visits, site, citizen):
    path = path_to(citizen, deadlines=True)
    held = []
    with visits() as v:
        v.page.route("**/assets/guides.*.js", lambda route: held.append(route))
        with v.page.expect_request("**/assets/guides.*.js"):
            v.page.goto(v.host + address_of(site, "citizen", path=path), wait_until="commit")
        link = v.page.locator(f"[data-node='{path.outcome}'] a").nth(1)
        link.focus()
        held.pop().continue_()
        wait_awake(v.page)
        v.page.evaluate(DRAWN)
        expect(link).to_be_focused()


def test_a_letter_opened_before_the_script_came_can_be_filled_in(visits, site):
    held = []
    with visits() as v:
        v.page.route("**/assets/letters.*.js", lambda route: held.append(route))
        with v.page.expect_request("**/assets/letters.*.js"):
            v.page.goto(v.host + permalink.guide_letters("citizen"), wait_until="commit")
        letter = v.page.locator("[data-letter]").first
        letter.locator(".fill > summary").click()
        held.pop().continue_()
        expect(letter.locator("[data-fields] input").first).to_be_visible()


def test_coming_back_to_an_outcome_finds_the_place(visits, site, citizen):
    path = path_to(citizen, letters=True)
    for hash in (f"#{path.outcome}", fragment.printed(path.outcome, dict(path.steps))):
        with visits(width=412) as v:
            v.open(address_of(site, "citizen", hash=hash))
            v.page.wait_for_function("() => scrollY > 0")
            v.page.evaluate("() => new Promise(done => { addEventListener('scrollend', done); scrollBy(0, 300); })")
            place = v.page.evaluate("() => scrollY")
            v.page.goto(v.host + site.address(site.versions[0], "/glossary/"))
            v.page.go_back()
            v.page.wait_for_function("place => Math.abs(scrollY - place) < 5", arg=place)


# Tasks of their own wait until they are told to go on.
HELD_TASKS = "window.tasks = []; window.setTimeout = task => tasks.push(task);"


def test_an_answer_given_while_the_script_begins_is_not_lost(visits, site, citizen):
    with visits() as v:
        v.page.add_init_script(HELD_TASKS)
        v.open(address_of(site, "citizen"), script_comes=False)
        v.page.wait_for_function("() => window.guideState")
        answer = v.page.locator("[data-answer]").first
        target = answer.get_attribute("href")[1:]
        answer.click()
        v.page.evaluate("() => tasks.splice(0).forEach(task => task())")
        assert v.page.locator(SHOWN).get_attribute("id") == target


@pytest.mark.parametrize("script", LETTER_PARTS)
def test_a_letter_is_read_whichever_part_of_its_script_breaks_down(visits, site, script):
    """It is filled in too, unless the part that fills it in is the broken one."""
    whole, part = assets(site.content.site.colours)["letters.js"].data.decode(), small(script)
    assert whole.count(part) == 1
    broken = whole.replace(part, "throw new Error('broken')")
    with visits() as v:
        v.page.route("**/assets/letters.*.js", lambda route: route.fulfill(body=broken, content_type="text/javascript"))
        v.open(permalink.guide_letters("citizen"))
        letter = v.page.locator("[data-letter]").first
        letter.locator(".fill > summary").click()
        expect(letter.locator(".letter-text[open] .sheet")).to_be_visible()
        if script != "letters.js":
            letter.locator("[data-fields] input:not([type='radio'], [type='date'])").first.fill("Љубица Њежић")
            expect(letter.locator(".letter-text[open] .sheet")).to_contain_text("Љубица Њежић")
        assert v.errors == ["broken"], "the browser is told of it, and nothing else breaks"
        v.errors.clear()


@pytest.mark.parametrize(
    "hash",
    ["#letter-x?%", "#letter-criminal-complaint?what-happened=%3Cb%3E&x", "#content?a=b&constructor=1&who-did=nobody"],
)
def test_a_hostile_address_does_nothing_to_the_letters(visits, hash):
    with visits() as v:
        v.open(permalink.guide_letters("citizen") + hash)
        letter = v.page.locator("#letter-criminal-complaint")
        if not letter.locator(".fill[open]").count():
            letter.locator(".fill > summary").click()
        expect(letter.locator("[data-facts-field]")).to_have_value("")
        expect(letter.locator(".letter-text[open] .sheet")).to_be_visible()
        assert v.page.locator("[data-letter]:visible").count() == v.page.locator("[data-letter]").count()


def test_leaving_a_guide_to_which_one_came_back_from_a_letter_forgets_the_answers(visits, site, citizen):
    path = path_to(citizen, letters=True)
    with visits() as v:
        v.open("/")
        v.open(address_of(site, "citizen"))
        for question, answer in path.steps:
            v.page.locator(f"[id='{question}'] [data-answer='{answer}']").click()
        v.page.locator(f"{SHOWN} [data-letter-link]").first.click()
        wait_awake(v.page)
        v.page.locator("[data-back]").last.click()
        v.page.wait_for_url(v.host + address_of(site, "citizen", path=path))
        wait_awake(v.page)
        v.page.locator("[data-leave]").click()
        v.page.wait_for_url("about:blank")
        v.page.go_back()
        assert "?" not in v.page.url


def test_leaving_a_letter_empties_the_page(visits, site, citizen):
    path = path_to(citizen, letters=True)
    with visits() as v:
        v.open(address_of(site, "citizen", path=path))
        v.page.locator(f"{SHOWN} [data-letter-link]").first.click()
        wait_awake(v.page)
        v.page.locator("[data-leave]").click()
        v.page.wait_for_url("about:blank")
        v.page.go_back()
        v.page.wait_for_url(v.host + address_of(site, "citizen", path=path))


def test_a_guide_whose_script_does_not_come_is_all_there_after_a_while(visits, site, citizen):
    with visits() as v:
        v.page.route("**/assets/guides.*.js", lambda route: route.abort())
        v.open(address_of(site, "citizen"), script_comes=False)
        assert v.page.locator("[data-node]:visible").count() == 1, "the first question, until the script comes"
        v.page.evaluate("() => document.getAnimations().forEach(waiting => waiting.finish())")
        assert v.page.locator("[data-node]:visible").count() == len(graph.in_order(citizen))
        expect(v.page.locator(".shared")).to_be_visible()
        kept = v.page.locator("[data-dates-here], .guide > [data-needs-script]")
        assert kept.evaluate_all("places => places.filter(place => place.offsetHeight).length") == 0, "no room is left"


def test_without_scripts_the_whole_guide_is_on_the_page(visits, site, citizen):
    path = path_to(citizen, letters=True, deadlines=True)
    with visits(scripts=False, width=320) as v:
        v.open(address_of(site, "citizen"))
        for question, answer in path.steps:
            v.page.locator(f"[id='{question}'] [data-answer='{answer}']").click()
            node = next(a.next for a in graph.questions(citizen)[question].answers if a.id == answer)
            assert v.page.evaluate("() => location.hash") == f"#{node}"
            expect(v.page.locator(f"[id='{node}'] [data-title]")).to_be_in_viewport()
        part = v.page.locator(f"[id='{path.outcome}'] .parts a").first
        target = part.get_attribute("href")[1:]
        part.click()
        expect(v.page.locator(f"[id='{target}']")).to_be_in_viewport()
        v.page.locator(f"[id='{path.outcome}'] [data-letter-link]").first.click()
        expect(v.page.locator(".letter:target")).to_be_in_viewport()
        v.page.locator(".letter:target summary").first.click()
        expect(v.page.locator(".letter:target .sheet").first).to_be_visible()


# Shows every node once, then takes all off the page: axe looks at hidden ones too, and they are most of a guide.
TAKE_OFF = """() => {
  window.nodes = new Map([...document.querySelectorAll('[data-node]')].map(e => [e.id, e]));
  for (const id of nodes.keys()) {
    location.hash = id;
    dispatchEvent(new PopStateEvent('popstate'));
  }
  window.place = document.querySelector('[data-flow]');
  nodes.forEach(e => e.remove());
  document.querySelector('.beside').remove();
}"""
PUT_ON = """id => {
  place.querySelectorAll('[data-node]').forEach(e => e.remove());
  const node = nodes.get(id);
  place.prepend(node);
  node.hidden = false;
  node.querySelectorAll('details').forEach(e => { e.open = true; });
}"""

LARGEST = """() => ['.question', '.outcome'].map(kind => [...nodes.values()].filter(e => e.matches(kind))
  .reduce((most, e) => e.innerHTML.length > most.innerHTML.length ? e : most).id)"""


@pytest.mark.parametrize("flow", FLOWS if PROOF else FLOWS[:1])
def test_axe_finds_nothing_on_a_node(visits, site, flow):
    """The largest question and outcome, in `make proof` every node of each guide; the versions take turns."""
    number = FLOWS.index(flow) % len(site.versions)
    with visits(width=320, scheme=("light", "dark")[FLOWS.index(flow) % 2]) as v:
        v.open(address_of(site, flow, number))
        v.page.evaluate(TAKE_OFF)
        nodes = graph.in_order(site.content.flows[flow])
        assert len(nodes) > 2
        for node in nodes if PROOF else v.page.evaluate(LARGEST):
            v.page.evaluate(PUT_ON, node)
            found = violations(v.page, context=SHOWN)
            assert not found, f"{node}: {found}"
