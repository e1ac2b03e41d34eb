"""Full-text search for Vietnamese documents.

An `Archive` is an index in a folder: `update` makes it and follows the files, all else asks it, from any thread.
`extract` and `analyze` take a text without an index.
"""

import sys
from pathlib import Path

from . import _answers, _native
from ._answers import *  # noqa: F403
from ._archive import Archive, When, analyze, extract
from ._errors import (
    AmbiguousError,
    BusyError,
    ClusterError,
    DamagedError,
    EngineError,
    Error,
    FormatError,
    InvalidValueError,
    NoIndexError,
    NotIndexedError,
    StoppedError,
    SystemFailureError,
)
from ._native import __version__
from ._row import Row, Rows

__all__ = [
    "AmbiguousError",
    "Archive",
    "BusyError",
    "ClusterError",
    "DamagedError",
    "EngineError",
    "Error",
    "FormatError",
    "InvalidValueError",
    "NoIndexError",
    "NotIndexedError",
    "Row",
    "Rows",
    "StoppedError",
    "SystemFailureError",
    "When",
    "__version__",
    "analyze",
    "extract",
]
__all__ += _answers.__all__

if sys.executable:
    # formats whose readers may fail badly are read in a process of their own
    _native.serve_by([sys.executable, "-S", str(Path(__file__).with_name("__main__.py"))])
