"""Changes to ``manifest.toml`` that keep the rest of the file: its comments and its order."""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tomlkit
from tomlkit.exceptions import ParseError
from tomlkit.items import Table

from corpus.clause import DocumentId
from corpus.errors import BrokenManifest
from corpus.manifest import MANIFEST
from corpus.status import Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What ``[documents.<id>]`` says about one file. None and empty are left out."""

    file: str
    title: str
    kind: Kind
    status: Status
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None
    replaces: tuple[DocumentId, ...] = ()
    audience: str | None = None


def with_entry(text: str, id: DocumentId, entry: Entry) -> str:
    """The manifest ``text`` with ``entry`` last, or in the place of the one that ``id`` had."""
    manifest = _parsed(text)
    described = tomlkit.table()
    for name in entry.__slots__:
        value = getattr(entry, name)
        if value is not None and value != ():
            described[name] = list(value) if isinstance(value, tuple) else _plain(value)
    _documents(manifest)[id] = described
    return tomlkit.dumps(manifest)


def without_entry(text: str, id: DocumentId) -> str:
    """The manifest ``text`` without the entry of ``id``; unchanged when there is none."""
    manifest = _parsed(text)
    documents = _documents(manifest)
    if id not in documents:
        return text
    documents.remove(id)
    return tomlkit.dumps(manifest).rstrip("\n") + "\n"


def with_answers(text: str, statuses: Iterable[Status]) -> str:
    """The manifest ``text`` with ``answers`` set, in the order of the statuses given."""
    manifest = _parsed(text)
    values = [status.value for status in statuses]
    if "answers" in manifest:
        manifest["answers"] = values
        return tomlkit.dumps(manifest)
    return f"{tomlkit.dumps({'answers': values})}\n{text}"


def write_manifest(folder: Path, text: str) -> None:
    """Replace the folder's manifest by ``text``, whole or not at all. Raises OSError."""
    handle, draft = tempfile.mkstemp(prefix=f".{MANIFEST}-", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)
        Path(draft).replace(folder / MANIFEST)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def read_manifest_text(folder: Path) -> str:
    """The manifest as it is written; empty when the folder has none. Raises OSError."""
    path = folder / MANIFEST
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _plain(value: object) -> object:
    return value.value if isinstance(value, Kind | Status) else value


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except ParseError as error:
        raise BrokenManifest(
            file=MANIFEST,
            reason_sv=f"rad {error.line} är ingen giltig TOML.",
            reason_en=f"line {error.line} is not valid TOML.",
        ) from error


def _documents(manifest: tomlkit.TOMLDocument) -> Table:
    if "documents" not in manifest:
        manifest["documents"] = tomlkit.table(is_super_table=True)
    documents = manifest["documents"]
    if not isinstance(documents, Table):
        raise BrokenManifest(
            file=MANIFEST,
            reason_sv="documents är ingen tabell.",
            reason_en="documents is not a table.",
        )
    return documents
