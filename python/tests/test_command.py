"""The command that comes with the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import tracuu

COMMAND = str(Path(sys.executable).with_name("tracuu"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([COMMAND, *arguments], capture_output=True, text=True)


def test_it_is_the_command(archive: tracuu.Archive) -> None:
    assert run("--version").stdout == f"tracuu {tracuu.__version__}\n"
    found = run("--index", archive.path, "search", "do van thang", "--limit", "1")
    assert found.returncode == 0 and "Đỗ Văn Thắng" in found.stdout
    assert run("--index", archive.path, "search", "qqqq").returncode == 1
    refused = run("search", "--nothing-is-named-so")
    assert refused.returncode == 2 and refused.stderr.startswith("tracuu: ")


def test_closed_output_is_told(archive: tracuu.Archive) -> None:
    line = f"exec {COMMAND} --index {archive.path} status >&-"
    ended = subprocess.run(["sh", "-c", line], capture_output=True, text=True)
    assert ended.returncode == 2 and ended.stderr
