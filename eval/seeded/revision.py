"""A revised model agreement, read as the program reads any folder."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import corpus
from corpus.folder import Corpus, read_folder
from eval.seeded.edits import edited, markdown, read_parts, renumbered

MODEL_AGREEMENT = Path(corpus.__file__).parent / "documents"

Edits = Iterable[tuple[str, Mapping[str, str]]]
"""Document id and one edit, in the order they are made."""


def revised_texts(edits: Edits, *, renumber: bool) -> dict[str, str]:
    """Every file of the model agreement by name, with the edits made. Raises EditError."""
    parts = {
        path.stem: read_parts(path.read_text(encoding="utf-8"))
        for path in sorted(MODEL_AGREEMENT.glob("*.md"))
    }
    for document, edit in edits:
        parts[document] = edited(parts[document], edit)
    if renumber:
        parts = renumbered(parts)
    return {f"{document}.md": markdown(found) for document, found in parts.items()}


def read_revision(edits: Edits, *, renumber: bool) -> Corpus:
    """The model agreement with the edits made. Raises EditError."""
    with tempfile.TemporaryDirectory(prefix="ansvarslots-") as made:
        folder = Path(made)
        for name, text in revised_texts(edits, renumber=renumber).items():
            (folder / name).write_text(text, encoding="utf-8")
        manifest = (MODEL_AGREEMENT / "manifest.toml").read_bytes()
        (folder / "manifest.toml").write_bytes(manifest)
        return read_folder(folder)
