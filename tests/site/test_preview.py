"""The folder of a preview is empty at once and tidy once its pages are shown."""

from mkdocs.utils import clean_directory

from legal_site import write
from legal_site.preview_folder import empty, remove_former


def names(folder):
    return [path.name for path in folder.iterdir()]


def fill(folder):
    (folder / "law").mkdir()
    (folder / "law" / "old.html").touch()
    (folder / "index.html").touch()


def test_a_preview_s_folder_is_empty_at_once(tmp_path):
    for _ in range(2):
        fill(tmp_path)
        empty(tmp_path)
        assert [name for name in names(tmp_path) if not name.startswith(".")] == []
    left = names(tmp_path)
    clean_directory(str(tmp_path))
    assert names(tmp_path) == left, "MkDocs would remove it while the editor waits"


def test_there_may_be_nothing_to_empty(tmp_path):
    empty(tmp_path / "not-there")
    empty(tmp_path)
    assert names(tmp_path) == []


def test_what_was_there_is_removed_once_the_pages_are_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(write, "EXPORTS", ())
    for _ in range(2):
        fill(tmp_path)
        empty(tmp_path)
    (tmp_path / "new.html").touch()
    monkeypatch.setattr(write.threading, "Thread", AtOnce)
    write.write_behind(None, tmp_path, "http://localhost/")()
    assert names(tmp_path) == ["new.html"]


def test_the_next_build_does_not_wait_for_that(tmp_path):
    fill(tmp_path)
    empty(tmp_path)
    remove_former(tmp_path, lambda: True)
    assert len(list(tmp_path.rglob("old.html"))) == 1


class AtOnce:
    """A thread whose work is done when it starts."""

    def __init__(self, target, daemon):
        self.start = target

    def join(self):
        pass
