"""What holds for every file of every format: the blocks tile the text, and whatever the bytes
are, nothing but a document error comes out."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.blocks import ReadText
from corpus.errors import DocumentError
from corpus.readers import SUFFIXES, read_file
from tests.corpus.making.docx import Letter
from tests.corpus.making.pdf import Book, typeset

FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MARKUP = """\
Kommunen ansvarar för vård. 1. a) - • § 3.4 2025:400 och hälso- | # ** <b> <p> </p> kap. ~ &
[länk](#9) --- * _ > &amp; \\ ` <table> <ol> <li>
"""
ODD = ["\t", "\f", "a\u030a", "\u00ad", "\x00", "\u2028", "\n", "\n\n", "\n\n\n\n", "    "]
WORDS = st.lists(st.sampled_from([*MARKUP.split(), *ODD]), max_size=60).map(" ".join)


def check(read: ReadText) -> None:
    """Blocks lie in the text in order, apart by exactly a blank line, and cover all of it."""
    end = None
    for block in read.blocks:
        assert block.start == (0 if end is None else end + 2)
        if end is not None:
            assert read.text[end : block.start] == "\n\n"
        text = read.text[block.start : block.end]
        assert text
        assert text == text.strip("\n ")
        assert "\n\n" not in text
        end = block.end
    assert end == len(read.text)
    assert list(read.pages) == sorted(read.pages)
    assert all(0 <= start <= len(read.text) for start in read.pages)
    assert all(key == key.lower() for key in read.front_matter)
    read.text.encode()


def attempt(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        try:
            read = read_file(path)
        except DocumentError:
            return
        check(read)


@FEW
@given(text=WORDS, suffix=st.sampled_from([".md", ".txt", ".html"]))
def test_blocks_tile_whatever_text_is_read(text, suffix):
    attempt(suffix, text.encode())


@FEW
@given(st.lists(st.lists(st.text("abÅö .-–•123()§", max_size=40), max_size=12), max_size=4))
def test_blocks_tile_whatever_is_typeset(pages):
    attempt(".pdf", typeset(pages))


@FEW
@given(
    st.lists(st.tuples(st.text("abÅö .-–•123()§\n\t", max_size=30), st.integers(0, 4)), max_size=9)
)
def test_blocks_tile_whatever_word_document_is_written(paragraphs):
    letter = Letter()
    number = letter.numbering()
    for text, level in paragraphs:
        letter.text(text, number=number if level < 3 else None, level=level % 3)
    attempt(".docx", letter.bytes())


@FEW
@given(data=st.binary(max_size=400), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_random_bytes_give_a_document_error_or_text(data, suffix):
    attempt(suffix, data)


@pytest.fixture(scope="module")
def whole_files() -> dict[str, bytes]:
    letter = Letter("Titel")
    letter.heading("Rubrik")
    letter.text("Text.", number=letter.numbering(), level=1)
    book = Book(header="H").heading("Rubrik").clause("1.1", "Text.").table([["a", "b"], ["c", "d"]])
    return {
        ".docx": letter.bytes(),
        ".pdf": book.bytes(),
        ".html": b"<h1>A</h1><ul><li>b</ul><table><tr><td>c<td>d</table>",
        ".md": "# Å\n\n1. b\n\n| c | d |\n|---|---|\n| e | f |".encode(),
        ".txt": "1. Å\n\n- b\n\nc\td".encode(),
    }


@FEW
@given(
    suffix=st.sampled_from(sorted(SUFFIXES)),
    place=st.floats(0, 1),
    length=st.integers(0, 60),
    other=st.binary(max_size=30),
)
def test_a_damaged_file_gives_a_document_error_or_text(whole_files, suffix, place, length, other):
    data = whole_files[suffix]
    start = int(place * len(data))
    attempt(suffix, data[:start] + other + data[start + length :])
