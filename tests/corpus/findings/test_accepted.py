"""The notes of what is intended."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import BrokenFindings
from corpus.findings.accepted import accept, read_accepted
from corpus.folder import read_folder

DAY = date(2026, 11, 22)


def test_a_note_is_read_as_it_was_written(tmp_path):
    accept(tmp_path, "no-party-1a2b3c4d", 'Styrs av "lokal" rutin = så är det', DAY)
    accept(tmp_path, "repeats-00000000", "Meningen är viktig", DAY)
    read = read_accepted(tmp_path)
    assert list(read) == ["no-party-1a2b3c4d", "repeats-00000000"]
    assert read["no-party-1a2b3c4d"].note == 'Styrs av "lokal" rutin = så är det'
    assert read["no-party-1a2b3c4d"].on == DAY


def test_what_people_wrote_in_the_file_stays(tmp_path):
    path = tmp_path / "findings.toml"
    path.write_text('# Våra noteringar\n[accepted.x]\nnote = "Ja"\non = 2026-01-01\n')
    accept(tmp_path, "y", "Nej", DAY)
    assert path.read_text().startswith("# Våra noteringar\n")
    assert list(read_accepted(tmp_path)) == ["x", "y"]


def test_a_second_note_takes_the_place_of_the_first(tmp_path):
    accept(tmp_path, "x", "Ja", DAY)
    accept(tmp_path, "x", "Nej", DAY)
    assert read_accepted(tmp_path)["x"].note == "Nej"


@pytest.mark.parametrize(
    "text",
    [
        "accepted = 3",
        "[accepted.x]\nnote = 'Ja'",
        "[accepted.x",
        "[accepted.x]\nnote = ''\non = 1",
        "accepted = " + "[" * 50_000,
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_not_written_over(tmp_path, text):
    path = tmp_path / "findings.toml"
    path.write_text(text)
    with pytest.raises(BrokenFindings):
        accept(tmp_path, "x", "Ja", DAY)
    assert path.read_text() == text


def test_the_file_is_no_document(tmp_path):
    (tmp_path / "avtal.md").write_text("# Avtal\n\n#### 1.1 Svar\n\nKommunen ska svara.\n")
    accept(tmp_path, "x", "Ja", DAY)
    read = read_folder(tmp_path)
    assert ([d.id for d in read.documents], read.errors) == (["avtal"], ())


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file here")
def test_a_file_that_the_system_does_not_let_be_read_is_told(tmp_path):
    (tmp_path / "findings.toml").symlink_to("/proc/self/mem")
    with pytest.raises(BrokenFindings):
        read_accepted(tmp_path)
