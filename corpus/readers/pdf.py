"""PDF by pdfplumber."""

import io
import logging
import re
import struct

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpus.blocks import ReadText
from corpus.errors import EmptyFile, EncryptedFile, ScannedFile, UnreadableFile
from corpus.readers.building import TextBuilder
from corpus.readers.pdf_flow import reading_order
from corpus.readers.pdf_furniture import without_furniture
from corpus.readers.pdf_page import Page, read_page
from corpus.readers.pdf_paragraphs import write_paragraphs

_MAX_PAGES = 3000
_MIN_LETTERS_A_PAGE = 25
_MAX_UNKNOWN_SHARE = 0.3

_NO_PDF = ("den är skadad eller ingen PDF", "it is damaged or no PDF")
_DAMAGED_PDF = ("den är skadad", "it is damaged")
_UNCODED = ("texten saknar teckenkoder", "its text has no character codes")
_TOO_MANY_PAGES = (f"den har fler än {_MAX_PAGES} sidor", f"it has more than {_MAX_PAGES} pages")

# What pdfminer and pdfplumber raise for damaged files.
_DAMAGED = (
    MalformedPDFException,
    PdfminerException,
    PDFException,
    struct.error,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    EOFError,
    OSError,
)


def read_pdf(data: bytes, file: str) -> ReadText:
    """The text of a PDF in reading order, with the offset at which each page begins.

    Running headers and footers, page numbers, footnote marks, tables of contents and rotated
    text (stamps) are left out. Raises `EncryptedFile`, `ScannedFile` (pictures and hardly a
    letter on most pages), `EmptyFile` and `UnreadableFile`.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(file=file, reason=_NO_PDF)
    pages, title = _pages(data, file)
    _refuse_without_text(pages, file)
    builder = TextBuilder()
    write_paragraphs(builder, reading_order(without_furniture(pages)))
    builder.begin_pages(len(pages))
    return builder.read_text({"title": title} if _is_title(title) else {})


def _pages(data: bytes, file: str) -> tuple[list[Page], str]:
    # pdfminer reports every oddity of a file as a warning; a reader's user can mend none of them.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    logging.getLogger("pdfplumber").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > _MAX_PAGES:
                raise UnreadableFile(file=file, reason=_TOO_MANY_PAGES)
            title = document.metadata.get("Title")
            pages = [read_page(page) for page in document.pages]
    except _DAMAGED as error:
        if _is_locked(error):
            raise EncryptedFile(file=file) from error
        raise UnreadableFile(file=file, reason=_DAMAGED_PDF) from error
    return pages, title if isinstance(title, str) else ""


def _is_locked(error: BaseException) -> bool:
    causes = (error, error.__cause__, error.__context__, *error.args)
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)


def _refuse_without_text(pages: list[Page], file: str) -> None:
    letters = [sum(len(word.text) for word in page.words) for page in pages]
    poor = sum(count < _MIN_LETTERS_A_PAGE for count in letters)
    if poor * 2 > len(pages) and any(page.has_pictures for page in pages):
        raise ScannedFile(file=file)
    if not sum(letters):
        raise EmptyFile(file=file)
    unknown = sum(word.unknown for page in pages for word in page.words)
    if unknown > sum(letters) * _MAX_UNKNOWN_SHARE:
        raise UnreadableFile(file=file, reason=_UNCODED)


def _is_title(title: str) -> bool:
    """A title in words; not a program's or file's name, which many programs put there."""
    return (
        len(title.split()) > 1
        and title.isprintable()
        and not re.search(r"microsoft|\.(docx?|pdf|odt|rtf|indd)\b|_|untitled|namnlös", title, re.I)
    )
