"""One file to one `ReadText`, whatever its format."""

from collections.abc import Callable
from pathlib import Path

from corpus.blocks import ReadText
from corpus.errors import EmptyFile, UnknownFormat, UnreadableFile
from corpus.system_reason import system_reason

MAX_BYTES = 100_000_000
"""The largest file that is read. An agreement with pictures is a tenth of it."""

_MEGABYTES = MAX_BYTES // 1_000_000
_TOO_LARGE = (f"den är större än {_MEGABYTES} MB", f"it is larger than {_MEGABYTES} MB")

_IS_PDF = ("den är en PDF, byt ändelse till .pdf", "it is a PDF, rename it to .pdf")
_IS_WORD = (
    "den är ett Word-dokument, byt ändelse till .docx",
    "it is a Word document, rename it to .docx",
)

MAX_LETTERS = 10_000_000
"""The longest text that is read: some five thousand pages. Large statutes have a tenth of it."""

_TOO_LONG = (
    f"den innehåller mer än {MAX_LETTERS // 1_000_000} miljoner tecken, dela upp den",
    f"it holds more than {MAX_LETTERS // 1_000_000} million characters, divide it",
)
_PLAIN = frozenset({".md", ".txt"})

Reader = Callable[[bytes, str], ReadText]


def _markdown(data: bytes, file: str) -> ReadText:
    from corpus.readers.markdown import read_markdown

    return read_markdown(data, file)


def _plain_text(data: bytes, file: str) -> ReadText:
    from corpus.readers.plain_text import read_plain_text

    return read_plain_text(data, file)


def _html(data: bytes, file: str) -> ReadText:
    from corpus.readers.html import read_html

    return read_html(data, file)


def _docx(data: bytes, file: str) -> ReadText:
    from corpus.readers.docx import read_docx

    return read_docx(data, file)


def _pdf(data: bytes, file: str) -> ReadText:
    from corpus.readers.pdf import read_pdf

    return read_pdf(data, file)


# Each reader imports its library when it is called: a folder of Markdown needs no PDF library.
_READERS: dict[str, Reader] = {
    ".md": _markdown,
    ".txt": _plain_text,
    ".html": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}

SUFFIXES = frozenset(_READERS)
"""The endings that can be read, lower-case, with the dot."""


def read_file(path: Path, name: str = "") -> ReadText:
    """The text and the blocks of the file at ``path``.

    Raises a `corpus.errors.DocumentError` that calls the file ``name``, by default its last
    part: `UnknownFormat` for another
    ending than `SUFFIXES`, `EmptyFile` when there is no text to find, `ScannedFile` and
    `EncryptedFile` for such documents, `WrongEncoding` for text in an unknown encoding, and
    `UnreadableFile` for everything else that stands in the way.
    """
    name = name or path.name
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnknownFormat(file=name)
    data = _bytes(path, name)
    if not data.strip(b"\x00\t\n\r\f "):
        raise EmptyFile(file=name)
    suffix = path.suffix.lower()
    _refuse_mislabelled(data, suffix, name)
    # A letter takes four bytes at most, in the widest encoding.
    if suffix in _PLAIN and len(data) > 4 * MAX_LETTERS:
        raise UnreadableFile(file=name, reason=_TOO_LONG)
    read = reader(data, name)
    if len(read.text) > MAX_LETTERS:
        raise UnreadableFile(file=name, reason=_TOO_LONG)
    if not read.blocks:
        raise EmptyFile(file=name)
    return read


def _refuse_mislabelled(data: bytes, suffix: str, name: str) -> None:
    """A PDF or Word document with another ending is told as what it is."""
    if suffix != ".pdf" and data.startswith(b"%PDF-"):
        raise UnreadableFile(file=name, reason=_IS_PDF)
    if suffix != ".docx" and data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        raise UnreadableFile(file=name, reason=_IS_WORD)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(file=name, reason=_TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(file=name, reason=system_reason(error)) from error
