"""Changes what is no YAML: the register of addresses, the aliases, the tables of paths, the hand-written pages."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from unbreakable.files import TEXT
from unbreakable.values import CHARACTERS, REFERENCES, spoilt

Change = Callable[[Random, Path], str]

_PROSE = (
    "{{ site.contact }}", "{{ site.nothing }}", "{{ site.__class__ }}", "{{ 7 * 7 }}", "{{", "{% include 'x' %}",
    "{% raw %}", "{#same}", "# One\n# Two {#method}\n", "\n---\n", "---\ntitle: [\n---\n", "---\n- a\n---\n",
    "---\ntitle: null\n---\n", "<script>alert(1)</script>", "[x](../nowhere.md)", "[x](/nowhere/)",
    "[x](/law/zis/1/#p1)", "[x](//a/)", "[x](#nothing)", "\n" + "> " * 900 + "x\n", "*" * 5000, "[" * 5000,
    "\n" + "- " * 500 + "x\n", "![x](y.png)", "&#0;", "<!-- ", "`", "|a|b|\n|-|-|\n|",
)  # fmt: skip


def addresses(rng: Random, path: Path) -> str:
    """Lines of a register or of the aliases: lost, doubled, changed, many, leading in a circle."""
    rows = path.read_text("utf-8").splitlines() if path.exists() else []
    what = rng.choice(("lost", "doubled", "changed", "swapped", "new", "circle", "words", "many", "long", "characters"))
    at = rng.randrange(len(rows)) if rows else 0
    old = "/law/zis/7/"
    if what == "lost" and rows:
        del rows[at]
    elif what == "doubled" and rows:
        rows.insert(at, rows[at])
    elif what == "changed" and rows:
        rows[at] = rng.choice((rows[at].upper(), rows[at] + "x", rows[at].replace("/", ""), rng.choice(REFERENCES)))
    elif what == "swapped" and len(rows) > 1:
        rows[0], rows[at] = rows[at], rows[0]
    elif what == "new":
        rows.append(f"{rng.choice((old, *REFERENCES))} {rng.choice(REFERENCES)}")
    elif what == "circle":
        rows += rng.choice(([f"{old} {old}"], [f"{old} /law/zis/8/", f"/law/zis/8/ {old}"]))
    elif what == "words":
        rows.append("/a /b /c")
    elif what == "many":
        rows += [
            f"/law/zis/{number}/" + (f" /law/zis/{number + 1}/" if "alias" in path.name else "")
            for number in range(10_000)
        ]
    elif what == "long":
        rows.append("/" + "a" * 1_000_000)
    elif rows:
        rows[at] = spoilt(rng, rows[at], CHARACTERS)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n".join([*rows, ""]).encode("utf-8", "surrogatepass"))
    return what


def prose(rng: Random, path: Path) -> str:
    text = path.read_text("utf-8")
    path.write_text(spoilt(rng, text, _PROSE), "utf-8")
    return "prose"


PLAIN: tuple[Change, ...] = (addresses, addresses, addresses, *TEXT)
PROSE: tuple[Change, ...] = (prose, prose, *TEXT)
