"""What an archive is asked, and what it answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import tracuu


def test_a_passage_is_found_with_its_letters(archive: tracuu.Archive) -> None:
    answer = archive.search("do van thang", limit=3)
    assert len(answer) == 3 and answer.total >= 3
    for hit in answer:
        assert "Đỗ Văn Thắng" in [hit.text[start:end] for start, end in hit.highlights]
    assert answer.reading.people == ["do van thang"]
    assert [row["doc"] for row in answer.to_dicts()] == [hit.doc for hit in answer]


def test_options_narrow_a_search_down(archive: tracuu.Archive) -> None:
    everything = archive.search("công đoàn", limit=100)
    narrowed = archive.search("công đoàn", limit=100, from_=1950, to=date(1960, 12, 31))
    assert 0 < len(narrowed) < len(everything)
    one = archive.search(people="Đỗ Văn Thắng", per_document=True, explain=True, sort="date").hits[0]
    assert "Đỗ Văn Thắng" in one.people
    assert one.explain is not None and one.more_in_document is not None
    assert 0 < archive.search("bầu", exact=True).total < archive.search("bầu").total
    assert archive.search("công đoàn", limit=1, offset=1).hits[0].text == everything.hits[1].text


def test_dicts_are_what_the_command_prints(archive: tracuu.Archive) -> None:
    command = [sys.executable, "-m", "tracuu", "--index", archive.path, "--json"]
    printed = json.loads(subprocess.run([*command, "people"], check=True, capture_output=True).stdout)
    for told, row in zip(printed["people"], archive.people(limit=50).to_dicts()):
        assert told.items() <= row.items() or _without_nothing(row) == _without_nothing(told)


def _without_nothing(value: object) -> object:
    """What JSON leaves out is there in a dict."""
    if isinstance(value, dict):
        return {name: _without_nothing(each) for name, each in value.items() if each not in (None, False, [])}
    if isinstance(value, list):
        return [_without_nothing(each) for each in value]
    return value


def test_people_numbers_and_times(archive: tracuu.Archive) -> None:
    named = archive.person("do van thang")
    assert named.people[0].name == "Đỗ Văn Thắng"
    assert {office.role for office in named.people[0].offices} >= {"Chủ tịch LĐLĐ tỉnh"}
    assert archive.people(sort="name", limit=2).total > 2
    assert len(archive.people(role="thư ký")) < archive.people().total

    register = archive.numbers(issuer="LĐLĐ")
    assert register.numbers and all("LĐLĐ" in (entry.issuer or "") for entry in register)
    numbered = archive.number("142 kh ldld", on=2021)
    assert numbered.candidates[0].canonical == "142/KH-LĐLĐ"
    assert numbered.candidates[0].standing.state == "not_told"

    timeline = archive.timeline("công đoàn", by="decade", from_="1945", to="12/1960")
    assert timeline.total == len(timeline) and sum(timeline.counts.values()) <= timeline.total
    assert set(timeline.counts) <= {"1940s", "1950s", "1960s"}, timeline.counts
    assert all(row["from"] or row["to"] for row in timeline.to_dicts())


def test_a_document_is_shown(archive: tracuu.Archive) -> None:
    document = archive.document("bien-ban-hop-so-y-te-2021.txt:17")
    assert document is not None
    assert [line.line for line in document if line.marked] == [17]
    assert "Đỗ Văn Thắng" in document.lines[16].text
    assert archive.document("nothing-is-named-so") is None
    with pytest.raises(tracuu.AmbiguousError):
        archive.document("corpus/")


def test_an_index_follows_its_files(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text("Ngày 23/4/2021, đồng chí Lò Thị Mai dự họp.", encoding="utf-8")
    archive, other = (tracuu.Archive(tmp_path / "index") for _ in range(2))
    told: list[tuple[int, int]] = []
    assert archive.update(papers, progress=lambda done, total: told.append((done, total))).read == 1
    assert told[-1] == (told[-1][1], told[-1][1])
    assert len(other.search("lo thi mai")) == 1
    (papers / "b.txt").write_text("Lò Thị Mai vắng mặt.", encoding="utf-8")
    assert archive.status().new == ["papers/b.txt"]
    summary = archive.update()
    assert (summary.read, summary.unchanged, summary.documents) == (1, 1, 2)
    assert len(other.search("lo thi mai")) == 1
    assert other.reload() and not other.reload()
    assert len(other.search("lo thi mai")) == 2
    assert archive.status(check=True).damaged == []


Ask = Callable[[tracuu.Archive], object]


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda archive: archive.search("a", from_="31/2/2021"), tracuu.InvalidValueError),
        (lambda archive: archive.search("a", from_=1960, to=1950), tracuu.InvalidValueError),
        (lambda archive: archive.search("a", limit=10**9), tracuu.InvalidValueError),
        (lambda archive: archive.search("a", limit=-1), tracuu.InvalidValueError),
        (lambda archive: archive.search("\ud800"), tracuu.InvalidValueError),
        (lambda archive: archive.people(sort="age"), ValueError),
        (lambda archive: archive.number("abc"), tracuu.InvalidValueError),
        (lambda archive: archive.timeline(type="party"), tracuu.InvalidValueError),
        (lambda archive: archive.update("/nothing/is/here"), tracuu.InvalidValueError),
        (lambda archive: archive.update(encoding="x"), tracuu.InvalidValueError),
        (lambda archive: tracuu.Archive("/nothing/is/here").search("a"), tracuu.NoIndexError),
        (lambda archive: tracuu.Archive("x", lang="fr"), tracuu.InvalidValueError),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_sense_is_refused(archive: tracuu.Archive, ask: Ask, error: type[Exception]) -> None:
    with pytest.raises(error) as refused:
        ask(archive)
    assert isinstance(refused.value, tracuu.Error) and str(refused.value)


def test_damage_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lò Thị Mai vắng mặt.", encoding="utf-8")
    tracuu.Archive(tmp_path / "index").update(tmp_path / "a.txt")
    for file in (tmp_path / "index").iterdir():
        if file.is_file() and file.suffix:
            file.write_bytes(b"")
    with pytest.raises(tracuu.DamagedError):
        tracuu.Archive(tmp_path / "index").search("mai")


def test_messages_are_in_either_language(archive: tracuu.Archive) -> None:
    vietnamese = tracuu.Archive(archive.path, lang="vi")
    with pytest.raises(tracuu.Error, match="không"):
        vietnamese.number("abc")


def test_threads_ask_at_once(archive: tracuu.Archive) -> None:
    queries = ["do van thang", "công đoàn", "142/KH-LĐLĐ", "bầu thư ký"] * 8
    expected = [archive.search(query).to_dicts() for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda query: archive.search(query).to_dicts(), queries)) == expected


def test_a_document_is_read_in_a_process_of_its_own() -> None:
    child = str(Path(tracuu.__file__).with_name("__main__.py"))
    command = [sys.executable, "-S", child, "decode-apart", "pdf", str(1 << 20), str(1 << 30), "20"]
    ended = subprocess.run(command, input=b"no PDF", capture_output=True, check=True)
    # it says first that it runs
    assert ended.stdout.startswith(b"+")
