"""What `make bench` writes to measure with is content like any other."""

import yaml

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


def test_the_stock_project_builds_what_mkdocs_knows(tmp_path):
    config = yaml.safe_load((write_stock(tmp_path / "stock", []) / "mkdocs.yml").read_text("utf-8"))
    assert config["theme"]["name"] == "material"
    assert "i18n" in str(config["plugins"])
