"""axe, with every rule that it has, on pages in the modes in which people read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page

from accessibility import quick
from proof.browsing import arrive, in_tabs, stay
from proof.ground import Ground
from proof.outcome import Outcome
from proof.progress import Progress
from proof.step import NONE, Step, in_chromium
from proof.tools import Tools, ToolsMissing

WIDE = {"width": 1280, "height": 800}
EVERYWHERE = "light"
"""The mode in which every page is looked at; in the others one of each kind in each version."""
MODES: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE, "color_scheme": "light"},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "forced-colours": {"viewport": WIDE, "forced_colors": "active"},
    "320-px": {"viewport": {"width": 320, "height": 800}},
    "400-percent": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
    "reduced-motion": {"viewport": WIDE, "reduced_motion": "reduce"},
}
"""How a context is made for each mode. A window of 1280 × 1024 enlarged to 400 % leaves 320 × 256 (WCAG 1.4.10)."""

REVEAL = """async () => {
  document.querySelectorAll("details").forEach(e => { e.open = true; });
  document.querySelectorAll("[data-node][hidden], [data-without-script][hidden]").forEach(e => { e.hidden = false; });
  document.getAnimations().forEach(waiting => waiting.finish());
  await new Promise(done => requestAnimationFrame(() => setTimeout(done))); // what is put in when it is opened
  document.querySelectorAll(".term-note").forEach(e => { e.style.display = "block"; });
}"""
"""What is hidden would not be looked at."""

RUN = """
axe.run(document, {
  rules: Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}])),
  resultTypes: ["violations", "incomplete"],
}).then(results => JSON.stringify({
  rules: axe.getRules().length,
  violations: results.violations.map(({id, tags, help, nodes}) => ({
    rule: id, level: tags.includes("wcag2aaa") ? "AAA" : tags.includes("experimental") ? "experimental" : "AA",
    help, count: nodes.length, nodes: nodes.slice(0, 5).map(({target, html, failureSummary}) => ({
      target: target.join(" "), html: html.slice(0, 300), why: failureSummary.slice(0, 500),
    })),
  })),
  undecided: Object.fromEntries(results.incomplete.map(({id, nodes}) => [id, nodes.length])),
}))
"""


async def look(page: Page, source: str) -> dict[str, Any]:
    """What axe finds on the page that is open.

    It is put in over the developer tools' protocol, which the page's content policy does not bind.
    """
    await page.evaluate(REVEAL)
    session = await page.context.new_cdp_session(page)
    await session.send("Runtime.evaluate", {"expression": source})
    answer = await session.send("Runtime.evaluate", {"expression": RUN, "awaitPromise": True, "returnByValue": True})
    await session.detach()
    if "exceptionDetails" in answer:
        raise RuntimeError(f"axe failed on {page.url}: {answer['exceptionDetails']}")
    return dict(json.loads(answer["result"]["value"]))


async def run(
    browser: Browser, host: str, mode: str, addresses: Sequence[str], axe: Path, progress: Progress
) -> list[str]:
    """Looks at the addresses that `progress` does not have yet for the mode, and tells it what was found.

    Returns a line for each that could not be looked at.
    """
    source = quick(axe.read_text("utf-8"))

    async def visit(page: Page, name: str) -> None:
        await arrive(page, host + name.partition(" ")[2])
        progress.add(name, await look(page, source))

    names = [f"{mode} {address}" for address in addresses]
    return await in_tabs(browser, [name for name in names if name not in progress.done], visit, stay, **MODES[mode])


def findings(done: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
    """A line for each violation: where, which rule, which element."""
    return [
        f"{name}: {found['rule']} ({found['level']}, {found['count']}): {found['nodes'][0]['target']}"
        for name, result in done
        for found in result["violations"]
    ]


def step(mode: str, tools: Tools) -> Step:
    """axe in one mode."""

    def work_on(ground: Ground, progress: Progress) -> Outcome:
        try:
            tools.install()
        except ToolsMissing as missing:
            return Outcome(missing=str(missing))
        places = ground.places
        kinds = [place.address for place in places.each_kind()]
        # The states of pages that have an address of their own (an outcome, a search) are no files.
        addresses = list(dict.fromkeys([*places.every_page(), *kinds])) if mode == EVERYWHERE else kinds

        async def work(browser: Browser, host: str) -> list[str]:
            return await run(browser, host, mode, addresses, tools.axe, progress)

        failed, version = in_chromium(work, ground)
        rows = list(progress.done.items())
        lines = findings(rows) + failed
        figures = {"pages": len(rows), "rules": rows[0][1]["rules"], "findings": len(lines)}
        versions = {"Chromium": version, "axe-core": tools.version("axe-core")}
        return Outcome(figures, {"findings": NONE}, findings=lines, tools=versions)

    return Step(f"axe-{mode}", "everyone", work_on)
