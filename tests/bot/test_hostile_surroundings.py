"""Streams that are closed, terminals that know no å, full disks and killed builds."""

import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.bot.running import process, run_alone

AGREEMENT = "# Avtal\n\n1.1 Kommunen ska lägga om sår.\n\n1.2 Regionen ska betala.\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    made = tmp_path / "docs"
    made.mkdir()
    (made / "sår.md").write_text(AGREEMENT, encoding="utf-8")
    return made


def clauses(index: Path, data: Path) -> str:
    given = ["corpus", "list", "--clauses", "--index", str(index)]
    status, out, err = run_alone(*given, data=data)
    assert (status, err) == (0, "")
    return out


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb", "COLUMNS": "20"},
        {"COLUMNS": "x", "NO_COLOR": "1"},
        {"HOME": "/finns/inte"},
    ],
)
def test_a_poor_terminal_still_shows_the_words(documents, tmp_path, surroundings):
    given = ["corpus", "show", "sar#1.1", "--corpus", str(documents)]
    (documents / "sår.md").rename(documents / "sar.md")
    status, out, err = run_alone(*given, data=tmp_path / "data", env=surroundings)
    assert (status, err) == (0, "")
    assert "Kommunen ska l" in out


@pytest.mark.parametrize(
    ("arguments", "closed", "status", "said"),
    [
        (["ask", "-"], 0, 2, "Frågan saknas."),
        (["corpus", "list"], 1, 1, "Standard ut är stängd"),
        (["ask", ""], 2, 2, ""),
    ],
)
def test_a_closed_stream_is_no_unexpected_error(tmp_path, arguments, closed, status, said):
    left, _, err = run_alone(
        *arguments, data=tmp_path, preexec_fn=lambda: os.close(closed), stdin=None
    )
    assert left == status
    assert said in err
    assert "oväntat" not in err


def test_input_without_an_end_is_too_long_a_question(tmp_path):
    with open("/dev/zero", "rb") as endless:
        status, _, err = run_alone("ask", "-", data=tmp_path, stdin=endless)
    assert status == 2
    assert "längre än 4000 tecken" in err


def test_a_reader_that_stops_reading_is_told_nothing(tmp_path):
    with process("--help", data=tmp_path) as started:
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode in {0, 141}


def _no_large_file() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_disk_that_takes_no_more_leaves_the_old_index(documents, tmp_path):
    index, data = tmp_path / "i", tmp_path / "data"
    given = ["index", "--corpus", str(documents), "--index", str(index)]
    assert run_alone(*given, data=data)[0] == 0
    before = clauses(index, data)
    more = "".join(f"1.{n} Kommunen ska lägga om sår nummer {n}.\n\n" for n in range(3, 90))
    (documents / "sår.md").write_text(AGREEMENT + more, encoding="utf-8")
    status, _, err = run_alone(*given, data=data, preexec_fn=_no_large_file)
    assert status == 1
    assert err.startswith(f"Det går inte att skriva till {index} (")
    assert clauses(index, data) == before
    assert len([path for path in index.iterdir() if path.is_dir()]) == 1


def test_a_build_that_is_killed_leaves_the_old_index_and_the_next_one_tidies(documents, tmp_path):
    index, data = tmp_path / "i", tmp_path / "data"
    given = ["index", "--corpus", str(documents), "--index", str(index)]
    assert run_alone(*given, data=data)[0] == 0
    before = clauses(index, data)
    (documents / "sår.md").write_text(AGREEMENT + "\n1.3 Regionen ska svara.\n", "utf-8")
    with process(*given, data=data) as started:
        deadline = time.monotonic() + 60
        while len(list(index.iterdir())) < 4 and started.poll() is None:
            assert time.monotonic() < deadline
        started.kill()
    assert clauses(index, data) in {before, f"{before}sår#1.3\n"}
    assert run_alone(*given, data=data)[0] == 0
    assert clauses(index, data) == f"{before}sår#1.3\n"
    assert len([path for path in index.iterdir() if path.is_dir()]) == 1


def test_two_builds_at_once_both_end_well(documents, tmp_path):
    index, data = tmp_path / "i", tmp_path / "data"
    given = ["index", "--corpus", str(documents), "--index", str(index)]
    both = [process(*given, data=data, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [started.wait(timeout=120) for started in both] == [0, 0]
    for started in both:
        started.stdout.close()
    assert clauses(index, data).count("\n") == 2
