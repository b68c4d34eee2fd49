"""The first trees of the fuzz (`make fuzz` makes two thousand), and that the fuzz finds what it looks for."""

from collections import Counter

import pytest

from unbreakable.misjudging import dying, failing, hanging, waiting
from unbreakable.mutator import Mutator
from unbreakable.real import digests
from unbreakable.verdict import faults_of_pages
from unbreakable.worker import Worker

TREES = 24


@pytest.fixture(scope="module")
def outcomes():
    return Counter()


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    worker = Worker(tmp_path_factory.mktemp("fuzz"))
    yield worker
    worker.end()


@pytest.mark.parametrize("number", range(TREES))
def test_a_tree_is_built_or_refused(number, worker, outcomes):
    result = worker.judged(number)
    outcomes[result.outcome] += 1
    assert result.outcome in ("built", "refused"), [*result.faults, *result.mutations]
    assert result.faults == [], result.mutations
    assert (result.problems == []) == (result.outcome == "built")


def test_trees_of_both_kinds_were_among_them(worker, outcomes):
    assert outcomes["built"] >= 3 and outcomes["refused"] >= 15, outcomes


def test_a_number_always_gives_the_same_tree(tmp_path):
    trees = []
    for name in ("one", "other"):
        mutator = Mutator(tmp_path / name)
        mutator.tree(1)
        trees.append(mutator.tree(7))
    assert trees[0].mutations == trees[1].mutations
    assert digests(trees[0].folder) == digests(trees[1].folder)


@pytest.mark.parametrize(
    ("judge", "outcome", "said"),
    [
        (failing, "crashed", "KeyError"),
        (hanging, "hung", "more than 0.2 s"),
        (waiting, "hung", "no answer for 1 s"),
        (dying, "crashed", "the process died"),
    ],
    ids=["failing", "hanging", "waiting", "dying"],
)
def test_the_fuzz_sees_what_goes_wrong(judge, outcome, said, tmp_path):
    worker = Worker(tmp_path, judge, limit=0.2, wait=1)
    result = worker.judged(0)
    worker.end()
    assert result.outcome == outcome
    assert said in "".join(result.faults)


def test_the_fuzz_sees_what_cannot_be_used():
    pages = {
        "/": '<p id="a"></p><p id="a"></p><a href="gone/">x</a><a href="other/#b">x</a><a href="other/#c">x</a>',
        "/other/": '<p id="b"></p><a href="../#a?x=y">x</a><a href="https://elsewhere.example/">x</a>',
    }
    assert sorted(faults_of_pages(pages, pages.keys())) == [
        "/: a link leads nowhere: gone/",
        "/: a link leads to no anchor: other/#c",
        "/: an id stands twice: ['a']",
    ]
