"""The index of the model agreement, made once for all tests of the chat surfaces."""

from pathlib import Path

import corpus
from retrieval.index_folder import build_index
from retrieval.settings import Settings


def make_model_index(folder: Path) -> Path:
    """The index of the documents that come with the program, in ``folder``."""
    build_index(Path(corpus.__file__).parent / "documents", folder, Settings())
    return folder
