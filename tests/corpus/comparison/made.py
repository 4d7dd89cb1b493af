"""Versions read from a few lines of Markdown."""

import tempfile
from pathlib import Path

from corpus.comparison import compare
from corpus.comparison.values import Comparison, Version
from corpus.folder import Corpus, read_folder

HEAD = "# Avtal om vård\n\n## 1 Vård\n\n"


def version(read: Corpus) -> Version:
    return Version(documents=read.documents, clauses=read.clauses)


def made(**files: str | bytes) -> Version:
    """A folder with a file for each name; ``_`` before the ending stands for a full stop."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            content = text if isinstance(text, bytes) else text.encode()
            (Path(folder) / f"{stem}.{ending}").write_bytes(content)
        return version(read_folder(Path(folder)))


def agreement(*clauses: str, head: str = HEAD) -> str:
    """Clauses 1.1, 1.2 … of one chapter, each ``title: body``."""
    parts = []
    for number, clause in enumerate(clauses, start=1):
        title, _, body = clause.partition(": ")
        parts.append(f"#### 1.{number} {title}\n\n{body}\n")
    return head + "\n".join(parts)


def compared(old: str, new: str) -> Comparison:
    return compare(made(avtal_md=old), made(avtal_md=new))
