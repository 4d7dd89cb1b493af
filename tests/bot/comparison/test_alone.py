"""What an uploaded file may cost: its own process, and nothing of anybody else's."""

import contextlib
import io
import logging
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

import corpus
from bot.comparison import alone
from bot.comparison.alone import TooDemanding, UnusableUpload, Upload, compare_alone
from bot.comparison.reading import read_one_file, version
from bot.comparison.view import view
from corpus.comparison import compare
from tests.bot.running import ROOT

DAY = date(2026, 1, 1)
FILE = Path(corpus.__file__).parent / "documents" / "modell-munhalsa.md"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{body}</w:body></w:document>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/d.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006'
    '/relationships/officeDocument" Target="d.xml"/></Relationships>'
)

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture(scope="module")
def old():
    read = read_one_file(FILE)
    return version(read.documents, read.clauses, DAY)


@pytest.fixture(autouse=True)
def nothing_left(tmp_path, monkeypatch):
    """Whatever becomes of the process, its files go."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert list(tmp_path.iterdir()) == []


def upload(old, content, name="fil.md"):
    return Upload(old=old, content=content, name=name, on=DAY, lang="sv")


def word_file(body):
    """A Word file with this body: small, however much it unpacks to."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("d.xml", WORD.format(body=body))
    return written.getvalue()


def test_the_comparison_is_the_one_that_is_made_here(old):
    content = FILE.read_bytes().replace(b"Regionen ska", b"Kommunen ska")
    file = Path(tempfile.gettempdir()) / "fil.md"
    file.write_bytes(content)
    read = read_one_file(file, "fil.md")
    file.unlink()
    expected = view(compare(old, version(read.documents, read.clauses, DAY)), DAY, "sv")
    assert expected.sections
    assert compare_alone(upload(old, content)) == expected


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_file_that_cannot_be_read_is_told_in_both_languages(old, lang):
    with pytest.raises(UnusableUpload) as raised:
        compare_alone(upload(old, b"PK {inget} Word", "fil.docx"))
    assert raised.value.text(lang).startswith("fil.docx: ")


def test_a_file_that_takes_too_long_is_given_up(old):
    with pytest.raises(TooDemanding) as raised:
        compare_alone(upload(old, word_file("<w:p/>" * 1_000_000), "fil.docx"), seconds=0.5)
    assert not raised.value.too_long


@on_linux
def test_a_file_that_takes_too_much_memory_is_given_up(old):
    with pytest.raises(TooDemanding):
        compare_alone(upload(old, b"Kommunen ska se. " * 50_000), seconds=60, megabytes=1)


@on_linux
def test_a_small_file_that_unpacks_to_gigabytes_gets_no_further_than_its_bounds(old):
    bomb = word_file("<w:p/>" * 3_000_000)
    assert len(bomb) < 100_000
    # The library that reads XML calls a file that it has no memory for damaged.
    with pytest.raises((TooDemanding, UnusableUpload)):
        compare_alone(upload(old, bomb, "fil.docx"), seconds=60, megabytes=64)


@on_linux
def test_nothing_is_left_when_the_program_itself_is_ended(tmp_path):
    program = subprocess.Popen([sys.executable, "-c", _PROGRAM, str(tmp_path)], cwd=ROOT)
    try:
        [child] = wait_for(lambda: list(children(program.pid)))
        wait_for(lambda: list(tmp_path.glob("ansvarslots-*/upload")))
    finally:
        program.kill()
        program.wait()
    wait_for(lambda: not list(tmp_path.iterdir()))
    wait_for(lambda: not Path(f"/proc/{child}").exists())


_PROGRAM = """
import sys, tempfile
from datetime import date
from bot.comparison.alone import Upload, compare_alone
from corpus.comparison.values import Version

tempfile.tempdir = sys.argv[1]
content = b"#### 1.1 Kommunen ska se.\\n\\n" * 150_000
old = Version(documents=(), clauses=())
compare_alone(Upload(old=old, content=content, name="fil.md", on=date.today(), lang="sv"))
"""


def children(pid):
    """Those that compare; the library has one more, which keeps order."""
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            mine = f"PPid:\t{pid}\n" in status.read_text()
            if mine and b"spawn_main" in (status.parent / "cmdline").read_bytes():
                yield status.parent.name


def wait_for(found):
    until = time.monotonic() + 20
    while not (seen := found()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return seen


def test_what_nobody_foresaw_is_logged_without_a_word_of_the_file(caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(RuntimeError, match="AttributeError"):
        compare_alone(upload(None, b"# Hemligt\n\n#### 1.1 A\n\nKommunen ska tiga."))
    assert "AttributeError" in caplog.text
    assert alone.__file__ in caplog.text
    assert "tiga" not in caplog.text
