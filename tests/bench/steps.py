"""Measures how long a guide takes from one question to the next, on a processor slowed down four times."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

from awake import open_awake
from bench.corpus import dump
from chromium import find_browser
from conftest import BROWSER_ARGUMENTS, served

_STEPS = """async () => {
  const times = [], calm = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  for (let round = 0; round < 5; round++) {
    document.querySelector('.controls [data-restart]').click();
    await calm();
    for (let step = 0; step < 12; step++) {
      const answer = document.querySelector('[data-node]:not([hidden]) [data-answer]');
      if (!answer) break;
      const begin = performance.now();
      answer.click();
      document.body.getBoundingClientRect();
      times.push(performance.now() - begin);
      await calm();
    }
  }
  return times;
}"""


def write_long_guide(project: Path, nodes: int) -> str:
    """Adds a guide of so many nodes to a project: a row of questions, each with an outcome of its own."""
    content = project / "content_data"
    flow = yaml.load((content / "flows/inventor.yml").read_text("utf-8"), yaml.CBaseLoader)
    question, outcome = flow["questions"][0], flow["outcomes"][0]
    count = nodes // 2
    flow["order"], flow["start"] = "2", "question-1"
    flow["title"] = {"sr": "Дуг водич", "en": "Long guide"}
    flow["questions"] = [_question(question, number, count) for number in range(1, count + 1)]
    titles = [{"sr": f"Исход {number}", "en": f"Outcome {number}"} for number in range(1, count + 1)]
    flow["outcomes"] = [{**outcome, "id": f"outcome-{n + 1}", "title": title} for n, title in enumerate(titles)]
    dump(content / "flows/long.yml", flow)
    cases = []
    for number in range(1, count + 1):
        before = {f"question-{earlier}": "yes" for earlier in range(1, number)}
        for answer in ("no", "unknown") if number < count else ("no", "unknown", "yes"):
            cases.append({
                "id": f"case-{number}-{answer}",
                "title": {"sr": "Случај", "en": "A case"},
                "answers": {**before, f"question-{number}": answer},
                "outcome": f"outcome-{number}",
                "provisions": outcome["provisions"],
            })  # fmt: skip
    book = {"questions": {f"question-{n}": question["matters"] for n in range(1, count + 1)}, "cases": cases}
    dump(content / "cases/long.yml", book)
    return "long"


def _question(model: dict[str, Any], number: int, count: int) -> dict[str, Any]:
    on = f"question-{number + 1}" if number < count else f"outcome-{number}"
    out = f"outcome-{number}"
    return {
        "id": f"question-{number}",
        "question": {"sr": f"Питање {number}?", "en": f"Question {number}?"},
        "matters": model["matters"],
        "answers": [
            {"id": "yes", "text": {"sr": "Да", "en": "Yes"}, "next": on},
            {"id": "no", "text": {"sr": "Не", "en": "No"}, "next": out},
            {"id": "unknown", "text": {"sr": "Не знам", "en": "I don’t know"}, "next": out},
        ],
    }


def measure(site: Path, addresses: list[str]) -> dict[str, tuple[float, float]]:
    """Median and slowest step of each guide, in milliseconds."""
    found = {}
    with served(site) as host, sync_playwright() as playwright:
        args = [*BROWSER_ARGUMENTS, "--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=args)
        for address in addresses:
            found[address] = _measure(browser, f"{host}{address}")
        browser.close()
    return found


def _measure(browser: Browser, url: str) -> tuple[float, float]:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        open_awake(page, url)
        page.evaluate(_STEPS)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times = page.evaluate(_STEPS)
    return statistics.median(times), max(times)
