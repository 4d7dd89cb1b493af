"""Where a model comes from."""

from pathlib import Path
from typing import Protocol

from corpus.progress import Progress
from retrieval.model.prepared import Description

STAGE = "prepare_model"
"""The stage that making a model ready reports."""


class Source(Protocol):
    """A model that can be made ready. ``key`` tells one content from another, cheaply."""

    @property
    def name(self) -> str: ...

    @property
    def key(self) -> str: ...

    def make(self, folder: Path, progress: Progress) -> Description:
        """Write the model into the empty ``folder``. Raises ``ModelError`` and OSError."""
        ...
