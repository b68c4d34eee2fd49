"""Renews `theme/assets/material.css`: the rules of Material's style sheet that the site's pages use.

    make styles        needs Node.js and npm; not needed to build or to test the site

PurgeCSS decides, from the built pages, our scripts and `prose.html` (what Markdown can make). A test says when
Material has been renewed and this has to be run again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ASSETS = ROOT / "hooks/legal_site/theme/assets"


def source() -> Path:
    """Material's style sheet, whose name carries a hash of its content."""
    folder = Path(str(files("material"))) / "templates/assets/stylesheets"
    return next(path for path in folder.iterdir() if path.match("main.*.min.css"))


def heading() -> str:
    """The first line of what is made: what it was made from."""
    return (
        f"/*! Material for MkDocs {version('mkdocs-material')}, {source().name}: the rules that this site uses "
        "(make styles). MIT licence: material.LICENSE.txt */\n"
    )


def main() -> None:
    npm = ["npm.cmd" if os.name == "nt" else "npm"]
    subprocess.run([*npm, "ci", "--silent"], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, check=True)
        content = [f"{site.as_posix()}/**/*.html", f"{ASSETS.as_posix()}/*.js", f"{HERE.as_posix()}/prose.html"]
        purge = [*npm, "exec", "--", "purgecss", "--css", str(source()), "--output", folder, "--content", *content]
        subprocess.run(purge, cwd=HERE, check=True, stdout=subprocess.DEVNULL)
        rules = (Path(folder) / source().name).read_text("utf-8").partition("/*# sourceMappingURL")[0]
        (ASSETS / "material.css").write_text(heading() + rules.strip() + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
