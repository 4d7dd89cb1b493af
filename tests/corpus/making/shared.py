"""Published statutes and meeting notes that lie beside the repository, where they do."""

from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[4] / "shared"


def shared(folder: str, name: str) -> Path:
    """The file ``name`` in ``folder``; the test is skipped where it is missing."""
    path = _SHARED / folder / name
    if not path.exists():
        pytest.skip(f"{folder}/{name} does not lie beside the repository")
    return path
