"""The versions that are compared: a file, a folder, or a document of an index."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import tomlkit

from bot.reading_alone import read_alone
from corpus.clause import Clause
from corpus.comparison.values import Version
from corpus.document import Document
from corpus.folder import Corpus
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
    return read_alone(file, name or file.name, "" if name else _description(file))


def _description(file: Path) -> str:
    """A manifest with the one entry that describes ``file``, or an empty one."""
    described = read_manifest(file.parent).documents
    ids = [id for id, entry in described.items() if Path(entry.file) == Path(file.name)]
    if not ids:
        return ""
    text = (file.parent / MANIFEST).read_text(encoding="utf-8")
    entry = tomllib.loads(text)["documents"][ids[0]]
    return tomlkit.dumps({"documents": {ids[0]: entry}})
