"""The model agreement gives the same clauses in whatever format and layout it is saved."""

import re
import textwrap
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from corpus.readers import read_file
from tests.corpus.making.pdf import Book
from tests.corpus.parsed import Parsed, parsed

MODEL = Path(__file__).parents[2] / "corpus" / "documents" / "modell-huvudavtal.md"
Piece = tuple[int, str]
"""The level of a heading, or 0, and the text."""


def pieces() -> list[Piece]:
    """The agreement with its clauses' titles as headings ("3.4 Kommunen skriver in")."""
    text = MODEL.read_text("utf-8").split("---", 2)[2].strip()
    found = (re.fullmatch(r"(#*)\s*(.+)", piece, re.DOTALL) for piece in text.split("\n\n"))
    return [(len(piece[1]), piece[2]) for piece in found if piece]


def run_in() -> list[Piece]:
    """The agreement without titles, the numbers before the text ("3.4 Kommunen ska …")."""
    made: list[Piece] = []
    number = ""
    for level, text in pieces():
        if level == 4:
            number = text.split()[0] + " "
        else:
            made.append((level, text if level else number + text))
            number = ""
    return made


def word(text: list[Piece], *, styled: bool) -> bytes:
    document = docx.Document()
    for level, piece in text:
        if level and styled:
            document.add_heading(piece, level)
        else:
            document.add_paragraph(piece)
    sink = BytesIO()
    document.save(sink)
    return sink.getvalue()


def pdf(text: list[Piece]) -> bytes:
    book = Book(header="Modellavtal", footer="2026")
    for level, piece in text:
        if level:
            book.heading(piece, min(level, 2))
        else:
            book.text(piece)
    return book.bytes()


def html(text: list[Piece]) -> bytes:
    rows = (
        f"<h{level}>{piece}</h{level}>" if level else f"<p>{piece}</p>" for level, piece in text
    )
    return f"<html><body>{''.join(rows)}</body></html>".encode()


def wrapped(text: list[Piece]) -> bytes:
    return "\n\n".join(textwrap.fill(piece, 72) for _, piece in text).encode()


def with_full_stops(text: list[Piece]) -> bytes:
    return "\n\n".join(re.sub(r"^([\d.]*\d) ", r"\1. ", piece) for _, piece in text).encode()


def squeezed(text: Parsed) -> dict[str, str]:
    """Numbered clauses' bodies without the white space that a layout decides."""
    return {id: "".join(body.split()) for id, body in text.bodies.items() if id[0].isdigit()}


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("styled.docx", lambda: word(pieces(), styled=True)),
        ("plain.docx", lambda: word(pieces(), styled=False)),
        ("run-in.docx", lambda: word(run_in(), styled=True)),
        ("titled.pdf", lambda: pdf(pieces())),
        ("run-in.pdf", lambda: pdf(run_in())),
        ("titled.html", lambda: html(pieces())),
        ("run-in.txt", lambda: wrapped(run_in())),
        ("full-stops.txt", lambda: with_full_stops(pieces())),
    ],
)
def test_every_layout_gives_the_same_ids_and_the_same_text(
    tmp_path: Path, name: str, make: Callable[[], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    saved = parsed(read_file(path))
    model = parsed(read_file(MODEL))
    assert squeezed(saved) == squeezed(model)
    assert saved.clause("3.4").headings[0].endswith("Vård i hemmet")
