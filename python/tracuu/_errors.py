"""Why there is no answer: one exception for each word in which the crate tells it."""

from __future__ import annotations


class Error(Exception):
    """There is no answer; the message says why."""


class InvalidValueError(Error, ValueError):
    """An argument is not what it must be."""


class NoIndexError(Error):
    """There is no index where one was looked for: `update` makes it."""


class FormatError(Error):
    """The index was written by another version."""


class DamagedError(Error):
    """A file of the index cannot be read as it should."""


class BusyError(Error):
    """Another process writes to the index."""


class NotIndexedError(Error):
    """Nothing that is indexed is meant."""


class AmbiguousError(Error):
    """Several documents may be meant."""


class StoppedError(Error):
    """The work was stopped; the index is as it was before."""


class SystemFailureError(Error):
    """The system does not do what is asked of it: a file cannot be read, memory is short."""


class ClusterError(Error):
    """A cluster does not do what is asked of it."""


class EngineError(Error):
    """The engine failed for a reason of its own."""


KINDS: dict[str, type[Error]] = {
    "value": InvalidValueError,
    "no_index": NoIndexError,
    "other_format": FormatError,
    "damaged": DamagedError,
    "busy": BusyError,
    "not_indexed": NotIndexedError,
    "ambiguous": AmbiguousError,
    "stopped": StoppedError,
    "system": SystemFailureError,
    "cluster": ClusterError,
    "engine": EngineError,
}


def of(kind: str, message: str) -> Error:
    """The exception of a refusal."""
    return KINDS.get(kind, Error)(message)
