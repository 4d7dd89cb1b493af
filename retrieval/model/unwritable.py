"""A cache that cannot be written, as the user is told of it."""

from pathlib import Path

from corpus.errors import CannotWrite
from corpus.system_reason import system_reason


def cannot_write(folder: Path, error: OSError) -> CannotWrite:
    """``error`` in the system's words, with the folder it happened in."""
    return CannotWrite(folder=str(folder), reason=system_reason(error))
