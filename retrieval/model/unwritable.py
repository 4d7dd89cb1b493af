"""A cache that cannot be written, as the user is told of it."""

import os
from pathlib import Path

from corpus.errors import CannotWrite


def cannot_write(folder: Path, error: OSError) -> CannotWrite:
    """``error`` in the system's words, with the folder it happened in."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    return CannotWrite(folder=str(folder), reason=reason)
