"""Which files of a folder are documents to read, and which cannot be."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DocumentError, UnreadableFile
from corpus.manifest import MANIFEST
from corpus.notice import Notice

KNOWN_QUESTIONS = "known_questions.jsonl"
"""A folder's own known questions; ``retrieval.known`` reads them."""

FINDINGS = "findings.toml"
"""The findings that a folder's owner means to keep; ``corpus.findings.accepted`` reads them."""

_NOT_DOCUMENTS = (MANIFEST, KNOWN_QUESTIONS, FINDINGS)

_BAD_NAME = (
    "namnet går inte att tolka, byt namn på filen",
    "its name cannot be understood, rename the file",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFiles:
    """The files to read as paths from the folder, with slashes and in order; an error for each
    name that is no text; a notice for each link that is not followed."""

    files: tuple[str, ...]
    errors: tuple[DocumentError, ...]
    notices: tuple[Notice, ...]


def find_files(folder: Path) -> FolderFiles:
    """The files of ``folder`` and its subfolders.

    Hidden files, temporary files of word processors (``~$…``), the manifest, the known
    questions, the accepted findings, what is no ordinary file and links that lead out of the
    folder or nowhere are passed over.
    """
    root = folder.resolve()
    files: list[str] = []
    errors: list[DocumentError] = []
    notices: list[Notice] = []
    for path in _candidates(folder):
        name = path.relative_to(folder).as_posix()
        shown = os.fsencode(name).decode("utf-8", "replace")
        if path.is_symlink() and not (path.is_file() and path.resolve().is_relative_to(root)):
            notices.append(_not_followed(shown))
        elif path.is_file() and shown != name:
            errors.append(UnreadableFile(file=shown, reason=_BAD_NAME))
        elif path.is_file():
            files.append(name)
    return FolderFiles(files=tuple(sorted(files)), errors=tuple(errors), notices=tuple(notices))


def _candidates(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name not in _NOT_DOCUMENTS:
                yield Path(place) / name


def _not_followed(name: str) -> Notice:
    return Notice(
        swedish=f"{name}: länken leder ut ur mappen eller ingenstans och läses inte. "
        "Lägg själva filen i mappen.",
        english=f"{name}: the link leads out of the folder or nowhere and is not read. "
        "Put the file itself in the folder.",
    )
