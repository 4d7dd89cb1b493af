"""Files that cannot be read: each is told by name, in words."""

import io
import zipfile

import pytest

from corpus.errors import (
    DocumentError,
    EmptyFile,
    EncryptedFile,
    ScannedFile,
    UnknownFormat,
    UnreadableFile,
    WrongEncoding,
)
from corpus.readers import SUFFIXES, read_file
from tests.corpus.making.blocks import read_bytes
from tests.corpus.making.docx import Letter
from tests.corpus.making.pdf import Book, scanned, typeset

SWEDISH = "Överenskommelse om hälso- och sjukvård för äldre, på § 5 – “åtgärd”."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def bomb() -> bytes:
    """A Word document whose text unpacks to 100 MB."""
    letter = Letter()
    letter.text("x")
    sink = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(letter.bytes())) as source,
        zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data + b" " * 100_000_000 if "document.xml" in name else data)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "error"),
    [
        ("a.doc", lambda: b"x", UnknownFormat),
        ("a", lambda: b"x", UnknownFormat),
        ("a.md", lambda: b"", EmptyFile),
        ("a.txt", lambda: b" \n\x00\n", EmptyFile),
        ("a.html", lambda: b"<script>x()</script>", EmptyFile),
        ("a.md", lambda: b"---\ntitle: x\n---\n", EmptyFile),
        ("a.docx", lambda: Letter().bytes(), EmptyFile),
        ("a.pdf", lambda: typeset([[]]), EmptyFile),
        ("a.txt", lambda: bytes(range(256)) * 20, UnreadableFile),
        ("a.txt", lambda: SWEDISH.encode("utf-16")[2:] * 9, UnreadableFile),
        ("a.txt", lambda: SWEDISH.encode() + b"\xff\xfe", WrongEncoding),
        ("a.md", lambda: "Привет, мир".encode("koi8-r") * 5, WrongEncoding),
        ("a.txt", lambda: b"\xff\xfea", WrongEncoding),
        ("a.docx", lambda: b"ingen zip", UnreadableFile),
        ("a.docx", lambda: Letter().bytes()[:-900], UnreadableFile),
        ("a.docx", lambda: OLE, UnreadableFile),
        ("a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
        ("a.docx", bomb, UnreadableFile),
        ("a.pdf", lambda: b"ingen pdf", UnreadableFile),
        ("a.pdf", lambda: b"%PDF-1.7 skadad", UnreadableFile),
        ("a.pdf", lambda: Book().text("x").bytes()[:400], UnreadableFile),
        ("a.pdf", lambda: Book(password="hemligt").text("x y z").bytes(), EncryptedFile),
        ("a.pdf", scanned, ScannedFile),
    ],
)
def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path, name, make, error):
    with pytest.raises(DocumentError) as caught:
        read_bytes(tmp_path, name, make())
    assert type(caught.value) is error
    assert caught.value.found["file"] == name
    assert name in caught.value.text("sv")
    assert name in caught.value.text("en")
    assert caught.value.text("en").isascii()


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    (tmp_path / "mapp.md").mkdir()
    with pytest.raises(UnreadableFile, match="finns inte"):
        read_file(tmp_path / "saknas.md")
    with pytest.raises(UnreadableFile, match="är en mapp"):
        read_file(tmp_path / "mapp.md")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_in_a_plain_encoding_is_read(tmp_path, encoding):
    assert read_bytes(tmp_path, "a.txt", SWEDISH.encode(encoding)).text == SWEDISH


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path):
    assert read_bytes(tmp_path, "a.pdf", Book(password="").text("Vård.").bytes()).text == "Vård."


def test_the_endings_are_those_of_the_five_formats_in_either_case(tmp_path):
    assert {".md", ".txt", ".html", ".docx", ".pdf"} == SUFFIXES
    assert read_bytes(tmp_path, "A.TXT", b"Text.").text == "Text."
