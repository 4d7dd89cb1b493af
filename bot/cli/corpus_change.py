"""A change to a folder of documents that happens whole or not at all.

A lock in the folder keeps two changes apart. A file is first read alone; only when that
goes well is it placed, described in the manifest and indexed, and an index that cannot be
made undoes both.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from filelock import FileLock

from bot.cli.places import is_as_shipped, make_own_corpus, own_corpus
from corpus.errors import CannotWrite, EmptyCorpus, MissingFolder
from corpus.folder import read_folder
from corpus.manifest import MANIFEST, read_manifest
from corpus.manifest_edit import read_manifest_text, write_manifest
from corpus.status import Status
from corpus.system_reason import system_reason

if TYPE_CHECKING:
    from retrieval.settings import Settings

T = TypeVar("T")

LOCK = ".ansvarslots.lock"


@contextmanager
def changing(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; waits for another change to end. Raises CannotWrite."""
    try:
        with FileLock(folder / LOCK):
            yield
    except OSError as error:
        raise CannotWrite(folder=str(folder), reason=system_reason(error)) from error


@contextmanager
def changing_corpus(named: Path | None, settings: Settings) -> Iterator[Path]:
    """The folder to change, locked: the named one, else the user's own, made if there is none.

    An own folder made for a change that then fails goes away again. Raises MissingFolder and
    CannotWrite.
    """
    made = named is None and not own_corpus(settings).is_dir()
    folder = named or make_own_corpus(settings)
    if not folder.is_dir():
        raise MissingFolder(folder=str(folder))
    with changing(folder):
        try:
            yield folder
        except BaseException:
            if made and is_as_shipped(folder):
                shutil.rmtree(folder, ignore_errors=True)
            raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a folder holds before a change: its documents' files by id, and what answers.

    ``statuses`` are those of the documents that can be read, by id.
    """

    files: dict[str, str]
    statuses: dict[str, Status]
    answers: frozenset[Status]


def holding(folder: Path) -> Holding:
    """Read ``folder``; one without any document holds nothing. Raises BrokenManifest."""
    manifest = read_manifest(folder)
    described = {id: entry.file for id, entry in manifest.documents.items()}
    try:
        documents = read_folder(folder).documents
    except EmptyCorpus:
        documents = ()
    return Holding(
        files={**described, **{document.id: document.file for document in documents}},
        statuses={document.id: document.status for document in documents},
        answers=manifest.answers,
    )


def place(file: Path, folder: Path, name: str, manifest: str, index: Callable[[], T]) -> T:
    """Copy ``file`` into ``folder`` as ``name``, set the manifest, then index; what that gives.

    Whatever goes wrong, also an interruption, leaves the folder as it was.
    """
    before = read_manifest_text(folder)
    coming = folder / f".{os.getpid()}.coming"
    try:
        shutil.copyfile(file, coming)
        coming.replace(folder / name)
        write_manifest(folder, manifest)
        return index()
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
    aside = folder / f".{os.getpid()}.leaving"
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
        (folder / MANIFEST).unlink(missing_ok=True)
