"""The steps of the proof in order: the quick ones first, so that what is wrong is known soon."""

from __future__ import annotations

from pathlib import Path

from proof import axe, building, commands, lighthouse, privacy, reaching, smoke, weight
from proof.browsers import BROWSERS
from proof.step import NONE, Step
from proof.tools import Tools

FUZZED = 2000.0
FUZZ_SAYS = {
    "trees": "trees:",
    "built": "built",
    "refused": "refused",
    "crashed": "crashed",
    "hung": "hung",
    "faulty": "with something wrong",
}
"""What stands behind each number of the last line of `make fuzz`."""

KILLED = 20
CRASH_SAYS = {
    "kills": r"moments: (\d+)",
    "old-site": r"old (\d+)",
    "new-site": r"new (\d+)",
    "broken": r"broken (\d+)",
}
"""Where each number stands in the line of `crash.py`."""


def steps(tools: Tools, corpus: Path | None = None) -> list[Step]:
    """Every step; `corpus` is a whole law as JSON, to measure builds with."""
    return [
        *map(smoke.step, BROWSERS),
        *reaching.STEPS,
        privacy.STEP,
        lighthouse.step(tools),
        weight.STEP,
        *building.steps(corpus),
        *(axe.step(mode, tools) for mode in axe.MODES),
        commands.tests(
            "browser",
            "everyone",
            "tests/browser",
            also=["tests/guides/cases.py", "tests/recall.py"],
            but=["tests/browser/test_layout.py::test_axe_finds_nothing"],  # the steps of axe do, in each mode
            PROOF="1",
        ),
        commands.tests("language", "everyone", "tests/language"),
        commands.tests("servers", "private", "tests/deploy", also=["deploy"]),
        commands.tests("hostile", "unbreakable", "tests/unbreakable", PROOF="1"),
        commands.tests(
            "identical",
            "unbreakable",
            "tests/site/test_build.py",
            "tests/content/test_inputs.py",
            also=["tests/site/conftest.py"],
            PROOF="1",
        ),
        commands.step(
            "crash",
            "unbreakable",
            ["tests/unbreakable/crash.py", str(KILLED)],
            ["tests/unbreakable/crash.py"],
            CRASH_SAYS,
            {"kills": KILLED},
            {"broken": NONE},
        ),
        commands.step(
            "fuzz",
            "unbreakable",
            ["tests/unbreakable/fuzz.py"],
            ["tests/unbreakable"],
            {name: rf"(\d+) {said}" for name, said in FUZZ_SAYS.items()},
            {"trees": FUZZED},
            dict.fromkeys(("crashed", "hung", "faulty"), NONE),
        ),
    ]
