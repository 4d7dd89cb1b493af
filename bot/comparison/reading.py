"""The versions that are compared: a file, a folder, or a document of an index."""

import shutil
import tempfile
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import tomlkit

from corpus.clause import Clause
from corpus.comparison.values import Version
from corpus.document import Document
from corpus.errors import EmptyCorpus, UnknownFormat
from corpus.folder import Corpus, read_folder
from corpus.manifest import MANIFEST, read_manifest
from corpus.validity import within


def version(documents: Sequence[Document], clauses: Sequence[Clause], on: date) -> Version:
    """``documents`` with those of ``clauses`` that are theirs, each in its wording of ``on``."""
    ids = {document.id for document in documents}
    return Version(
        documents=tuple(documents),
        clauses=tuple(
            clause
            for clause in clauses
            if clause.document in ids and within(clause.valid_from, clause.valid_to, on)
        ),
    )


def read_one_file(file: Path, name: str | None = None) -> Corpus:
    """``file`` read alone, described as the manifest beside it says.

    ``name`` is what the file is called, where that is not its own name; then no manifest is
    looked for. Raises the file's DocumentError, BrokenManifest or OSError.
    """
    with tempfile.TemporaryDirectory(prefix="ansvarslots-") as alone:
        folder = Path(alone)
        shutil.copyfile(file, folder / (name or file.name))
        if name is None:
            (folder / MANIFEST).write_text(_description(file), encoding="utf-8")
        try:
            read = read_folder(folder)
        except EmptyCorpus as error:
            # The readers pass the name over, or the only file could not be read.
            raise (error.errors[0] if error.errors else UnknownFormat(file=file.name)) from error
    if not read.documents:
        raise read.errors[0]
    return read


def _description(file: Path) -> str:
    """A manifest with the one entry that describes ``file``, or an empty one."""
    described = read_manifest(file.parent).documents
    ids = [id for id, entry in described.items() if Path(entry.file) == Path(file.name)]
    if not ids:
        return ""
    text = (file.parent / MANIFEST).read_text(encoding="utf-8")
    entry = tomllib.loads(text)["documents"][ids[0]]
    return tomlkit.dumps({"documents": {ids[0]: entry}})
