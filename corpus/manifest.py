"""``manifest.toml``: what the owner of a folder says of its documents."""

import re
import tomllib
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from corpus.errors import BrokenManifest
from corpus.header_words import kind_named, status_named
from corpus.manifest_faults import Fault, explain
from corpus.parsing.dates import first_date
from corpus.readers.characters import plain_characters
from corpus.status import Kind, Status
from corpus.system_reason import system_reason

MANIFEST = "manifest.toml"
_ID = re.compile(r"[^\s#/\\\"']+")
_AT_LINE = re.compile(r"\(at line (\d+)")
_LONGEST = 1_000


def _status(value: object) -> Status:
    named = status_named(value) if isinstance(value, str) else None
    if named is None:
        raise PydanticCustomError("status", "{allowed}", {"allowed": ", ".join(Status)})
    return named


def _kind(value: object) -> Kind:
    named = kind_named(value) if isinstance(value, str) else None
    if named is None:
        raise PydanticCustomError("kind", "{allowed}", {"allowed": ", ".join(Kind)})
    return named


def _day(value: object) -> date:
    day = first_date(value) if isinstance(value, str) else value
    if type(day) is not date:
        raise PydanticCustomError("day", "not a date")
    return day


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _line(value: object) -> object:
    """Text on one line, without what cannot be seen."""
    return " ".join(plain_characters(value).split()) if isinstance(value, str) else value


_Status = Annotated[Status, BeforeValidator(_status)]
_Kind = Annotated[Kind, BeforeValidator(_kind)]
_Day = Annotated[date, BeforeValidator(_day)]
_Text = Annotated[str, BeforeValidator(_line), Field(min_length=1, max_length=_LONGEST)]
_Ids = Annotated[tuple[_Text, ...], BeforeValidator(_listed)]


class ManifestEntry(BaseModel):
    """``[documents.<id>]``. What is left out is taken from the file's own header."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: Annotated[str, Field(min_length=1)]
    title: _Text | None = None
    kind: _Kind | None = None
    status: _Status | None = None
    valid_from: _Day | None = None
    valid_to: _Day | None = None
    source: _Text | None = None
    replaces: _Ids = ()
    audience: _Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise PydanticCustomError("period", "valid_to before valid_from")
        return self


class Manifest(BaseModel):
    """The whole file. ``answers`` are the statuses that answer by default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    answers: Annotated[frozenset[_Status], BeforeValidator(_listed)] = frozenset({Status.IN_FORCE})
    documents: dict[str, ManifestEntry] = Field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of ``folder``; one without documents when there is no file.

    Raises BrokenManifest, with the line and the mend, for what is no TOML, unknown keys,
    words or dates, an id that cannot be cited, a file that is missing or stands outside the
    folder, and two entries for one file.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest()
    text = _text(path)
    try:
        manifest = Manifest.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _broken(path, text, _fault_of_toml(error)) from error
    except RecursionError as error:
        raise _broken(path, text, Fault(kind="deep")) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise _broken(path, text, Fault.of_validation(first)) from error
    for fault in _faults_of_files(manifest, folder):
        raise _broken(path, text, fault)
    return manifest


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _broken(path, "", Fault(kind="encoding")) from error
    except OSError as error:
        swedish, english = system_reason(error)
        raise BrokenManifest(
            file=path.name,
            reason_sv=f"filen går inte att läsa ({swedish}).",
            reason_en=f"the file cannot be read ({english}).",
        ) from error


def _faults_of_files(manifest: Manifest, folder: Path) -> list[Fault]:
    faults = []
    described: dict[str, str] = {}
    for id, entry in manifest.documents.items():
        place = ("documents", id, "file")
        file = PurePosixPath(entry.file).as_posix()
        if not _ID.fullmatch(id) or not id.isprintable():
            faults.append(Fault(kind="id", place=("documents", id), found=id))
        elif not file.isprintable():
            faults.append(Fault(kind="value", place=place, found=entry.file))
        elif not _stays_within(folder, file):
            faults.append(Fault(kind="outside", place=place, found=entry.file))
        elif not _is_file(folder / file):
            faults.append(Fault(kind="missing", place=place, found=entry.file))
        elif file in described:
            faults.append(Fault(kind="twice", place=place, found=file, other=described[file]))
        described[file] = id
    return faults


def _stays_within(folder: Path, file: str) -> bool:
    return (folder / file).resolve().is_relative_to(folder.resolve())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than any file's
        return False


def _fault_of_toml(error: tomllib.TOMLDecodeError) -> Fault:
    found = _AT_LINE.search(str(error))
    return Fault(kind="toml", found=str(error), line=int(found[1]) if found else 0)


def _broken(path: Path, text: str, fault: Fault) -> BrokenManifest:
    swedish, english = explain(fault, text)
    return BrokenManifest(file=path.name, reason_sv=swedish, reason_en=english)
