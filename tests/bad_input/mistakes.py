"""The mistakes that an editor may make: each spoils the valid content beside this file in one way."""

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from legal_site.build import build_content
from legal_site.check import interface
from legal_site.content import Content
from legal_site.problems import ContentError

VALID = Path(__file__).with_name("content")
TODAY = date(2024, 6, 1)


@dataclass(frozen=True)
class Edit:
    """One change of one file. `find` stands in it once."""

    file: str
    find: str = ""
    put: str = ""
    text: str | None = None
    """The whole file, in place of what it says."""
    encoding: str = ""
    rename: str = ""
    copy: str = ""
    delete: bool = False
    empty: bool = False

    def apply(self, content: Path) -> None:
        path = content / self.file
        if self.delete:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        elif self.empty:
            shutil.rmtree(path)
            path.mkdir()
        elif self.rename:
            (content / self.rename).parent.mkdir(exist_ok=True)
            path.rename(content / self.rename)
        elif self.copy:
            shutil.copyfile(path, content / self.copy)
        elif self.text is not None:
            path.write_bytes(self.text.encode())
        elif self.encoding:
            path.write_bytes(path.read_text("utf-8").encode(self.encoding))
        else:
            text = path.read_text("utf-8")
            assert text.count(self.find) == 1, f"{self.find!r} has to stand once in {self.file}"
            path.write_bytes(text.replace(self.find, self.put).encode())


@dataclass(frozen=True)
class Mistake:
    """What is spoilt, and every line that the editor is to read then."""

    name: str
    edits: tuple[Edit, ...]
    problems: list[str] = field(hash=False)
    among: bool = False
    """Whether the mistake has more consequences than the lines that are listed."""


def _read(path: Path) -> list[Mistake]:
    return [
        Mistake(
            f"{path.stem}: {row.pop('name')}",
            problems=row.pop("problems", []),
            among=row.pop("among", False),
            edits=tuple(Edit(**edit) for edit in row.pop("edits", [row])),
        )
        for row in yaml.safe_load(path.read_text("utf-8"))
    ]


MISTAKES = [mistake for path in sorted(Path(__file__).with_name("cases").glob("*.yml")) for mistake in _read(path)]


def content_copy(folder: Path) -> Path:
    """The valid content under the name that it has in a project, its interface filled up."""
    content = Path(shutil.copytree(VALID, folder / "content_data"))
    with (content / "interface.yml").open("a", encoding="utf-8", newline="\n") as file:
        for name, filled_in in interface.names().items():
            if name not in ("menu", "article_number"):
                words = " ".join(sorted(filled_in))
                file.write(f'  {name}: {{sr: "Текст {words}", en: "Text {words}"}}\n')
    return content


def problems(content: Path, before: Content | None = None) -> list[str]:
    """What is wrong with a content, one line each, in the order in which it is told.

    `before` is what it was, in a preview that has shown that.
    """
    try:
        build_content(content, TODAY, before=before)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []
