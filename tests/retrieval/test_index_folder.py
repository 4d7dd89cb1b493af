"""An index folder is whole or refused, and what was there is kept when a write fails."""

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import CannotWrite, MissingIndex, UnusableIndex, WrongModel
from retrieval.index.folder import HEADER, read_header, read_parts, read_texts, write_parts
from retrieval.index.parts import IndexParts
from retrieval.service import open_service
from retrieval.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def index(tmp_path: Path, small_parts: IndexParts) -> Path:
    write_parts(tmp_path / "index", small_parts)
    return tmp_path / "index"


def generation(index: Path) -> Path:
    return index / read_header(index).generation


def header(index: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((index / HEADER).read_text(encoding="utf-8"))
    return found


def change_header(index: Path, **changes: object) -> None:
    (index / HEADER).write_text(json.dumps(header(index) | changes), encoding="utf-8")


def leftovers(index: Path) -> list[str]:
    """What stands in the folder beside the header and the generation in force."""
    kept = {HEADER, read_header(index).generation}
    return sorted(path.name for path in index.iterdir() if path.name not in kept)


def test_everything_that_is_written_is_read_again(index: Path, small_parts: IndexParts) -> None:
    read = read_parts(index)
    for name in ("documents", "clauses", "answers", "model_name", "model_fingerprint"):
        assert getattr(read, name) == getattr(small_parts, name), name
    for name in ("fingerprint", "digests", "word_counts"):
        assert getattr(read, name) == getattr(small_parts, name), name
    np.testing.assert_array_equal(read.windows, small_parts.windows)
    np.testing.assert_array_equal(read.outside, small_parts.outside)
    assert read.dense.vectors.tobytes() == small_parts.dense.vectors.tobytes()
    for name in ("tokens", "centre", "spans", "offsets"):
        mine, other = getattr(read.tokens, name), getattr(small_parts.tokens, name)
        np.testing.assert_array_equal(mine, other)
        assert mine.dtype == other.dtype
    terms = ["_hem", "vård"]
    np.testing.assert_array_equal(read.words.bm25(terms), small_parts.words.bm25(terms))
    assert read_texts(index) == (small_parts.documents, small_parts.clauses)


def test_a_second_write_replaces_the_first_and_leaves_nothing(index, small_parts) -> None:
    old = read_header(index).generation
    write_parts(index, replace(small_parts, fingerprint="0" * 16))
    assert read_header(index).generation != old
    assert read_parts(index).fingerprint == "0" * 16
    assert leftovers(index) == []


@pytest.mark.parametrize("place", ["absent", "empty", "file"])
def test_where_no_index_is_it_is_missing(tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(MissingIndex, match="ansvarslots index"):
        read_parts(tmp_path / place)


def header_cut_short(index: Path) -> None:
    (index / HEADER).write_bytes((index / HEADER).read_bytes()[:-20])


def header_not_text(index: Path) -> None:
    (index / HEADER).write_bytes(b"\xff\xfe\x00")


def other_format(index: Path) -> None:
    change_header(index, format=999)


def before_known_questions(index: Path) -> None:
    found = header(index) | {"format": 1}
    del found["asked_digests"]
    (index / HEADER).write_text(json.dumps(found), encoding="utf-8")


def generation_lost(index: Path) -> None:
    shutil.rmtree(generation(index))


def vectors_cut_short(index: Path) -> None:
    file = generation(index) / "windows.faiss"
    file.write_bytes(file.read_bytes()[:-1])


def tokens_lost(index: Path) -> None:
    (generation(index) / "tokens.npy").unlink()


def words_half_written(index: Path) -> None:
    next((generation(index) / "words").iterdir()).write_bytes(b"")


PARTS_THAT_ARE_CHECKED = (
    *("documents.json", "clauses.json", "windows.npy", "windows.faiss", "words.json"),
    *("words/vocab.index.json", "words/params.index.json"),
    *("asked_rows.npy", "asked.faiss", "asked/params.index.json"),
)


def changed_keeping_its_size(index: Path, name: str) -> None:
    file = generation(index) / name
    file.write_bytes(b"\x00" * file.stat().st_size)


@pytest.mark.parametrize(
    "damage",
    [
        header_cut_short,
        header_not_text,
        other_format,
        before_known_questions,
        generation_lost,
        vectors_cut_short,
        tokens_lost,
        words_half_written,
        *[
            lambda index, name=name: changed_keeping_its_size(index, name)
            for name in PARTS_THAT_ARE_CHECKED
        ],
    ],
)
def test_an_index_that_is_not_whole_is_refused_with_the_mend(
    index: Path, damage: Callable[[Path], None]
) -> None:
    damage(index)
    with pytest.raises(UnusableIndex, match="Gör om det med: ansvarslots index") as error:
        read_parts(index)
    assert str(index) in error.value.text("sv")
    assert "Rebuild it: ansvarslots index" in error.value.text("en")


@pytest.mark.parametrize("change", [other_format, before_known_questions])
def test_an_index_of_another_version_is_told_from_a_damaged_one(index, change) -> None:
    change(index)
    with pytest.raises(UnusableIndex, match="det är gjort av en annan version"):
        read_parts(index)


@pytest.mark.parametrize("damage", [header_cut_short, before_known_questions])
def test_what_cannot_be_used_is_mended_by_writing_it_again(index, small_parts, damage) -> None:
    damage(index)
    write_parts(index, small_parts)
    assert read_parts(index).clauses == small_parts.clauses
    assert leftovers(index) == []


def test_an_index_of_another_model_is_refused_with_both_names(
    index: Path, settings: Settings
) -> None:
    with pytest.raises(WrongModel) as error:
        open_service(index, settings)
    for lang in ("sv", "en"):
        assert "small" in error.value.text(lang)
        assert settings.model in error.value.text(lang)


@pytest.mark.parametrize("text", ["{}", '{"format": 1}', "[1, 2]", "not JSON"])
def test_another_programs_file_of_the_same_name_is_left_alone(
    tmp_path: Path, small_parts: IndexParts, text: str
) -> None:
    (tmp_path / HEADER).write_text(text, encoding="utf-8")
    with pytest.raises(CannotWrite):
        write_parts(tmp_path, small_parts)
    assert [path.name for path in tmp_path.iterdir()] == [HEADER]
    assert (tmp_path / HEADER).read_text(encoding="utf-8") == text


def test_other_files_in_the_folder_are_left_alone(index: Path, small_parts) -> None:
    (index / "anteckning.txt").write_text("min", encoding="utf-8")
    (index / "bilder").mkdir()
    (index / "bilder" / "documents.json").write_text("{}", encoding="utf-8")
    write_parts(index, small_parts)
    assert leftovers(index) == ["anteckning.txt", "bilder"]


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """What a full disk does: a write fails when so many bytes are written."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("share", [0, 0.01, 0.05, 0.3, 0.99, 0.99999])
def test_a_disk_that_fills_up_keeps_the_old_index(index: Path, small_parts, share: float) -> None:
    before = (index / HEADER).read_bytes()
    size = int(share * max(file.stat().st_size for file in generation(index).rglob("*")))
    with no_file_longer_than(size), pytest.raises(CannotWrite, match="Inget gammalt har ändrats"):
        write_parts(index, replace(small_parts, fingerprint="1" * 16))
    assert (index / HEADER).read_bytes() == before
    assert read_parts(index).clauses == small_parts.clauses
    assert leftovers(index) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write anywhere")
def test_a_folder_that_may_not_be_written_keeps_the_old_index(index: Path, small_parts) -> None:
    index.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match="behörighet"):
            write_parts(index, replace(small_parts, fingerprint="1" * 16))
        assert read_parts(index).fingerprint == small_parts.fingerprint
    finally:
        index.chmod(0o700)


def test_a_folder_that_cannot_be_one_is_told(tmp_path: Path, small_parts) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotWrite) as error:
        write_parts(tmp_path / "file" / "index", small_parts)
    assert str(tmp_path / "file") in error.value.text("en")
    assert os.strerror(errno.ENOTDIR) not in error.value.text("sv")


WRITE_UNTIL_KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
from retrieval.index.folder import read_parts, write_parts
source, index = map(Path, sys.argv[1:])
parts = read_parts(source)
print("begins", flush=True)
while True:
    for mark in "ab":
        write_parts(index, replace(parts, fingerprint=mark * 16))
"""


def test_a_build_that_is_killed_leaves_a_whole_index(
    tmp_path: Path, index: Path, small_parts: IndexParts
) -> None:
    target = tmp_path / "target"
    write_parts(target, replace(small_parts, fingerprint="a" * 16))
    for pause in (0.003, 0.011, 0.024):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITE_UNTIL_KILLED, str(index), str(target)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        with process:
            assert process.stdout
            assert process.stdout.readline() == b"begins\n"
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
        read = read_parts(target)
        assert read.fingerprint in ("a" * 16, "b" * 16)
        assert read.clauses == small_parts.clauses
    write_parts(target, small_parts)
    assert leftovers(target) == []


def test_a_reader_beside_a_writer_always_reads_a_whole_index(index: Path, small_parts) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(index), str(index)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == b"begins\n"
        seen = {read_parts(index).fingerprint for _ in range(40)}
    finally:
        process.kill()
        process.communicate()
    assert seen <= {"a" * 16, "b" * 16, small_parts.fingerprint}
