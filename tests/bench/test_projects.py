"""What `make bench` writes to measure with is content like any other."""

import os
import subprocess
import sys

from bench.corpus import write_stock
from bench.steps import write_long_guide
from conftest import ROOT
from legal_site.build import build_content
from three_bridges.project import write_project


def test_the_long_guide_is_in_order(tmp_path):
    project = write_project(ROOT, tmp_path / "project", fourth=False)
    name = write_long_guide(project, 12)
    flow = build_content(project / "content_data").flows[name]
    assert (len(flow.questions), len(flow.outcomes)) == (6, 6)


def test_stock_tools_build_an_article_in_every_version(tmp_path):
    text = {"sr": "Ствар.", "en": "A thing."}
    article = {"number": "24а", "heading": text, "paragraphs": [{"number": "1", "text": text}]}
    project = write_stock(tmp_path / "stock", [article])
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    for version, words in (("", "Ствар."), ("sr-Latn", "A thing."), ("en", "A thing.")):
        page = (project / "site" / version / "law/24a/index.html").read_text("utf-8")
        assert words in page and "md-typeset" in page, version
