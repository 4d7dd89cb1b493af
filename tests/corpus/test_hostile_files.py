"""Files and names that somebody made to break the reading."""

import os
from pathlib import Path

import pytest

from corpus.errors import EmptyCorpus, UnreadableFile
from corpus.folder import Corpus, read_folder
from corpus.readers import reading
from tests.corpus.making.docx import Letter
from tests.corpus.making.pdf import Book

GOOD = "# Avtal\n\n1.1 Kommunen ska laga.\n"


def read(folder: Path, name: str | bytes, data: str | bytes) -> Corpus:
    """``folder`` with a good file and one called ``name``."""
    (folder / "bra.md").write_text(GOOD, encoding="utf-8")
    content = data.encode() if isinstance(data, str) else data
    with open(os.path.join(os.fsencode(folder), os.fsencode(name)), "wb") as file:
        file.write(content)
    return read_folder(folder)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("ny\nrad.md", "ny-rad"),
        ("\x1b[31mröd\x07.md", "31mröd"),
        ("\u202egpj.md", "gpj"),
        ("😀.md", "dokument"),
        ("-rf.md", "rf"),
        ("%s{file}{0}.md", "s-file-0"),
        ("a`$(touch x)`;b.md", "a-touch-x-b"),
        ("[bold]x.md", "bold-x"),
    ],
)
def test_any_name_of_a_file_gives_an_id_of_plain_characters(tmp_path, name, id):
    assert {document.id for document in read(tmp_path, name, GOOD).documents} == {"bra", id}


@pytest.mark.parametrize("name", ["ny\nrad.md", "%s{file}{0}.md", "\x1b[31m.md"])
def test_the_error_of_a_file_stands_on_one_line_whatever_its_name(tmp_path, name):
    (error,) = read(tmp_path, name, "").errors
    assert "filen är tom" in error.text("sv")
    assert "\n" not in error.text("sv")


def test_a_name_that_is_no_text_is_told_and_the_rest_is_read(tmp_path):
    corpus = read(tmp_path, b"trasig\xff.md", GOOD)
    assert [document.id for document in corpus.documents] == ["bra"]
    assert [error.text("en").partition(" (")[2].partition(")")[0] for error in corpus.errors] == [
        "its name cannot be understood, rename the file"
    ]


def test_links_out_of_the_folder_and_to_nowhere_are_told_and_not_followed(tmp_path):
    folder = tmp_path / "mapp"
    folder.mkdir()
    (tmp_path / "utanför.md").write_text(GOOD, encoding="utf-8")
    (folder / "ut.md").symlink_to(tmp_path / "utanför.md")
    (folder / "ingenstans.md").symlink_to("finns-inte.md")
    (folder / "runt").symlink_to(".")
    os.mkfifo(folder / "rör.md")
    corpus = read(folder, "in.md", GOOD)
    assert [document.file for document in corpus.documents] == ["bra.md", "in.md"]
    assert [notice.text("sv").partition(":")[0] for notice in corpus.notices] == [
        "ingenstans.md",
        "ut.md",
    ]


def test_the_error_of_a_file_in_a_folder_names_the_folder(tmp_path):
    (tmp_path / "under").mkdir()
    (error,) = read(tmp_path, "under/tom.md", "").errors
    assert error.text("en").startswith("under/tom.md: ")


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("a.pdf", lambda: Letter().bytes(), "den är ett Word-dokument, byt ändelse till .docx"),
        ("a.txt", lambda: Letter().bytes(), "den är ett Word-dokument, byt ändelse till .docx"),
        ("a.docx", lambda: Book().text("x").bytes(), "den är en PDF, byt ändelse till .pdf"),
        ("a.md", lambda: Book().text("x").bytes(), "den är en PDF, byt ändelse till .pdf"),
    ],
)
def test_a_file_with_the_wrong_ending_is_told_as_what_it_is(tmp_path, name, make, reason):
    (error,) = read(tmp_path, name, make()).errors
    assert reason in error.text("sv")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", "> " * 5_000 + "x"),
        ("a.md", "- " * 3_000 + "x"),
        ("a.md", "[" * 20_000 + "](x)"),
        ("a.html", "<div>" * 50_000 + "x"),
        ("a.html", "<table><tr><td>" * 3_000 + "x"),
        ("a.html", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>"),
    ],
)
def test_deep_nesting_and_entities_stop_nothing(tmp_path, name, data):
    corpus = read(tmp_path, name, data)
    assert "bra" in {document.id for document in corpus.documents}
    assert not any("root:" in document.text for document in corpus.documents)


def test_a_text_longer_than_any_agreement_is_refused_with_the_mend(tmp_path):
    (error,) = read(tmp_path, "lång.txt", b"ord " * (reading.MAX_LETTERS + 1)).errors
    assert isinstance(error, UnreadableFile)
    assert "10 miljoner tecken, dela upp den" in error.text("sv")


def test_what_steers_a_terminal_never_reaches_the_text(tmp_path):
    text = GOOD * 5 + "\n1.2 Regionen\x1b[31m ska\x07 \u202ebetala\u2066.\n"
    corpus = read(tmp_path, "a.md", text)
    (document,) = [one for one in corpus.documents if one.id == "a"]
    assert document.text.replace("\n", "").isprintable()


def test_a_folder_with_nothing_but_names_that_are_no_text_says_so(tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), b"\xff.md"), "wb") as file:
        file.write(GOOD.encode())
    with pytest.raises(EmptyCorpus, match="byt namn på filen"):
        read_folder(tmp_path)
