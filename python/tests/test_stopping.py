"""Ctrl-C, and what `progress` raises, end the work at once and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import tracuu

LONG = "Ngày 23/4/2021, ông Đỗ Văn Thắng ký Kế hoạch số 142/KH-LĐLĐ.\n" * 200


def papers(folder: Path, count: int) -> Path:
    made = folder / "papers"
    made.mkdir()
    for at in range(count):
        (made / f"{at}.txt").write_text(f"{at}\n{LONG}", encoding="utf-8")
    return made


def test_an_exception_of_progress_stops(tmp_path: Path) -> None:
    archive = tracuu.Archive(tmp_path / "index")

    def stop(done: int, total: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        archive.update(papers(tmp_path, 100), progress=stop)
    with pytest.raises(tracuu.NoIndexError):
        archive.search("a")
    # nothing holds the index any more
    assert archive.update(tmp_path / "papers" / "0.txt").documents == 1


def test_ctrl_c_stops_an_update(tmp_path: Path) -> None:
    archive = tracuu.Archive(tmp_path / "index")
    began = threading.Event()

    def interrupt(done: int, total: int) -> None:
        if not began.is_set():
            began.set()
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        archive.update(papers(tmp_path, 100), progress=interrupt)
    with pytest.raises(tracuu.NoIndexError):
        archive.search("a")


def test_ctrl_c_is_heeded_while_a_text_is_read() -> None:
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        # it would take minutes
        tracuu.extract(LONG * 2_000)


def test_other_threads_run_meanwhile() -> None:
    seen: list[int] = []
    counting = threading.Thread(target=lambda: seen.extend(range(1000)))
    work = threading.Thread(target=tracuu.extract, args=(LONG * 20,))
    work.start()
    counting.start()
    counting.join()
    assert work.is_alive() and len(seen) == 1000
    work.join()


def test_ctrl_c_ends_the_command(tmp_path: Path) -> None:
    papers(tmp_path, 300)
    command = [sys.executable, "-m", "tracuu", "--index", str(tmp_path / "index"), "index", str(tmp_path / "papers")]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (tmp_path / "index").exists():
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    assert running.wait() in (-signal.SIGINT, 130)
