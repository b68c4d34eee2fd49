"""The proof's own machinery: what is kept and resumed, how files are served, how results become content."""

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path

import pytest

from bad_input.mistakes import content_copy
from legal_site.build import build_content
from proof import building, ground, results, run
from proof.commands import ALL_FOLDERS, PYTEST, read
from proof.ground import Ground
from proof.lighthouse import median, outcome, told, write_blank
from proof.outcome import Outcome
from proof.places import Place, Places
from proof.progress import Progress
from proof.server import served
from proof.smoke import step as smoke_step
from proof.step import Step
from proof.steps import CRASH_SAYS, steps
from proof.tools import HERE, Tools
from proof.weight import Weight, loads, weight
from proof.weight import outcome as weigh


def test_an_interrupted_step_goes_on_where_it_was(tmp_path):
    path = tmp_path / "step.jsonl"
    first = Progress(path, "key")
    first.add("/a/", {"findings": ["„навод”"]})
    with path.open("a", encoding="utf-8") as file:
        file.write('["/b/", {"find')  # as a kill leaves it
    again = Progress(path, "key")
    assert again.done == {"/a/": {"findings": ["„навод”"]}}
    again.add("/b/", {})
    assert list(Progress(path, "key").done) == ["/a/", "/b/"]
    assert Progress(path, "other key").done == {}


@pytest.fixture
def counted(tmp_path, monkeypatch):
    """A step that counts how often it runs, on a ground whose key a test may change."""
    runs = []

    def work(given, progress):
        runs.append(len(progress.done))
        progress.add(str(len(runs)), None)
        return Outcome({"pages": 1.0}, missing=missing.pop() if missing else "")

    missing: list[str] = []
    monkeypatch.setattr(Ground, "key", property(lambda self: keys[0]))
    keys = ["site 1"]
    return Ground(tmp_path), Step("counted", "speed", work), runs, keys, missing


def test_a_result_is_kept_until_the_site_changes(counted):
    where, step, runs, keys, _ = counted
    first = run.run(where, step)
    assert run.run(where, step) == first
    assert len(runs) == 1
    keys[0] = "site 2"
    run.run(where, step)
    assert runs == [0, 0], "what was seen of the former site does not count"


def test_a_step_that_could_not_run_is_tried_again_and_one_can_be_forgotten(counted):
    where, step, runs, _, missing = counted
    missing.append("Firefox is not here")
    assert run.run(where, step)[0].result == "not-run"
    assert run.run(where, step)[0].result == "passed"
    run.forget(where, "counted")
    run.run(where, step)
    assert len(runs) == 3


def test_a_step_that_breaks_is_a_finding_and_is_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(Ground, "key", property(lambda self: "site"))
    broken = Step("broken", "speed", lambda given, progress: 1 // 0)  # type: ignore[arg-type, return-value]
    for _ in range(2):
        told = run.run(Ground(tmp_path), broken)[0]
        assert told.findings == ["the step itself failed: ZeroDivisionError: integer division or modulo by zero"]
        assert (tmp_path / "broken.log").read_text("utf-8").startswith("Traceback")
    assert not (tmp_path / "broken.json").exists()


def test_what_measures_runs_before_all_else_begins(tmp_path, monkeypatch):
    monkeypatch.setattr(Ground, "key", property(lambda self: "site"))
    begun, ended = [], []

    def of(name, lane):
        def work(given, progress):
            begun.append((name, list(ended)))
            ended.append(name)
            return Outcome()

        return Step(name, "speed", work, lane=lane)

    chosen = [of("measure", "alone"), of("pages", "front"), of("fuzz", "beside")]
    done = run.run_all(Ground(tmp_path), chosen)
    assert [step.name for step, *_ in done] == ["measure", "pages", "fuzz"], "told in the order of the steps"
    assert begun[0] == ("measure", []) and all("measure" in before for _, before in begun[1:])
    seconds = [(step, outcome, 60.0 * number) for number, (step, outcome, _) in enumerate(done, 1)]
    assert run.wall(seconds) == 60.0 + 180.0


def test_the_results_do_not_change_the_key_and_the_content_does(tmp_path, monkeypatch):
    monkeypatch.setattr(ground, "ROOT", tmp_path)
    folder = tmp_path / "content_data"
    folder.mkdir()
    (folder / "site.yml").write_text("a", "utf-8")
    before = ground.digest_of(["content_data"])
    (folder / "proof.yml").write_text("results", "utf-8")
    assert ground.digest_of(["content_data"]) == before
    (folder / "site.yml").write_text("b", "utf-8")
    assert ground.digest_of(["content_data"]) != before


@pytest.mark.parametrize(
    ("figures", "findings", "missing", "result"),
    [
        ({"findings": 0.0, "score": 100.0}, [], "", "passed"),
        ({"findings": 1.0, "score": 100.0}, [], "", "failed"),
        ({"findings": 0.0, "score": 99.5}, [], "", "failed"),
        ({"findings": 0.0, "score": 100.0}, ["one"], "", "failed"),
        ({}, [], "no browser", "not-run"),
    ],
    ids=["good", "too-high", "too-low", "a-finding", "nothing-there"],
)
def test_the_result_follows_from_figures_goals_and_findings(figures, findings, missing, result):
    goals = ({"findings": 0.0}, {"score": 100.0}) if figures else ({}, {})
    assert Outcome(figures, *goals, findings=findings, missing=missing).result == result


def test_the_worst_page_is_what_counts_and_the_median_is_the_middle_run():
    home, guide = Place("home", "en", "/en/"), Place("guide", "en", "/en/guide/x/")
    figures = {"performance": 100.0, "paint": 0.9, "blocking": 0.0, "shift": 0.0, "page-requests": 3.0}
    done = {
        f"ours {home} {turn}": {"figures": figures | {"paint": paint}, "lost": ["seo: canonical"] * (turn == 1)}
        for turn, paint in enumerate((9.0, 0.8, 0.7))
    }
    done[f"ours {guide} 0"] = {"figures": figures | {"performance": 97.0}, "lost": ["performance: speed-index"]}
    assert median("ours", home, done)["paint"] == 0.8
    worst = outcome([home, guide], done)
    assert (worst.figures["performance"], worst.figures["paint"]) == (97.0, 0.9)
    assert worst.missed() == ["performance: 97, at least 100"]
    assert "page-requests" not in worst.figures, "what has no goal here stands in the rows alone"
    assert worst.speeds[0]["ours"]["page-requests"] == 3.0
    assert worst.findings == ["guide en: performance: speed-index"], "what one run of three lost is chance"


def test_a_report_tells_scores_measures_and_what_cost_points():
    audits = {"largest-contentful-paint": 912.4, "total-blocking-time": 0, "cumulative-layout-shift": 0.0004}
    report = {
        "categories": {"seo": {"score": 0.92, "auditRefs": [{"id": i, "weight": w} for i, w in WEIGHTS.items()]}},
        "audits": {
            **{name: {"numericValue": value} for name, value in audits.items()},
            **{name: {"score": score} for name, score in SCORES.items()},
            "network-requests": {
                "details": {
                    "items": [
                        {"url": "http://127.0.0.1:8/", "transferSize": 9_940},
                        {"url": "http://127.0.0.1:8/assets/site.css", "transferSize": 11_000},
                        {"url": "http://127.0.0.1:8/assets/icon.svg", "transferSize": 1_000},
                    ]
                }
            },
        },
    }
    assert told(report) == {
        "figures": {
            "seo": 92.0,
            "paint": 0.912,
            "blocking": 0,
            "shift": 0.0,
            "page-requests": 2,
            "page-kilobytes": 20.9,
        },
        "lost": ["seo: canonical"],
    }


WEIGHTS = {"canonical": 1, "is-crawlable": 4, "hreflang": 1, "structured-data": 0}
SCORES = {"canonical": 0, "is-crawlable": 1, "hreflang": None, "structured-data": 0}
"""Lost, won, not applicable, without weight."""


def test_an_article_weighs_what_its_host_sends(tmp_path):
    """The page and the two files that it loads, as they lie packed; the icon is no part of a visit."""
    page = tmp_path / "law/x/1/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<link rel="icon" href="../../../icon.svg"><link rel="stylesheet" href="../../../a/site.css">'
        '<script data-late="../../../a/page.js">load()</script>'
    )
    for name, size in (("law/x/1/index.html.gz", 9_000), ("law/x/1/index.html.br", 8_000), ("a/site.css.gz", 11_000)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "a/page.js").write_bytes(bytes(700))  # too small to be packed
    assert weight(tmp_path, "/law/x/1/") == Weight(9_000, (11_000, 700), 8_000)


def test_the_empty_page_loads_what_the_home_page_does_and_nothing_else(real_site, tmp_path):
    folder = write_blank(real_site.folder, tmp_path)
    assert loads(folder, "/") == loads(real_site.folder, "/") != []
    assert weight(folder, "/").loaded == weight(real_site.folder, "/").loaded


def test_the_heaviest_article_counts_and_each_that_is_too_heavy_is_named():
    light, heavy = Weight(9_000, (11_000, 700), 8_000), Weight(10_049, (24_000, 1_000), 9_000)
    told = weigh({"/law/x/1/": light, "/law/x/2/": heavy})
    assert told.figures == {
        "pages": 2.0, "first-visit": 35.0, "page-requests": 3.0, "second-page": 10.0, "second-page-brotli": 9.0,
    }  # fmt: skip
    assert told.findings == ["/law/x/2/ 10.0 KB"], "not what the rounded figure says"
    assert weigh({"/law/x/1/": light}).result == "passed"


def test_without_a_whole_law_nothing_is_said_of_its_build(tmp_path):
    whole, five = building.steps(None)[1:]
    for step in (whole, five):
        assert step.run(Ground(tmp_path), Progress(tmp_path / step.name, "key")).result == "not-run"


def test_what_a_command_prints_becomes_figures():
    assert read("3 failed, 214 passed, 1 error in 9 s", PYTEST) == {"tests": 214.0, "failures": 1.0}
    line = "builds killed at random moments: 20; site whole and old 18, whole and new 2, broken 0"
    assert read(line, CRASH_SAYS) == {"kills": 20.0, "old-site": 18.0, "new-site": 2.0, "broken": 0.0}
    assert read("nothing", PYTEST) == {"tests": 0.0, "failures": 0.0}


def test_whatever_a_tool_says_the_results_are_content_that_builds(tmp_path):
    content = content_copy(tmp_path)
    said = [
        'a[href$="x"] > <b>\x07 [[zis/1]] ![a](javascript:x) {{ site.name }} &amp; `code` {onclick=x}',
        "summary „Цитирај” shows no focus",
        "x" * 999,
    ]
    figures = {"steps": 99.0, "findings": 3.0}
    rows = [
        (smoke_step("firefox"), Outcome(figures, {"findings": 0.0}, findings=said, tools={"Firefox": "1.0"})),
        (smoke_step("webkit"), Outcome(missing="WebKitGTK is not here: apt install it")),
    ]
    results.write(content / "proof.yml", date(2024, 5, 20), 1, rows)
    proof = build_content(content, date(2024, 6, 1)).proof
    assert [check.result for check in proof.checks] == ["failed", "not-run"]
    assert (proof.ran_on, proof.minutes, proof.tools[0].name) == (date(2024, 5, 20), 1, "Firefox")
    assert proof.checks[0].findings[1] == said[1]
    assert proof.checks[0].figures == figures


@pytest.fixture
def folder(tmp_path):
    for name, text in (("index.html", "plain"), ("404.html", "not here"), ("assets/site.0123abcd.css", "a {}")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        path.with_name(f"{path.name}.br").write_bytes(b"packed by brotli")
        path.with_name(f"{path.name}.gz").write_bytes(b"packed by gzip")
    (tmp_path / "law").mkdir()
    (tmp_path / "law/index.html").write_text("law", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("encodings", "expected"),
    [("gzip, br;q=1.0", b"packed by brotli"), ("gzip", b"packed by gzip"), ("identity", b"plain")],
    ids=["brotli", "gzip", "plain"],
)
def test_the_compressed_file_is_served_to_whoever_takes_it(folder, encodings, expected):
    with served(folder) as host:
        _, headers, body = asked(f"{host}/", {"Accept-Encoding": encodings})
    assert (headers["Content-Type"], body) == ("text/html; charset=utf-8", expected)


def test_lasting_names_are_kept_and_all_answers_carry_the_policy(folder):
    with served(folder) as host:
        _, lasting, _ = asked(f"{host}/assets/site.0123abcd.css")
        url, page, _ = asked(f"{host}/law")
        assert url == f"{host}/law/"
        with pytest.raises(urllib.error.HTTPError) as missing:
            asked(f"{host}/nowhere/")
    with missing.value as answer:
        assert (answer.code, answer.read()) == (404, b"not here")
    assert "immutable" in lasting["Cache-Control"] and "immutable" not in page["Cache-Control"]
    assert "default-src" in page["Content-Security-Policy"]


def asked(url, headers=None):
    """Where an answer comes from in the end, its headers and its body."""
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {})) as answer:
        return answer.url, answer.headers, answer.read()


def test_each_kind_of_page_is_looked_at_in_every_version(real_site):
    places = Places(real_site.folder, real_site.content)
    found = places.each_kind()
    versions = [version.locale for version in real_site.versions]
    kinds = {place.kind for place in found} - {"not-found"}
    assert kinds >= {"home", "article", "guide", "outcome", "statement", "card", "parallel", "proof", "search-results"}
    assert {kind: [p.version for p in found if p.kind == kind] for kind in kinds} == dict.fromkeys(kinds, versions)
    assert len({place.address for place in found}) == len(found)
    pages = places.every_page()
    assert len(pages) == len([path for path in real_site.files if path.endswith(".html")])
    assert {re.split(r"[?#]", place.address)[0] for place in found} <= set(pages)


def test_names_of_steps_are_their_own_and_the_makers_of_axe_are_locked_without_a_host(tmp_path):
    names = [step.name for step in steps(Tools(tmp_path))]
    assert len(names) == len(set(names))
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    packages = {path: row for path, row in lock["packages"].items() if path}
    assert lock["packages"][""]["dependencies"] == wanted
    assert {path for path, row in packages.items() if "resolved" in row or not row.get("integrity")} == set()
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_no_test_below_a_steps_folder_is_passed_by():
    """The spelling once was, and `/about/proof/` said that it had been looked at."""
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only", *ALL_FOLDERS, "tests/language"]
    done = subprocess.run(command, cwd=ground.ROOT, capture_output=True, encoding="utf-8", check=True)
    collected = {line.split("::")[0] for line in done.stdout.splitlines() if "::" in line}
    assert collected == {
        path.relative_to(ground.ROOT).as_posix() for path in (ground.ROOT / "tests/language").rglob("test_*.py")
    }


def test_the_proofs_folder_is_ignored_by_git():
    assert run.WORK.relative_to(ground.ROOT) == Path(".cache/proof")
    assert ".cache/" in (ground.ROOT / ".gitignore").read_text("utf-8").splitlines()
