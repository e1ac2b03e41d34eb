"""What all answers have: they become dicts, and lists of them rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar


class Row:
    """An answer, or a part of one."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """It as a dict, with the names that the JSON of the command has."""
        names: Iterable[str] = self.__slots__
        return {name.rstrip("_"): _plain(getattr(self, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, Row):
        return value.to_dict()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


Each = TypeVar("Each", bound=Row)


class Rows(list[Each], Generic[Each]):
    """A list of answers."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """They as rows of a table."""
        return [each.to_dict() for each in self]
