"""Word documents by python-docx."""

import io
import zipfile
import zlib

from docx import Document
from docx.opc.exceptions import OpcError

from corpus.blocks import ReadText
from corpus.errors import EncryptedFile, UnreadableFile
from corpus.readers.docx_body import write_body
from corpus.readers.docx_numbering import Numbering
from corpus.readers.docx_styles import Element, Styles
from corpus.readers.unmarked_headings import with_unmarked_headings

_MAX_UNPACKED = 400_000_000
_MAX_XML = 60_000_000
_MAX_PARTS = 10_000
_NO_WORD = ("den är skadad eller inget Word-dokument", "it is damaged or no Word document")
_OLD = ("den är i det äldre formatet .doc", "it is in the older format .doc")
_TOO_LARGE = ("den blir orimligt stor när den packas upp", "it unpacks to an unreasonable size")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

# What zip, XML (a syntax error) and package reading raise for damaged files.
_DAMAGED = (
    OpcError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    LookupError,
    AttributeError,
    ValueError,
    RuntimeError,
    OSError,
)


def read_docx(data: bytes, file: str) -> ReadText:
    """The text of a Word document as it stands when tracked changes are accepted.

    Headers, footers, footnotes, comments, hidden text and tables of contents are left out.
    Raises `EncryptedFile` and `UnreadableFile` (damaged, of the older .doc format, or unpacking
    to more than 400 MB in all or 60 MB of XML in one part).
    """
    _refuse_other_formats(data, file)
    _refuse_bombs(data, file)
    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        styles = Styles(document.styles.element)
        numbering = Numbering(_numbering_root(document.part), styles)
        title = str(document.core_properties.title or "")
    except _DAMAGED as error:
        raise UnreadableFile(file=file, reason=_NO_WORD) from error
    if body is None:
        raise UnreadableFile(file=file, reason=_NO_WORD)
    builder = write_body(body, styles, numbering)
    front_matter = {"title": " ".join(title.split())} if title.strip() else {}
    return with_unmarked_headings(builder.read_text(front_matter), numbered=True)


def _numbering_root(part: Element) -> Element | None:
    for relation in part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _refuse_other_formats(data: bytes, file: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise EncryptedFile(file=file)
        raise UnreadableFile(file=file, reason=_OLD)


def _refuse_bombs(data: bytes, file: str) -> None:
    """Look at the declared sizes; unpacking stops there even where the declaration lies."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except _DAMAGED as error:
        raise UnreadableFile(file=file, reason=_NO_WORD) from error
    if any(part.flag_bits & 0x1 for part in parts):
        raise EncryptedFile(file=file)
    xml = max((part.file_size for part in parts if part.filename.endswith("xml")), default=0)
    total = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or total > _MAX_UNPACKED or xml > _MAX_XML:
        raise UnreadableFile(file=file, reason=_TOO_LARGE)
