"""A folder of documents, read whole."""

import hashlib
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.blocks import ReadText
from corpus.clause import Clause, DocumentId
from corpus.document import Document
from corpus.duties import read_duties
from corpus.errors import DocumentError, EmptyCorpus, MissingFolder, NoClauses, UnreadableFile
from corpus.folder_files import FolderFiles, find_files
from corpus.front_matter import Header, first_heading, read_header
from corpus.manifest import Manifest, ManifestEntry, read_manifest
from corpus.notice import Notice
from corpus.parsing import parse
from corpus.parsing.transitional import ID_PREFIX
from corpus.party_lexicon import shipped_lexicon
from corpus.progress import Progress, quiet
from corpus.readers import read_file
from corpus.status import Kind, Status
from corpus.system_reason import system_reason

STAGE = "read"
"""The stage that reading reports; ``done`` and ``total`` count files."""

_LONGEST_TITLE = 300
_NOT_IN_AN_ID = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Every document of a folder that could be read, with its clauses.

    ``clauses`` stand in document order. ``answers`` are the statuses that answer by
    default. ``errors`` are the files that could not be read; ``undescribed`` are the
    documents that have neither a manifest entry nor a header of their own. ``notices`` are
    what else the folder's owner should know.
    """

    documents: tuple[Document, ...]
    clauses: tuple[Clause, ...]
    answers: frozenset[Status]
    errors: tuple[DocumentError, ...]
    undescribed: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def read_folder(folder: Path, progress: Progress = quiet) -> Corpus:
    """Read every file of ``folder`` and its subfolders, in the order of their paths.

    What is passed over is told by `find_files`. A file that cannot be read is among the errors
    and the rest is read. Raises MissingFolder, BrokenManifest, and EmptyCorpus when there is
    no file to read at all.
    """
    if not folder.is_dir():
        raise MissingFolder(folder=str(folder))
    manifest = read_manifest(folder)
    found = find_files(folder)
    if not found.files:
        raise EmptyCorpus(folder=str(folder), errors=found.errors)
    reading = _Reading(folder=folder, manifest=manifest, found=found)
    for done, file in enumerate(found.files):
        progress(STAGE, done, len(found.files))
        reading.read(file)
    progress(STAGE, len(found.files), len(found.files))
    return reading.corpus()


class _Reading:
    """What has been read so far."""

    def __init__(self, *, folder: Path, manifest: Manifest, found: FolderFiles) -> None:
        self._folder = folder
        self._manifest = manifest
        self._ids = _ids(manifest, found.files)
        self._lexicon = shipped_lexicon()
        self._documents: list[Document] = []
        self._clauses: list[Clause] = []
        self._errors: list[DocumentError] = list(found.errors)
        self._undescribed: list[str] = []
        self._notices: list[Notice] = list(found.notices)

    def read(self, file: str) -> None:
        """Add one file, or its error."""
        try:
            text, digest = _read(self._folder / file, file)
            self._add(file, text, digest)
        except DocumentError as error:
            self._errors.append(error)

    def corpus(self) -> Corpus:
        """The value that has been read."""
        return Corpus(
            documents=tuple(self._documents),
            clauses=tuple(self._clauses),
            answers=self._manifest.answers,
            errors=tuple(self._errors),
            undescribed=tuple(self._undescribed),
            notices=(*self._notices, *self._unknown_replaced()),
        )

    def _add(self, file: str, text: ReadText, digest: str) -> None:
        id = self._ids[file]
        entry = self._manifest.documents.get(id)
        header = read_header(text, file)
        document = _document(id, file, text, digest, header, entry)
        clauses = parse(id, text, document.kind)
        if not clauses:
            raise NoClauses(file=file)
        if header.act and not document.valid_from:
            document = replace(document, valid_from=_own_commencement(header.act, clauses))
        self._documents.append(document)
        self._clauses.extend(
            replace(clause, duties=read_duties(text.text, clause, self._lexicon))
            for clause in clauses
        )
        if entry is None and not header.describes:
            self._undescribed.append(id)
        if entry is None:
            self._notices.extend(header.notices)

    def _unknown_replaced(self) -> list[Notice]:
        known = {document.id for document in self._documents}
        return [
            _replaces_unknown(document, other)
            for document in self._documents
            for other in document.replaces
            if other not in known
        ]


def _read(path: Path, name: str) -> tuple[ReadText, str]:
    text = read_file(path, name)
    try:
        return text, hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UnreadableFile(file=name, reason=system_reason(error)) from error


def _ids(manifest: Manifest, files: Sequence[str]) -> dict[str, DocumentId]:
    """The id of each file: the manifest's, else the stem of its name, made unique by its ending
    and then its folder."""
    ids = {Path(entry.file).as_posix(): DocumentId(id) for id, entry in manifest.documents.items()}
    taken = set(ids.values())
    for file in files:
        if file in ids:
            continue
        path = Path(file)
        wanted = (path.stem, path.name.replace(".", "-"), file.replace(".", "-"))
        cleaned = [
            DocumentId(_NOT_IN_AN_ID.sub("-", one).strip("-") or "dokument") for one in wanted
        ]
        numbered = (DocumentId(f"{cleaned[-1]}-{count}") for count in range(2, len(files) + 3))
        ids[file] = next(id for id in (*cleaned, *numbered) if id not in taken)
        taken.add(ids[file])
    return ids


def _document(
    id: DocumentId,
    file: str,
    read: ReadText,
    digest: str,
    header: Header,
    entry: ManifestEntry | None,
) -> Document:
    """The manifest's entry goes before the header, field by field."""
    said = entry or ManifestEntry(file=file)
    return Document(
        id=id,
        title=_title(said.title or header.title or first_heading(read) or Path(file).stem),
        kind=said.kind or header.kind or Kind.AGREEMENT,
        status=said.status or header.status or Status.DRAFT,
        valid_from=said.valid_from or header.valid_from,
        valid_to=said.valid_to or header.valid_to,
        source=said.source or header.source,
        replaces=tuple(map(DocumentId, said.replaces or header.replaces)),
        audience=said.audience or header.audience,
        file=file,
        sha256=digest,
        text=read.text,
        pages=read.pages,
    )


def _title(text: str) -> str:
    """A document's title, cut where no title is that long."""
    return textwrap.shorten(text, _LONGEST_TITLE, placeholder=" …")


def _own_commencement(act: str, clauses: tuple[Clause, ...]) -> date | None:
    """When a statute itself enters into force, by its own transitional provisions."""
    own = ID_PREFIX + act.replace(":", "-")
    days = (clause.valid_from for clause in clauses if f"{clause.id}:".startswith(f"{own}:"))
    return next((day for day in days if day), None)


def _replaces_unknown(document: Document, other: str) -> Notice:
    return Notice(
        swedish=(
            f"{document.file}: ersätter ”{other}”, men det dokumentet finns inte i mappen. "
            "Rätta replaces eller lägg till dokumentet."
        ),
        english=(
            f"{document.file}: replaces “{other}”, but there is no such document in the folder. "
            "Correct replaces or add the document."
        ),
    )
