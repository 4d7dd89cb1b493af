"""A change to a folder of documents that happens whole or not at all.

A lock in the folder keeps two changes apart. A file is first read alone; only when that
goes well is it placed, described in the manifest and indexed, and an index that cannot be
made undoes both.
"""

import os
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from corpus.clause import DocumentId
from corpus.errors import CannotWrite
from corpus.folder import Corpus, read_folder
from corpus.manifest_edit import Entry, read_manifest_text, with_entry, write_manifest
from corpus.progress import quiet
from corpus.status import Status

LOCK = ".ansvarslots.lock"


@contextmanager
def changing(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; waits for another change to end. Raises CannotWrite."""
    try:
        with FileLock(folder / LOCK):
            yield
    except OSError as error:
        raise CannotWrite(folder=str(folder), reason=error.strerror or str(error)) from error


def read_alone(file: Path, id: DocumentId, entry: Entry) -> Corpus:
    """``file`` read as the only one of a folder. Raises its DocumentError."""
    with tempfile.TemporaryDirectory(prefix="ansvarslots-") as alone:
        folder = Path(alone)
        shutil.copyfile(file, folder / entry.file)
        write_manifest(folder, with_entry("", id, entry))
        read = read_folder(folder, quiet)
    for error in read.errors:
        raise error
    return read


def described(folder: Path) -> dict[str, str]:
    """The file of each document id: from the manifest, else the stem of the file."""
    manifest = tomllib.loads(read_manifest_text(folder)).get("documents", {})
    files = {id: str(entry.get("file", "")) for id, entry in manifest.items()}
    known = {*files.values(), "manifest.toml"}
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith(".") and path.name not in known:
            files.setdefault(path.stem, path.name)
    return files


def statuses(text: str) -> dict[str, Status]:
    """The status of each document that the manifest ``text`` describes; ``draft`` unless said."""
    documents = tomllib.loads(text).get("documents", {})
    return {id: Status(entry.get("status", Status.DRAFT)) for id, entry in documents.items()}


def answering(text: str) -> frozenset[Status]:
    """The statuses that answer by the manifest ``text``; ``in_force`` unless said."""
    return frozenset(map(Status, tomllib.loads(text).get("answers", [Status.IN_FORCE])))


def place(file: Path, folder: Path, name: str, manifest: str, index: Callable[[], object]) -> None:
    """Copy ``file`` into ``folder`` as ``name``, set the manifest, then index.

    Whatever goes wrong, also an interruption, leaves the folder as it was.
    """
    before = read_manifest_text(folder)
    coming = folder / f".{name}.{os.getpid()}.coming"
    try:
        shutil.copyfile(file, coming)
        coming.replace(folder / name)
        write_manifest(folder, manifest)
        index()
    except BaseException:
        coming.unlink(missing_ok=True)
        (folder / name).unlink(missing_ok=True)
        _restore(folder, before)
        raise


def take_away(folder: Path, name: str, manifest: str, index: Callable[[], object]) -> None:
    """Remove the file ``name`` from ``folder``, set the manifest, then index.

    The file is set aside, hidden, until the index is made; it comes back if that fails.
    """
    before = read_manifest_text(folder)
    aside = folder / f".{name}.{os.getpid()}.leaving"
    (folder / name).replace(aside)
    try:
        write_manifest(folder, manifest)
        index()
    except BaseException:
        aside.replace(folder / name)
        _restore(folder, before)
        raise
    aside.unlink()


def _restore(folder: Path, before: str) -> None:
    if before:
        write_manifest(folder, before)
    else:
        (folder / "manifest.toml").unlink(missing_ok=True)
