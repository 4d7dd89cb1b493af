"""An index as a folder: written beside, put in place by one rename, refused when not whole.

::

    DIR/index.json          which generation is in force, and the size of each of its files
    DIR/<generation>/…      the parts

``index.json`` is replaced in one step when every part is on the disk; before that a reader
sees the old generation, after that the new one. A build that is killed leaves a generation
that nothing names; the next build removes it.
"""

import errno
import json
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from corpus.clause import Clause
from corpus.document import Document
from corpus.errors import CannotWrite, MissingIndex, UnusableIndex
from corpus.status import Status
from corpus.system_reason import system_reason
from retrieval.index.asked import AskedIndex
from retrieval.index.dense import DenseIndex
from retrieval.index.lexical import LexicalIndex
from retrieval.index.parts import IndexParts
from retrieval.index.token_index import TokenIndex

FORMAT = 2
HEADER = "index.json"
_DOCUMENTS = TypeAdapter(tuple[Document, ...])
_CLAUSES = TypeAdapter(tuple[Clause, ...])
_GENERATION = re.compile(r"[0-9a-f]{16}-[0-9a-f]{8}")
_DRAFT = re.compile(rf"{re.escape(HEADER)}\.[0-9a-f]{{8}}")
_FOREIGN = (
    "där finns en index.json som hör till något annat",
    "there is an index.json that belongs to something else",
)
T = TypeVar("T")
_ARRAYS = ("windows", "token_spans", "token_offsets", "tokens", "centre", "outside", "asked_rows")


class Header(BaseModel):
    """What ``index.json`` says."""

    model_config = ConfigDict(frozen=True)

    format: int
    generation: str
    fingerprint: str
    model_name: str
    model_fingerprint: str
    answers: tuple[Status, ...]
    digests: tuple[str, ...]
    # Absent before format 2; then the format is told to be another one, not damage.
    asked_digests: tuple[str, ...] = ()
    files: dict[str, int]


def read_header(folder: Path) -> Header:
    """The header of an index folder. Raises ``MissingIndex`` and ``UnusableIndex``."""
    file = folder / HEADER
    try:
        header = Header.model_validate_json(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        raise MissingIndex(folder=str(folder)) from None
    except OSError as error:
        raise _unusable(folder, "filen går inte att läsa", "it cannot be read") from error
    except ValidationError as error:
        raise _unusable(folder, "index.json är skadad", "index.json is damaged") from error
    if header.format != FORMAT:
        raise _unusable(folder, "det är gjort av en annan version", "another version made it")
    return header


def read_parts(folder: Path) -> IndexParts:
    """Load a whole index. Raises ``MissingIndex`` and ``UnusableIndex``."""
    return _read(folder, _load)


def read_texts(folder: Path) -> tuple[tuple[Document, ...], tuple[Clause, ...]]:
    """The documents and clauses of an index, without what search needs.

    Raises ``MissingIndex`` and ``UnusableIndex``.
    """
    return _read(folder, _load_texts)


def _read(folder: Path, load: Callable[[Path, Header], T]) -> T:
    header = read_header(folder)
    try:
        return load(folder, header)
    except (FileNotFoundError, UnusableIndex):
        # A new generation may have been put in place between the two steps.
        newer = read_header(folder)
        if newer.generation == header.generation:
            raise
        return load(folder, newer)


def _load_texts(folder: Path, header: Header) -> tuple[tuple[Document, ...], tuple[Clause, ...]]:
    place = folder / header.generation
    _check_sizes(folder, place, header)
    try:
        documents = _DOCUMENTS.validate_json((place / "documents.json").read_bytes())
        return documents, _CLAUSES.validate_json((place / "clauses.json").read_bytes())
    except ValueError as error:
        raise _unusable(folder, "en del är skadad", "a part is damaged") from error


def _load(folder: Path, header: Header) -> IndexParts:
    documents, clauses = _load_texts(folder, header)
    place = folder / header.generation
    try:
        arrays = {
            name: np.load(place / f"{name}.npy", mmap_mode="r" if name == "tokens" else None)
            for name in _ARRAYS
        }
        windows = arrays["windows"]
        return IndexParts(
            documents=documents,
            clauses=clauses,
            answers=frozenset(header.answers),
            model_name=header.model_name,
            model_fingerprint=header.model_fingerprint,
            fingerprint=header.fingerprint,
            windows=windows,
            digests=header.digests,
            dense=DenseIndex.load(place / "windows.faiss", windows[:, 0]),
            words=LexicalIndex.load(place / "words", len(clauses)),
            concepts=LexicalIndex.load(place / "concepts", len(clauses)),
            tokens=TokenIndex(
                tokens=arrays["tokens"],
                centre=arrays["centre"],
                spans=arrays["token_spans"],
                offsets=arrays["token_offsets"],
            ),
            asked=AskedIndex(
                words=LexicalIndex.load(place / "asked", len(clauses)),
                dense=DenseIndex.load(place / "asked.faiss", arrays["asked_rows"]),
                rows=arrays["asked_rows"],
                digests=header.asked_digests,
            ),
            outside=arrays["outside"],
            word_counts=json.loads((place / "words.json").read_bytes()),
        )
    except (ValueError, KeyError, RuntimeError, EOFError) as error:
        raise _unusable(folder, "en del är skadad", "a part is damaged") from error


def _check_sizes(folder: Path, place: Path, header: Header) -> None:
    for name, size in header.files.items():
        file = place / name
        if not file.is_file() or file.stat().st_size != size:
            raise _unusable(folder, f"{name} saknas eller är ofullständig", f"{name} is not whole")


def write_parts(folder: Path, parts: IndexParts) -> None:
    """Write an index and put it in place. The caller holds the folder's lock.

    Raises ``CannotWrite``; the index that was in place is then untouched, and so is an
    ``index.json`` of another program.
    """
    generation = f"{parts.fingerprint}-{uuid.uuid4().hex[:8]}"
    place = folder / generation
    try:
        _refuse_others(folder)
        with _removed_on_failure(place):
            place.mkdir(parents=True)
            _write(place, parts)
            header = _header(place, generation, parts)
            _replace(folder / HEADER, header.model_dump_json().encode())
        _remove_others(folder, generation)
    except OSError as error:
        raise CannotWrite(folder=str(folder), reason=system_reason(error)) from error


def _write(place: Path, parts: IndexParts) -> None:
    (place / "documents.json").write_bytes(_DOCUMENTS.dump_json(parts.documents))
    (place / "clauses.json").write_bytes(_CLAUSES.dump_json(parts.clauses))
    arrays: dict[str, NDArray[Any]] = {
        "windows": parts.windows,
        "token_spans": parts.tokens.spans,
        "token_offsets": parts.tokens.offsets,
        "tokens": parts.tokens.tokens,
        "centre": parts.tokens.centre,
        "outside": parts.outside,
        "asked_rows": parts.asked.rows,
    }
    (place / "words.json").write_text(json.dumps(parts.word_counts), encoding="utf-8")
    for name, array in arrays.items():
        np.save(place / f"{name}.npy", array)
    (place / "windows.faiss").write_bytes(parts.dense.dumped())
    (place / "asked.faiss").write_bytes(parts.asked.dense.dumped())
    parts.asked.words.save(place / "asked")
    parts.words.save(place / "words")
    parts.concepts.save(place / "concepts")
    for file in place.rglob("*"):
        if file.is_file():
            with file.open("rb") as written:
                os.fsync(written.fileno())
            if file.suffix == ".npy":
                _check_whole(file)


def _check_whole(file: Path) -> None:
    """Raise ``OSError`` for an array whose end is lost: NumPy writes through a buffer of C's and
    does not tell when its last block found no room on the disk."""
    try:
        np.load(file, mmap_mode="r")
    except (ValueError, EOFError) as error:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file)) from error


def _header(place: Path, generation: str, parts: IndexParts) -> Header:
    found = sorted(file for file in place.rglob("*") if file.is_file())
    return Header(
        format=FORMAT,
        generation=generation,
        fingerprint=parts.fingerprint,
        model_name=parts.model_name,
        model_fingerprint=parts.model_fingerprint,
        answers=tuple(sorted(parts.answers)),
        digests=parts.digests,
        asked_digests=parts.asked.digests,
        files={file.relative_to(place).as_posix(): file.stat().st_size for file in found},
    )


def _replace(file: Path, content: bytes) -> None:
    beside = file.with_name(f"{file.name}.{uuid.uuid4().hex[:8]}")
    try:
        with beside.open("wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _removed_on_failure(place: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _remove_others(folder: Path, generation: str) -> None:
    """Remove earlier generations and what killed builds left; only what a build names so."""
    for other in folder.iterdir():
        if other.is_dir() and other.name != generation and _GENERATION.fullmatch(other.name):
            shutil.rmtree(other, ignore_errors=True)
        elif other.is_file() and _DRAFT.fullmatch(other.name):
            other.unlink(missing_ok=True)


def _refuse_others(folder: Path) -> None:
    """Raise ``CannotWrite`` where another program has an ``index.json``; a damaged one of our
    own stands beside its generation."""
    file = folder / HEADER
    if not file.exists() or any(_GENERATION.fullmatch(other.name) for other in folder.iterdir()):
        return
    try:
        Header.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise CannotWrite(folder=str(folder), reason=_FOREIGN) from error


def _unusable(folder: Path, reason_sv: str, reason_en: str) -> UnusableIndex:
    return UnusableIndex(folder=str(folder), reason_sv=reason_sv, reason_en=reason_en)
