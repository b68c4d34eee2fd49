"""The result of a step is kept only while all that it runs and reads stays as it was."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from proof import ground
from proof.ground import INPUTS, ROOT
from proof.steps import steps
from proof.tools import Tools

TESTS = ROOT / "tests"
STEPS = steps(Tools(Path("nowhere")))


def runs(step) -> set[Path]:
    """Each file of the tests that a step loads: the module that it is made in, what it names, what these import.

    Where pytest is what runs it loads the conftest.py of every folder above by itself.
    """
    named = [path for name in step.looks_at for path in [ROOT / name, *(ROOT / name).rglob("*.py")]]
    waiting = [Path(sys.modules[step.run.__module__].__file__), *(path for path in named if path.suffix == ".py")]
    found = set()
    while waiting:
        path = waiting.pop()
        if path not in found and path.is_file() and path.is_relative_to(TESTS):
            found.add(path)
            waiting += [TESTS / f"{name.replace('.', '/')}.py" for name in imports(path)]
            if path.name.startswith("test_"):
                waiting += [folder / "conftest.py" for folder in path.parents if folder.is_relative_to(TESTS)]
    return found


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def reads(path: Path) -> Iterator[str]:
    """What a file names under the checkout's root: `ROOT / "deploy"`. `tests` is where programs find their modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.BinOp(ast.Name("ROOT"), ast.Div(), ast.Constant(str(name))) if name != "tests":
                yield name


def is_covered(name: str, step) -> bool:
    return any(Path(name).is_relative_to(known) for known in (*INPUTS, *step.depends))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_whatever_a_step_runs_or_reads_is_part_of_its_key(step):
    files = runs(step)
    assert files
    names = {path.relative_to(ROOT).as_posix() for path in files}
    assert {name for name in names if not is_covered(name, step)} == set()
    outside = {name for path in files if not path.is_relative_to(TESTS / "proof") for name in reads(path)}
    assert {name for name in outside if not is_covered(name, step)} == set()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_what_a_step_depends_on_is_there(step):
    """A name that is misspelt would be digested as nothing."""
    assert [name for name in (*INPUTS, *step.depends) if not (ROOT / name).exists()] == []


def test_the_servers_are_asked_again_when_their_settings_change(tmp_path, monkeypatch):
    (step,) = (step for step in STEPS if step.name == "servers")
    monkeypatch.setattr(ground, "ROOT", tmp_path)
    (tmp_path / "deploy").mkdir()
    settings = tmp_path / "deploy/nginx.conf"
    settings.write_text("listen 80;", "utf-8")
    before = ground.digest_of(step.depends)
    settings.write_text("listen 81;", "utf-8")
    assert ground.digest_of(step.depends) != before
