"""Keyboard, focus, size of targets and wider spacing of text, on one page of each kind in each version."""

from __future__ import annotations

from playwright.async_api import Page

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""What a reader may set (WCAG 1.4.12); a constructed sheet, because the content policy refuses a style element."""

_NAME = """const name = e => {
  const words = (e.getAttribute("aria-label") ?? e.textContent).trim().replace(/\\s+/g, " ").slice(0, 40);
  return `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""} "${words}"`;
};"""

CLIPPED = f"""() => {{
  {_NAME}
  const out = [], over = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) out.push(`the page sticks out by ${{over}} px`);
  for (const e of document.querySelectorAll("body *")) {{
    const style = getComputedStyle(e);
    if (!e.checkVisibility() || !e.textContent.trim() || style.position === "absolute" && e.offsetWidth < 2) continue;
    const cut = [style.overflowX, style.overflowY].map(value => value === "hidden" || value === "clip");
    if (cut[0] && e.scrollWidth > e.clientWidth + 1 || cut[1] && e.scrollHeight > e.clientHeight + 1)
      out.push(`${{name(e)}} is cut`);
  }}
  for (const e of document.querySelectorAll("svg text")) {{
    const svg = e.ownerSVGElement, box = svg.getBoundingClientRect(), own = e.getBoundingClientRect();
    const leaves = own.width && (own.right > box.right + 1 || own.left < box.left - 1);
    if (leaves && getComputedStyle(svg).overflow !== "visible") out.push(`${{name(e)}} is cut by its picture`);
  }}
  return out;
}}"""

SMALL = f"""() => {{
  {_NAME}
  const controls = "button, summary, input, select, textarea, nav a, [data-answer], a.search-link, a.go";
  return [...document.querySelectorAll(controls)].filter(e => e.checkVisibility({{checkVisibilityCSS: true}}))
    .map(e => [e, [e, ...(e.labels ?? [])].map(part => part.getBoundingClientRect())])
    .filter(([, boxes]) => !boxes.some(box => box.width >= 24 && box.height >= 24))
    .map(([e, [box]]) => `${{name(e)}} is ${{Math.round(box.width)}} × ${{Math.round(box.height)}} px`);
}}"""
"""Controls under 24 × 24 px (WCAG 2.5.8). Links in a sentence are left to axe, which knows their exception."""

STOPS = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  window.waiting = new Set([...all].filter(
    e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({checkVisibilityCSS: true})));
  window.visited = new Set();
  return window.waiting.size;
}"""

"""Begins at the top of the page, wherever a script has put the focus."""

STOP = f"""() => {{
  {_NAME}
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement || window.visited.has(e)) return null;
  window.visited.add(e);
  window.waiting.delete(e);
  const said = [], style = getComputedStyle(e);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) said.push("shows no focus");
  const boxes = [...e.getClientRects()].filter(box => box.width > 0 && box.height > 0);
  const inside = boxes.find(b => b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth);
  if (!inside) said.push("is out of sight when it has the focus");
  else {{
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end - 1)) / 2;
    const top = document.elementFromPoint(
      middle(inside.left, inside.right, innerWidth), middle(inside.top, inside.bottom, innerHeight));
    if (top && !e.contains(top) && !top.contains(e)) said.push(`is covered by ${{name(top)}}`);
  }}
  return said.map(words => `${{name(e)}} ${{words}}`);
}}"""
LEFT = f"() => {{ {_NAME} return [...window.waiting].map(e => `${{name(e)}} is not reached by Tab`); }}"


OPENED = """async () => {
  document.querySelectorAll('details').forEach(e => { e.open = true; });
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
}"""
"""Citation tools and letters are put in when they are opened."""


async def spacing(page: Page) -> list[str]:
    """What is cut or sticks out when the reader widens the spacing of the text."""
    await page.evaluate(OPENED)
    await page.evaluate(SPACED)
    return list(await page.evaluate(CLIPPED))


async def targets(page: Page) -> list[str]:
    """Controls that are too small for a finger."""
    return list(await page.evaluate(SMALL))


async def focus(page: Page) -> list[str]:
    """Presses Tab until the page is left: what was wrong at a stop, and what was not reached."""
    await page.evaluate(STOPS)
    wrong: list[str] = []
    while True:
        await page.keyboard.press("Tab")
        said = await page.evaluate(STOP)
        if said is None:
            break
        wrong += said
    return wrong + list(await page.evaluate(LEFT))


async def menu(page: Page) -> list[str]:
    """Opens the menu of a narrow page and goes into it, by keyboard alone."""
    if not await _tab_to(page, ".menu > summary"):
        return ["the menu is not reached by Tab"]
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    if not await page.evaluate("() => document.activeElement.matches('.menu[open] nav a')"):
        return ["the menu's first entry does not follow its button"]
    return list(await page.evaluate(STOP) or [])


async def search(page: Page, query: str) -> list[str]:
    """Opens the search of a narrow page, types and follows the first hit, by keyboard alone."""
    if not await _tab_to(page, "a.search-link"):
        return ["the search is not reached by Tab"]
    await page.keyboard.press("Enter")
    await page.wait_for_function("() => document.activeElement.type === 'search'")
    await page.keyboard.type(query)
    await page.wait_for_selector("[data-search-results] a[data-hit]")
    if not await _tab_to(page, "a[data-hit]"):
        return ["the first hit is not reached by Tab"]
    goal = await page.evaluate("() => document.activeElement.href")
    await page.keyboard.press("Enter")
    await page.wait_for_url(goal)
    return []


async def _tab_to(page: Page, css: str) -> bool:
    await page.evaluate(STOPS)
    for _ in range(40):
        await page.keyboard.press("Tab")
        if await page.evaluate("css => document.activeElement.matches(css)", css):
            return True
    return False
