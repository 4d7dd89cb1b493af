"""Building an index folder from a folder of documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from corpus.errors import CannotWrite, DocumentError, EmptyCorpus, IndexFolderError
from corpus.folder import read_folder
from corpus.notice import Notice
from corpus.progress import Progress, quiet
from corpus.system_reason import system_reason
from retrieval.encoder import load_encoder
from retrieval.index.asking import kept_questions
from retrieval.index.build import build_parts
from retrieval.index.encode import kept_from
from retrieval.index.folder import read_parts, write_parts
from retrieval.index.parts import IndexParts
from retrieval.known import own_questions, shipped_questions
from retrieval.settings import Settings

LOCK = ".lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did. ``reused`` counts documents of which nothing was encoded anew.

    ``errors``, ``undescribed`` and ``notices`` are those of the folder that was read.
    """

    documents: int
    clauses: int
    duties: int
    reused: int
    errors: tuple[DocumentError, ...]
    undescribed: tuple[str, ...]
    notices: tuple[Notice, ...]
    fingerprint: str


def build_index(
    corpus_folder: Path, index: Path, settings: Settings, progress: Progress = quiet
) -> Built:
    """Read the documents, encode what is new and put the index in place.

    Builds of the same folder wait for each other. Raises ``CorpusError`` (``EmptyCorpus``
    with every file's error when none can be read), ``ModelError`` and ``CannotWrite``; the
    index that was in place is then untouched.
    """
    corpus = read_folder(corpus_folder, progress)
    if not corpus.documents:
        raise EmptyCorpus(folder=str(corpus_folder), errors=corpus.errors)
    known = (*shipped_questions(), *own_questions(corpus_folder))
    encoder = load_encoder(settings, progress)
    with _locked(index):
        old = _old(index)
        kept = kept_from(old) if old else {}
        asked = kept_questions(old) if old else {}
        parts = build_parts(corpus, encoder, kept, progress, known=known, kept_asked=asked)
        write_parts(index, parts)
    fresh = {
        parts.clauses[row].document
        for row, digest in zip(parts.windows[:, 0], parts.digests, strict=True)
        if digest not in kept
    }
    return Built(
        documents=len(parts.documents),
        clauses=len(parts.clauses),
        duties=sum(len(clause.duties) for clause in parts.clauses),
        reused=len({document.id for document in parts.documents} - fresh),
        errors=corpus.errors,
        undescribed=corpus.undescribed,
        notices=corpus.notices,
        fingerprint=parts.fingerprint,
    )


@contextmanager
def _locked(index: Path) -> Iterator[None]:
    lock = FileLock(index / LOCK)
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except OSError as error:
        raise CannotWrite(folder=str(index), reason=system_reason(error)) from error
    try:
        yield
    finally:
        lock.release()


def _old(index: Path) -> IndexParts | None:
    """The index in place; None when there is none that can be read."""
    try:
        return read_parts(index)
    except IndexFolderError:
        return None
