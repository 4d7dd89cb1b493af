"""A change to a folder happens whole or not at all."""

import threading
from pathlib import Path

import pytest

from bot.cli.corpus_add import document_id
from bot.cli.corpus_change import changing, holding, place, take_away
from bot.reading_alone import read_alone
from corpus.clause import DocumentId
from corpus.errors import EmptyFile, UnknownFormat, UsageError
from corpus.manifest_edit import Entry, with_entry
from corpus.status import Kind, Status

TEXT = (
    "# Avtal\n\n## 1 Ansvar\n\n1.1 Kommunen ska lägga om såret.\n\n1.2 Regionen ska bedöma det.\n"
)
ID = DocumentId("nytt")
ENTRY = Entry(file="nytt.md", title="Nytt", kind=Kind.AGREEMENT, status=Status.IN_FORCE)


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dokument"
    made.mkdir()
    (made / "gammalt.md").write_text(TEXT, encoding="utf-8")
    (made / "manifest.toml").write_text(
        '# vårt\nanswers = ["example"]\n\n[documents.gammalt]\n'
        'file = "gammalt.md"\nstatus = "example"\n',
        encoding="utf-8",
    )
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "nytt.md"
    made.write_text(TEXT, encoding="utf-8")
    return made


class BrokenIndexError(Exception):
    """What a failing index raises in these tests."""


def fails() -> None:
    raise BrokenIndexError


def interrupted() -> None:
    raise KeyboardInterrupt


def test_a_placed_file_stands_in_the_folder_with_its_entry(folder, file):
    manifest = with_entry((folder / "manifest.toml").read_text(encoding="utf-8"), ID, ENTRY)
    place(file, folder, "nytt.md", manifest, lambda: None)
    assert set(contents(folder)) == {"gammalt.md", "nytt.md", "manifest.toml"}
    held = holding(folder)
    assert held.files == {"gammalt": "gammalt.md", "nytt": "nytt.md"}
    assert held.statuses == {"gammalt": Status.EXAMPLE, "nytt": Status.IN_FORCE}
    assert held.answers == {Status.EXAMPLE}


@pytest.mark.parametrize("index", [fails, interrupted])
def test_an_index_that_cannot_be_made_leaves_everything_as_it_was(folder, file, index):
    before = contents(folder)
    with pytest.raises((BrokenIndexError, KeyboardInterrupt)):
        place(file, folder, "nytt.md", with_entry("", ID, ENTRY), index)
    assert contents(folder) == before
    with pytest.raises((BrokenIndexError, KeyboardInterrupt)):
        take_away(folder, "gammalt.md", "", index)
    assert contents(folder) == before


def test_a_folder_without_a_manifest_has_none_after_a_failed_change(tmp_path, file):
    bare = tmp_path / "tom"
    bare.mkdir()
    with pytest.raises(BrokenIndexError):
        place(file, bare, "nytt.md", with_entry("", ID, ENTRY), fails)
    assert contents(bare) == {}


def test_a_file_is_taken_away_for_good_when_the_index_is_made(folder):
    take_away(folder, "gammalt.md", "answers = []\n", lambda: None)
    assert contents(folder) == {"manifest.toml": "answers = []\n"}


def test_a_file_is_read_alone_before_anything_changes(file):
    read = read_alone(file, ENTRY.file, with_entry("", ID, ENTRY))
    assert [document.id for document in read.documents] == [ID]
    assert {clause.id for clause in read.clauses} >= {"1.1", "1.2"}


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("tom.md", "", EmptyFile),
        ("bild.png", "x", UnknownFormat),
        ("~$lås.docx", "x", UnknownFormat),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path, name, text, error):
    (tmp_path / name).write_text(text, encoding="utf-8")
    entry = Entry(file=name, title="x", kind=Kind.LAW, status=Status.DRAFT)
    with pytest.raises(error, match=name.replace("$", r"\$")):
        read_alone(tmp_path / name, name, with_entry("", ID, entry))


def test_two_changes_wait_for_each_other(folder):
    order: list[str] = []

    def second() -> None:
        with changing(folder):
            order.append("second")

    with changing(folder):
        other = threading.Thread(target=second)
        other.start()
        other.join(timeout=0.2)
        order.append("first")
    other.join(timeout=10)
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("hos-avtal-2027", "hos-avtal-2027"),
        ("Hälso- och sjukvårdsavtal (2027)", "halso-och-sjukvardsavtal-2027"),
        ("../../etc/passwd", "etc-passwd"),
        ("a#b", "a-b"),
    ],
)
def test_an_id_is_made_of_plain_letters_digits_and_hyphens(name, id):
    assert document_id(name) == id


@pytest.mark.parametrize("name", ["", "–", "###"])
def test_a_name_without_letters_makes_no_id(name):
    with pytest.raises(UsageError, match="kan inte vara ett id"):
        document_id(name)
