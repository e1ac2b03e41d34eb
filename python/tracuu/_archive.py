"""Calls with their types to the extension module, and what it answers to values."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Literal, Union

from . import _native
from ._answers import (
    Answer,
    Document,
    Mention,
    NamedPeople,
    Numbered,
    Register,
    Roll,
    Status,
    Summary,
    Timeline,
    Token,
)
from ._errors import InvalidValueError
from ._row import Rows

When = Union[str, int, date]
"""A day or period: `1947`, `"4/1947"`, `"ngày 17 tháng 2 năm 1979"`, `date(1979, 2, 17)`."""

Texts = Union[str, Iterable[str]]
"""One text or several."""

PathLike = Union[str, "os.PathLike[str]"]
"""A path."""


class Archive:
    """An index in a folder.

    Several threads may ask at once, and one may bring the index up to date meanwhile; each call is answered from one
    state of the index. `lang` is the language of messages and notices.
    """

    __slots__ = ("_index", "path")

    def __init__(self, path: PathLike, *, lang: Literal["en", "vi"] = "en") -> None:
        self.path = os.fspath(path)
        self._index = _native.Index(self.path, lang)

    def __repr__(self) -> str:
        return f"tracuu.Archive({self.path!r})"

    def search(
        self,
        query: str = "",
        *,
        limit: int = 10,
        offset: int = 0,
        places: Texts = (),
        numbers: Texts = (),
        people: Texts = (),
        dates: Texts = (),
        in_force: Texts = (),
        from_: When | None = None,
        to: When | None = None,
        sort: Literal["relevance", "date"] = "relevance",
        exact: bool = False,
        per_document: bool = False,
        explain: bool = False,
    ) -> Answer:
        """The passages that answer a query, the best first.

        `places`, `numbers`, `people`, `dates` and `in_force` narrow it down as `in:`, `number:`, `person:`, `date:` and
        `in-force:` do in a query. `exact` takes diacritics as they are typed.
        """
        return Answer._of(
            self._call(
                "search",
                query=query,
                limit=limit,
                offset=offset,
                places=_texts(places),
                numbers=_texts(numbers),
                people=_texts(people),
                dates=_texts(dates),
                in_force=_texts(in_force),
                **{"from": _when(from_)},
                to=_when(to),
                sort=sort,
                exact=exact,
                per_document=per_document,
                explain=explain,
            )
        )

    def document(self, name: str) -> Document | None:
        """The document that a name means: its id, the end of it, any part that only one has, perhaps with a line behind
        a colon, which is then marked. `None` where there is none; one without text has no lines."""
        told = self._call("document", name=name)
        return None if told is None else Document._of(told)

    def number(self, number: str, *, limit: int = 20, on: When | None = None) -> Numbered:
        """The documents that a number may mean, each with so many places; whether it is in force is told for the day
        `on`, for today where none is named."""
        return Numbered._of(self._call("number", number=number, limit=limit, on=_when(on)))

    def numbers(
        self,
        *,
        type: str | None = None,
        issuer: str | None = None,
        from_: When | None = None,
        to: When | None = None,
        limit: int | None = None,
    ) -> Register:
        """The register of all numbered documents."""
        span = {"from": _when(from_), "to": _when(to)}
        return Register._of(self._call("numbers", type=type, issuer=issuer, limit=limit, **span))

    def person(self, name: str, *, limit: int = 50) -> NamedPeople:
        """Those who bear a name, each with so many passages, in order of time."""
        return NamedPeople._of(self._call("person", name=name, limit=limit))

    def people(
        self,
        *,
        role: str | None = None,
        from_: When | None = None,
        to: When | None = None,
        sort: Literal["mentions", "name"] = "mentions",
        limit: int | None = None,
    ) -> Roll:
        """The roll of all people, or of those who held an office or are named with a time."""
        return Roll._of(self._call("people", role=role, sort=sort, limit=limit, **{"from": _when(from_)}, to=_when(to)))

    def timeline(
        self,
        query: str = "",
        *,
        from_: When | None = None,
        to: When | None = None,
        type: str | None = None,
        by: Literal["year", "month", "decade"] = "year",
        limit: int | None = None,
    ) -> Timeline:
        """Events and times in order, of all documents or of the passages that hold a query; `counts` has how many begin
        in each step of time."""
        span = {"from": _when(from_), "to": _when(to)}
        return Timeline._of(self._call("timeline", query=query, type=type, by=by, limit=limit, **span))

    def update(
        self,
        *paths: PathLike,
        rebuild: bool = False,
        exclude: Texts = (),
        wait: bool = False,
        threads: int | None = None,
        encoding: str | None = None,
        ocr: bool = False,
        progress: Callable[[int, int], object] | None = None,
    ) -> Summary:
        """Brings the index up to date with files and folders, with all that it knows where none are named.

        `progress` is called with the bytes that are read and those that are to be read. What interrupts it, Ctrl-C or an
        exception of `progress`, leaves the index as it was.
        """
        return Summary._of(
            self._call(
                "update",
                progress,
                paths=[os.fspath(path) for path in paths],
                rebuild=rebuild,
                exclude=_texts(exclude),
                wait=wait,
                threads=threads,
                encoding=encoding,
                ocr=ocr,
            )
        )

    def status(self, *, check: bool = False) -> Status:
        """What the index holds, how old it is, and which files have changed since; `check` compares its own files with
        their checksums."""
        return Status._of(self._call("status", check=check))

    def reload(self) -> bool:
        """Takes what another process has written since; whether there was anything."""
        return self._index.reload()

    def _call(self, method: str, progress: Callable[[int, int], object] | None = None, /, **options: Any) -> Any:
        return json.loads(self._index.call(method, json.dumps(options), progress))


def extract(text: str) -> Rows[Mention]:
    """All that a text mentions, in order: `text[slice(*mention.span)]` is what each takes."""
    return Rows(map(Mention._of, json.loads(_native.extract(_unicode(text)))))


def analyze(text: str) -> Rows[Token]:
    """The tokens of a text as the index and queries have them: with their marks and without."""
    return Rows(map(Token._of, json.loads(_native.analyze(_unicode(text)))))


def _texts(given: Texts) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def _when(given: When | None) -> str | None:
    return None if given is None else str(given)


def _unicode(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as odd:
        raise InvalidValueError(str(odd)) from odd
    return text
