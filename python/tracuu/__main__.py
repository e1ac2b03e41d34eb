"""The command `tracuu`, and the process in which one document is read for another."""

import signal
import sys

if __package__:
    from ._native import main
else:
    # called by its path, without the rest of the package, for one document
    from _native import main  # type: ignore[import-not-found, no-redef, unused-ignore]


def run() -> int:
    """Does what the command does with the arguments of the process; the code that it exits with."""
    # it ends at once, as every command: nothing of Python has to be put in order
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code: int = main(sys.argv, sys.stdout is None)
    return code


if __name__ == "__main__":
    sys.exit(run())
