"""A build that is killed leaves the former site as it was. `make proof` kills twenty (`crash.py`)."""

import pytest

from legal_site.aside import aside_of, put_in_place
from unbreakable.crash import whole_after_kills


def test_a_killed_build_leaves_a_whole_site(sources, tmp_path):
    assert "broken" not in whole_after_kills(tmp_path, sources, 2)


@pytest.mark.parametrize("swaps", [True, False], ids=["in-one-step", "by-two-renames"])
def test_the_new_site_takes_the_place_of_the_old(tmp_path, monkeypatch, swaps):
    if not swaps:
        monkeypatch.setattr("legal_site.aside._exchanged", lambda one, other: False)
    shown = tmp_path / "site"
    for text in ("first", "second"):
        aside_of(shown).mkdir()
        (aside_of(shown) / "index.html").write_text(text)
        put_in_place(shown)
        assert (shown / "index.html").read_text() == text
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_stays_a_link_to_the_new_site(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "old.html").touch()
    shown = tmp_path / "site"
    shown.symlink_to(tmp_path / "disk")
    aside_of(shown).mkdir()
    (aside_of(shown) / "new.html").touch()
    put_in_place(shown)
    assert shown.is_symlink()
    assert [path.name for path in shown.iterdir()] == ["new.html"]
