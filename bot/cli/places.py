"""Where the default corpus and its index are, wherever the program is called from."""

import filecmp
import shutil
import tempfile
from pathlib import Path

import corpus
from corpus.errors import CannotWrite
from corpus.system_reason import system_reason
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
        raise CannotWrite(folder=str(settings.data), reason=system_reason(error)) from error
    return own


def is_as_shipped(folder: Path) -> bool:
    """Whether ``folder`` holds the documents that come with the program and nothing else."""
    shipped, names = shipped_corpus(), _names(shipped_corpus())
    if names != _names(folder):
        return False
    return filecmp.cmpfiles(shipped, folder, names, shallow=False)[0] == names


def _names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    names = (path.relative_to(folder).as_posix() for path in files)
    return sorted(name for name in names if not name.startswith("."))


def _appear(whole: Path, own: Path) -> None:
    try:
        whole.rename(own)
    except OSError:
        if not own.is_dir():  # otherwise another process made the same copy first
            raise
