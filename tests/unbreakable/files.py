"""Changes files as bytes and as files: encodings, line ends, nesting, anchors; renamed, emptied, no file at all."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from unbreakable.values import CHARACTERS, MARKUP, REFERENCES, spoilt

Change = Callable[[Random, Path], str]

DEEP = 10_000
_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(f'*{before}' for _ in range(9))}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
_BYTES = (
    b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\0", b"\x80", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf5\x80\x80\x80", b"\x1b",
    b"\r", b"\r\n", b"\t", b"\n\t", b"\n---\n", b"\n...\n", b"#", b": ", b"- ", b"&a ", b"*a ",
    b"!!python/object:os.x ", b"!!binary ", b"%YAML 9.9\n", b"<<: *a\n", b"? ", b"|", b">-\n", b'"', b"'", b"{", b"}",
    b"[", b"]", b",", b"@", b"`", b'"\\ud800"', b'"\\x00"', b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc2\x85",
)  # fmt: skip


def insert_bytes(rng: Random, path: Path) -> str:
    data, new = path.read_bytes(), rng.choice(_BYTES)
    at = rng.choice((0, len(data), rng.randint(0, len(data))))
    path.write_bytes(data[:at] + new + data[at:])
    return f"{new!r} at byte {at}"


def cut_bytes(rng: Random, path: Path) -> str:
    data = path.read_bytes()
    start = rng.randint(0, len(data))
    end = min(len(data), start + rng.choice((1, 3, 20, len(data))))
    path.write_bytes(data[:start] + data[end:])
    return f"bytes {start} to {end} cut"


def rewrite(rng: Random, path: Path) -> str:
    """The whole file in another encoding or with other line ends."""
    text = path.read_bytes().decode("utf-8", "replace")
    forms = {
        "CRLF": text.replace("\n", "\r\n").encode(),
        "CR": text.replace("\n", "\r").encode(),
        "a BOM": b"\xef\xbb\xbf" + text.encode(),
        "UTF-16": text.encode("utf-16"),
        "windows-1251": text.encode("cp1251", "replace"),
        "tabs": text.replace("  ", "\t").encode(),
        "no last line end": text.rstrip("\n").encode(),
        "nothing": b"",
        "spaces": b" \n \n",
        "a remark": b"# nothing\n",
        "NUL": b"\0" * 1000,
    }
    name = rng.choice(list(forms))
    path.write_bytes(forms[name])
    return f"rewritten: {name}"


def lines(rng: Random, path: Path) -> str:
    """A line lost, doubled, moved or indented otherwise."""
    rows = path.read_bytes().split(b"\n")
    at = rng.randrange(len(rows))
    what = rng.choice(("lost", "doubled", "moved", "indented", "outdented"))
    row = rows.pop(at)
    if what == "doubled":
        rows[at:at] = [row, row]
    elif what == "moved":
        rows.insert(rng.randint(0, len(rows)), row)
    elif what == "indented":
        rows.insert(at, b" " * rng.randint(1, 4) + row)
    elif what == "outdented":
        rows.insert(at, row[rng.randint(1, 4) :])
    path.write_bytes(b"\n".join(rows))
    return f"line {at + 1} {what}"


def strings(rng: Random, path: Path) -> str:
    text = path.read_bytes().decode("utf-8", "replace")
    new = spoilt(rng, text, rng.choice((CHARACTERS, MARKUP, REFERENCES)))
    path.write_bytes(new.encode("utf-8", "surrogatepass"))
    return "a text put in anywhere"


def nesting(rng: Random, path: Path) -> str:
    form = rng.choice(("[", "- ", "{a: ", "a:", "? "))
    deep = rng.choice((41, 500, DEEP, 10 * DEEP))
    if form == "a:":
        deep = min(deep, 2000)  # the file grows with the square of it
        text = "".join(" " * level + "a:\n" for level in range(deep))
    else:
        text = form * deep + "x" + {"[": "]", "{a: ": "}"}.get(form, "") * deep
    whole = rng.random() < 0.5 or form != "["
    path.write_bytes(text.encode() if whole else path.read_bytes() + f"\nx: {text}\n".encode())
    return f"{form!r} {deep} deep"


def anchors(rng: Random, path: Path) -> str:
    new = rng.choice(
        (_BOMB, "x: &x [*x, *x]\n", "x: &x {a: *x}\n", "x: &x 1\ny: *x\n", "x: &x {id: a}\ny: {<<: *x}\n", "y: *x\n")
    )
    path.write_bytes(path.read_bytes() + b"\n" + new.encode() if rng.random() < 0.7 else new.encode())
    return "anchors: " + new[:20].replace("\n", " ")


def renamed(rng: Random, path: Path) -> str:
    names = (
        f"{path.stem}.yaml", f"{path.stem}.YML", f"{path.stem}.yml~", f"x{path.name}", path.name.upper(), "1.yml",
        "01.yml", "1б.yml", "24a.yml", "law.yml", "site.yml", "search.yml", "2024-02-01.yml", "2024-02-30.yml", ".yml",
        "-.yml", "a b.yml", "a\nb.yml", "\u202e.yml", "con.yml", "я.yml", "x" * 200 + ".yml", os.fsdecode(b"\xff.yml"),
    )  # fmt: skip
    new = path.with_name(rng.choice(names))
    shutil.copyfile(path, new) if rng.random() < 0.3 else path.rename(new)
    return f"now {ascii(new.name)[:40]}"


def moved(rng: Random, path: Path) -> str:
    folder = rng.choice(
        (
            "laws/zis/articles",
            "laws/zr",
            "laws/xx/articles",
            "laws/Ж/articles",
            "flows",
            "letters",
            "cases",
            "statement",
            "schemas",
            "new",
            "..",
            "laws/zis/articles/x",
        )
    )
    root = next(parent for parent in path.parents if parent.name in ("content_data", "docs"))
    target = root / folder / path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target) if rng.random() < 0.5 else path.rename(target)
    return f"now in {folder}"


def no_file(rng: Random, path: Path) -> str:
    what = rng.choice(
        (
            "gone",
            "gone",
            "empty",
            "folder",
            "link to itself",
            "link to nothing",
            "link to a folder",
            "pipe",
            "device",
            "link outside",
            "closed",
        )
    )
    if what == "closed":
        path.chmod(0)
        return what
    path.unlink()
    if what == "empty":
        path.touch()
    elif what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what != "gone":
        targets = {
            "link to itself": path,
            "link to nothing": "nothing",
            "link to a folder": "..",
            "device": "/dev/zero",
        }
        path.symlink_to(targets.get(what, "/etc/hostname"))
    return what


def folder_lost(rng: Random, path: Path) -> str:
    """The folder of the file is gone, empty, a file, or a link to itself."""
    folder, what = path.parent, rng.choice(("gone", "empty", "a file", "a link to itself", "a link to its parent"))
    shutil.rmtree(folder)
    if what == "empty":
        folder.mkdir()
    elif what == "a file":
        folder.write_text("x", "utf-8")
    elif what != "gone":
        folder.symlink_to(folder if what == "a link to itself" else ".")
    return f"{folder.name}/ is {what}"


TEXT: tuple[Change, ...] = (insert_bytes, insert_bytes, cut_bytes, rewrite, lines, lines, strings)
LARGE: tuple[Change, ...] = (nesting, anchors)
FILE: tuple[Change, ...] = (renamed, moved, no_file, no_file, folder_lost)
