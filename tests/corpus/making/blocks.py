"""What was read, in a form that is easy to compare."""

from pathlib import Path

from corpus.blocks import BlockKind, ReadText
from corpus.readers import read_file

Shown = tuple[str, str]


def shown(read: ReadText) -> list[Shown]:
    """Kind (with level) and text of every block: ``("heading1", "Avtal")``."""
    return [
        (f"{block.kind.value}{block.level or ''}", read.text[block.start : block.end])
        for block in read.blocks
    ]


def of_kind(read: ReadText, kind: BlockKind) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks if block.kind is kind]


def read_bytes(folder: Path, name: str, data: bytes) -> ReadText:
    """Write ``data`` to a file called ``name`` and read it."""
    path = folder / name
    path.write_bytes(data)
    return read_file(path)


def read_string(folder: Path, name: str, text: str) -> ReadText:
    return read_bytes(folder, name, text.encode())
