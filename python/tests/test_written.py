"""What is written about the package is true: types, stubs, README, examples."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import tracuu
from tracuu import _native

from conftest import ROOT

PYTHON = ROOT / "python"


def test_answers_are_those_of_the_crate() -> None:
    made = runpy.run_path(str(PYTHON / "answers.py"))["text"](_native.schemas())
    assert made == (PYTHON / "tracuu" / "_answers.py").read_text(encoding="utf-8"), "run `python answers.py`"


def test_stubs_agree() -> None:
    pytest.importorskip("mypy")
    check = [sys.executable, "-m", "mypy.stubtest", "tracuu._native"]
    ended = subprocess.run(check, capture_output=True, text=True, cwd=PYTHON / "tests")
    assert ended.returncode == 0, ended.stdout


def test_types_are_checked() -> None:
    pytest.importorskip("mypy")
    config = str(PYTHON / "pyproject.toml")
    for place in ("examples", "tests"):
        check = [sys.executable, "-m", "mypy", "--config-file", config, "."]
        ended = subprocess.run(check, capture_output=True, text=True, cwd=PYTHON / place)
        assert ended.returncode == 0, ended.stdout
    ended = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", config, "-p", "tracuu"],
        capture_output=True,
        text=True,
        cwd=PYTHON / "tests",
    )
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md", "python/README.md"])
def test_the_lines_of_the_readme_run(folder: Path, readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    (lines,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    names: dict[str, object] = {}
    exec(lines, names)
    printed = capsys.readouterr().out
    assert "corpus/bien-ban-hop-so-y-te-2021.txt:17" in printed and "number" in printed
    assert isinstance(names["archive"], tracuu.Archive) and names["rows"]


def test_the_example_finds(folder: Path) -> None:
    example = [sys.executable, str(PYTHON / "examples" / "find.py"), "corpus", "do", "van", "thang"]
    assert "    Đỗ Văn Thắng\n" in subprocess.run(example, check=True, capture_output=True, text=True).stdout


def test_the_notebook_runs(folder: Path) -> None:
    client = pytest.importorskip("nbclient")
    formats = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    pytest.importorskip("matplotlib")
    pytest.importorskip("pandas")
    notebook = formats.read(PYTHON / "examples" / "people-and-times.ipynb", as_version=4)
    client.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    shown = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("image/png" in data for data in shown)
    assert any("Thư ký" in data.get("text/html", "") for data in shown)
