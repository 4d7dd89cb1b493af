"""Where the default corpus and its index are, wherever the program is called from."""

import shutil
import tempfile
from pathlib import Path

import corpus
from corpus.errors import CannotWrite
from retrieval.settings import Settings

OWN = "documents"
INDEX = "index"


def shipped_corpus() -> Path:
    """The model agreement that comes with the program."""
    return Path(corpus.__file__).parent / "documents"


def own_corpus(settings: Settings) -> Path:
    """Where the user's own documents are kept, once there are any."""
    return settings.data / OWN


def default_corpus(settings: Settings) -> Path:
    """The user's own folder where it exists, else the shipped one."""
    own = own_corpus(settings)
    return own if own.is_dir() else shipped_corpus()


def default_index(settings: Settings) -> Path:
    return settings.data / INDEX


def make_own_corpus(settings: Settings) -> Path:
    """The user's own folder, made as a copy of the shipped one when it does not exist.

    It appears whole or not at all. Raises CannotWrite.
    """
    own = own_corpus(settings)
    if own.is_dir():
        return own
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".documents-", dir=settings.data) as beside:
            whole = Path(beside) / OWN
            shutil.copytree(shipped_corpus(), whole)
            _appear(whole, own)
    except OSError as error:
        raise CannotWrite(folder=str(settings.data), reason=error.strerror or str(error)) from error
    return own


def _appear(whole: Path, own: Path) -> None:
    try:
        whole.rename(own)
    except OSError:
        if not own.is_dir():  # otherwise another process made the same copy first
            raise
