"""An index of the corpus of the project, for all tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import tracuu

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tracuu.Archive:
    archive = tracuu.Archive(tmp_path_factory.mktemp("index"))
    archive.update(ROOT / "corpus")
    return archive


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the corpus in it, as the current one."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    return tmp_path
