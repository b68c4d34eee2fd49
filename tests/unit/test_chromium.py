"""Which browser the tests take."""

import pytest

import chromium


def test_the_one_without_windows_is_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.delenv("CHROME", raising=False)
    assert next(chromium.candidates()) == f"/usr/bin/{chromium.SHELL}"
