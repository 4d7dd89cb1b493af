"""What a prepared model is, and its description on disk."""

import hashlib
import json
import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

DESCRIPTION = "prepared.json"
MODEL_FOLDER = "sentence-transformers"
EXPORT_FOLDER = "export"
EXPORT_FILE = "export/encoder.onnx"


class Stamp(BaseModel):
    """A file as it was written: bytes, SHA-256 and time of change in nanoseconds."""

    model_config = ConfigDict(frozen=True)

    size: int
    sha256: str
    changed: int


class Table(BaseModel):
    """The word embeddings within the folder's weights: a float32 matrix to be mapped."""

    model_config = ConfigDict(frozen=True)

    file: str
    offset: int
    rows: int
    columns: int


class Marks(BaseModel):
    """The ids of the tokens before and after a text and of what is in no piece."""

    model_config = ConfigDict(frozen=True)

    first: int
    last: int
    unknown: int


class Description(BaseModel):
    """``prepared.json``. ``table`` and ``pooling`` are set when there is an export,
    ``marks`` when the export folder holds the tokenizer's pieces as well.

    ``dim`` is the length of a text's vector; ``max_tokens`` counts special tokens too.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    fingerprint: str
    dim: int
    max_tokens: int
    question_prefix: str
    passage_prefix: str
    pooling: Literal["mean", "first"] | None = None
    table: Table | None = None
    marks: Marks | None = None
    files: dict[str, Stamp] = {}


class QuestionAdapter(BaseModel):
    """What changes the network for questions: its file, the file's SHA-256 and the network
    with it, or None as the network when questions run on sentence-transformers."""

    model_config = ConfigDict(frozen=True)

    file: Path
    sha256: str
    graph: Path | None


class PreparedModel(BaseModel):
    """A model that is ready in the cache: its folder, its description and its adapter."""

    model_config = ConfigDict(frozen=True)

    folder: Path
    description: Description
    adapter: QuestionAdapter | None = None

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def fingerprint(self) -> str:
        """What an index records: changes whenever the passages' vectors may change."""
        return self.description.fingerprint

    @property
    def question_fingerprint(self) -> str:
        """Changes whenever the questions' vectors may change: with the adapter too."""
        return (
            f"{self.fingerprint}+{self.adapter.sha256[:12]}" if self.adapter else self.fingerprint
        )

    @property
    def model_folder(self) -> Path:
        """The ordinary sentence-transformers folder."""
        return self.folder / MODEL_FOLDER

    @property
    def tokenizer_file(self) -> Path:
        return self.model_folder / "tokenizer.json"

    @property
    def export_file(self) -> Path | None:
        """The exported network, or None when questions run on sentence-transformers."""
        return self.folder / EXPORT_FILE if self.description.table else None


def load(folder: Path) -> PreparedModel | None:
    """The prepared model in ``folder``; None when it is missing, half-made or damaged.

    Sizes and times are compared on each call; a file whose time differs (a copied cache) is
    read whole and compared by checksum.
    """
    try:
        text = (folder / DESCRIPTION).read_text(encoding="utf-8")
        description = Description.model_validate_json(text)
        intact = all(is_intact(folder / name, stamp) for name, stamp in description.files.items())
    except (OSError, ValidationError, UnicodeDecodeError):
        return None
    return PreparedModel(folder=folder, description=description) if intact else None


def describe(folder: Path, description: Description) -> None:
    """Write ``prepared.json`` last, with a stamp of every file in ``folder``; flush all."""
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    stamps = {name: stamp_of(folder / name) for name in names}
    complete = description.model_copy(update={"files": stamps})
    path = folder / DESCRIPTION
    path.write_text(json.dumps(complete.model_dump(mode="json"), indent=1), encoding="utf-8")
    for entry in [folder, *folder.rglob("*")]:
        flush(entry)


def flush(path: Path) -> None:
    """Have the operating system put ``path`` (a file or a folder) on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp_of(path: Path) -> Stamp:
    """What ``path`` is now."""
    found = path.stat()
    return Stamp(size=found.st_size, sha256=checksum(path), changed=found.st_mtime_ns)


def is_intact(path: Path, stamp: Stamp) -> bool:
    """Whether ``path`` still is as it was written. Raises OSError when it is not there."""
    found = path.stat()
    if found.st_size != stamp.size:
        return False
    return found.st_mtime_ns == stamp.changed or checksum(path) == stamp.sha256
