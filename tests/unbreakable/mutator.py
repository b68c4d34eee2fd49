"""Makes tree number n of the invented law: the same number gives the same tree, on every machine and in every order."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import yaml

from legal_site.addresses import addresses
from legal_site.build import build_content
from legal_site.integrity import seal_texts
from legal_site.moves import ALIASES
from legal_site.paths import write_path_tables
from legal_site.prose_check import checked_prose
from legal_site.published import REGISTER, append_new
from legal_site.seals import REGISTER as SEALS
from three_bridges.project import write_project
from unbreakable import files, registers, tree
from unbreakable.files import Change

ROOT = Path(__file__).parents[2]
DAY = date(2024, 6, 1)
_FAMILIES = (
    (24, "structure"),
    (12, "types"),
    (10, "characters"),
    (8, "markup"),
    (14, "references"),
    (6, "sizes"),
    (10, "bytes"),
    (4, "large"),
    (10, "files"),
    (8, "registers"),
    (6, "prose"),
)
"""Of a hundred mutations how many are of which family, roughly."""


@dataclass(frozen=True)
class Tree:
    """A mutated project and what was done to it."""

    number: int
    folder: Path
    mutations: list[str]


class Mutator:
    """Copies and spoils a valid project, which it writes under `scratch`."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.base = write_project(ROOT, scratch / "base")
        content = build_content(self.base / "content_data", DAY)
        write_path_tables(content, self.base / "content_data")
        self.published = scratch / "published"
        shutil.copytree(self.base, self.published)
        _publish(self.published)

    def tree(self, number: int, folder: Path | None = None) -> Tree:
        """Tree number `number`, in `folder` or under the scratch folder, in place of the tree that was there."""
        rng = Random(number)
        target = folder or self.scratch / "tree"
        count = rng.choice((1, 1, 1, 1, 1, 2, 3, 6))
        weights = [weight for weight, _ in _FAMILIES]
        chosen = rng.choices([family for _, family in _FAMILIES], weights, k=count)
        published = "registers" in chosen or rng.random() < 0.1
        remove(target)
        shutil.copytree(self.published if published else self.base, target)
        return Tree(number, target, [self._mutate(rng, target, family) for family in chosen])

    def _mutate(self, rng: Random, project: Path, family: str) -> str:
        yamls = _files(project / "content_data", "*.yml")
        prose = _files(project / "docs", "*.md")
        plain = [project / "content_data" / name for name in (REGISTER, ALIASES, SEALS, "paths/inventor.txt")]
        by_family: dict[str, tuple[Sequence[Path], Sequence[Change]]] = {
            "bytes": (yamls, files.TEXT),
            "large": (yamls, files.LARGE),
            "files": ([*yamls, *yamls, *prose, *plain], files.FILE),
            "registers": (plain, registers.PLAIN),
            "prose": (prose, registers.PROSE),
        }
        of_values: dict[str, Sequence[tree.Change]] = {
            "structure": tree.STRUCTURE,
            "types": (tree.retype,),
            "characters": (tree.characters,),
            "markup": (tree.markup,),
            "references": (tree.refer,),
            "sizes": tree.SIZES,
        }
        paths, changes = by_family.get(family, (yamls, (_of_values(of_values.get(family, ())),)))
        if not paths:
            return f"{family}: nothing is left"
        path, change = rng.choice(paths), rng.choice(changes)
        name = path.relative_to(project).as_posix()
        try:
            return f"{family}: {name}: {change(rng, path)}"
        except (OSError, UnicodeError, RecursionError, yaml.YAMLError) as error:
            # An earlier mutation of this tree has made the file one that cannot be changed like this.
            return f"{family}: {name}: not changed again ({type(error).__name__})"


def _publish(project: Path) -> None:
    """Gives the project its registers, as `make paths` writes them, and addresses that have moved."""
    folder = project / "content_data"
    content = build_content(folder, DAY)
    moved = {
        "/law/zis/7/": "/law/zis/1/",
        "/law/zis/1/#p9": "/law/zis/1/#p1",
        "/glossary/#p9": "/law/zis/1/#p1",
        "/about/method/#p9": "/law/zis/1/#p1",
    }
    gone = [*moved, "/law/zis/7/#p1", "/data/law/zis/7.json"]
    published = [*addresses(content), *checked_prose(project / "docs", content), *gone]
    append_new(folder, published, DAY)
    seal_texts(content, folder, ())
    (folder / ALIASES).write_text("".join(f"{old} {new}\n" for old, new in moved.items()), "utf-8")


def _of_values(changes: Sequence[tree.Change]) -> Change:
    def change(rng: Random, path: Path) -> str:
        text = path.read_text("utf-8")
        if max(map(len, text.split("\n"))) > 5_000 or text.count("[") > 5_000:
            raise yaml.YAMLError("nested so that reading it would end this process")
        value = yaml.load(text, yaml.CBaseLoader)
        root = [value]
        done = rng.choice(changes)(rng, root)
        new = yaml.dump(root[0] if root else None, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        path.write_bytes(new.encode())
        return done

    return change


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _files(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.rglob(pattern)) if folder.is_dir() else []
    return [path for path in found if path.is_file() and path.stat().st_size < 5_000_000]


def remove(folder: Path) -> None:
    """Removes what a mutation has left, links and unreadable files among it."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
