"""What `make bench` writes to measure with is content like any other."""

from bench.steps import write_long_guide
from conftest import ROOT
from legal_site.build import build_content
from three_bridges.project import write_project


def test_the_long_guide_is_in_order(tmp_path):
    project = write_project(ROOT, tmp_path / "project", fourth=False)
    name = write_long_guide(project, 12)
    flow = build_content(project / "content_data").flows[name]
    assert (len(flow.questions), len(flow.outcomes)) == (6, 6)
