"""How many queries lead home: what a search shows for each, against where its reader wanted to go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legal_site.model.search import SearchCase

SHOWN = 20
"""Further down nobody looks."""


@dataclass(frozen=True)
class Figures:
    """Of one group of queries: how many, the shares led home by the first and the first three hits, the mean rank."""

    count: int
    first: float
    third: float
    reciprocal: float
    """The mean reciprocal rank."""

    @classmethod
    def of(cls, ranks: list[int]) -> Figures:
        """The figures of the ranks of a group's queries; 0 is a query that led nowhere."""
        count = len(ranks)
        return cls(
            count,
            sum(rank == 1 for rank in ranks) / count,
            sum(0 < rank <= 3 for rank in ranks) / count,
            sum(1 / rank for rank in ranks if rank) / count,
        )

    def __str__(self) -> str:
        return f"{self.first:7.2f}{self.third:7.2f}{self.reciprocal:7.2f}"


def rank(hits: list[str], expected: Iterable[str]) -> int:
    """Where the first of the expected hits stands, counted from 1; 0 if it is not among the first twenty."""
    return next((place for place, hit in enumerate(hits[:SHOWN], 1) if hit in expected), 0)


def figures(answers: Iterable[tuple[SearchCase, list[str]]]) -> dict[str, Figures]:
    """The figures of all queries, of each form and of each version, from the hits that each query had."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for case, hits in answers:
        for group in ("all", f"in {case.version}", case.form):
            ranks[group].append(rank(hits, case.hits))
    return {group: Figures.of(own) for group, own in ranks.items()}


def table(title: str, columns: dict[str, dict[str, Figures]]) -> Iterator[str]:
    """Lines with the figures of one or more searches side by side, for the same queries."""
    yield f"{'':<22}{'':>8}" + "".join(f"  {name:>21}" for name in columns)
    yield f"{title:<22}{'queries':>8}" + f"  {'at 1':>7}{'at 3':>7}{'MRR':>7}" * len(columns)
    first = next(iter(columns.values()))
    for group in sorted(first, key=lambda group: (group != "all", not group.startswith("in "))):
        yield f"{group:<22}{first[group].count:>8}" + "".join(f"  {own[group]}" for own in columns.values())
