"""``ansvarslots diff`` and ``ansvarslots check`` as people run them."""

import json
from pathlib import Path

import pytest

from bot.cli.app import run
from tests.corpus.comparison.made import agreement

OLD = agreement("Prov: Regionen ska ta prov hemma.", "Svar: Kommunen ska svara på frågan.")
NEW = agreement("Prov: Kommunen ska ta prov hemma.", "Svar: Frågan ska besvaras.")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ANSVARSLOTS_DATA", str(tmp_path / "data"))


@pytest.fixture
def files(tmp_path):
    made = []
    for name, text in (("gammalt", OLD), ("nytt", NEW)):
        (tmp_path / name).mkdir()
        made.append(tmp_path / name / "avtal.md")
        made[-1].write_text(text, encoding="utf-8")
    return made


def test_two_files_and_two_folders_are_compared(files, capsys):
    old, new = files
    assert run(["diff", str(old), str(new)]) == 0
    by_file = capsys.readouterr().out
    assert run(["diff", str(old.parent), str(new.parent)]) == 0
    assert capsys.readouterr().out == by_file
    assert "1 ansvar flyttar till kommunen, 1 saknar part i den nya texten." in by_file.replace(
        "\n", " "
    )


def test_a_file_keeps_what_the_manifest_beside_it_says(files, capsys):
    old, new = files
    (new.parent / "manifest.toml").write_text(
        '[documents.nya]\nfile = "avtal.md"\ntitle = "Nya avtalet"\nstatus = "consultation"\n'
        "kind = \"agreement\"\nreplaces = ['avtal']\n"
    )
    assert run(["diff", str(old), str(new), "--json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert (read["new"][0]["id"], read["new"][0]["status"]) == ("nya", "consultation")
    assert len(read["duties"]) == 2


def test_files_are_written(files, tmp_path, capsys):
    old, new = files
    sheet, table = tmp_path / "ut.xlsx", tmp_path / "ut.csv"
    assert run(["diff", str(old), str(new), "--xlsx", str(sheet), "--csv", str(table)]) == 0
    assert sheet.read_bytes()[:2] == b"PK"
    assert "Kommunen ska ta prov hemma." in table.read_text("utf-8-sig")
    assert capsys.readouterr().out == ""


def test_a_place_that_cannot_be_written_is_told(files, tmp_path, capsys):
    old, new = files
    assert run(["diff", str(old), str(new), "--csv", str(tmp_path / "borta" / "ut.csv")]) == 1
    assert "ut.csv" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(files, tmp_path, capsys):
    broken = tmp_path / "nytt.docx"
    broken.write_bytes(b"inget Word")
    assert run(["diff", str(files[0]), str(broken)]) == 1
    assert "nytt.docx" in capsys.readouterr().err


def test_a_document_of_an_index_is_compared_with_a_file(model_index: Path, files, capsys):
    place = str(model_index)
    assert run(["diff", "modell-munhalsa", str(files[1]), "--index", place, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["old"][0]["id"] == "modell-munhalsa"
    assert run(["diff", "finns-inte", str(files[1]), "--index", place]) == 2
    assert "finns-inte" in capsys.readouterr().err


def test_check_tells_and_takes_a_note(files, capsys):
    folder = str(files[1].parent)
    assert run(["check", "--corpus", folder]) == 1
    drawn = capsys.readouterr().out
    assert "BÖR RÄTTAS · Ingen part nämnd" in drawn
    assert run(["check", "--corpus", folder, "--json"]) == 1
    id = json.loads(capsys.readouterr().out)[0]["id"]
    assert run(["check", "--corpus", folder, "--accept", id, "--note", "Styrs av rutin"]) == 0
    capsys.readouterr()
    assert run(["check", "--corpus", folder]) == 0
    assert "Styrs av rutin" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--accept", "no-party-00000000", "--note", "Ja"], 2),
        (["--accept", "no-party-00000000"], 2),
        (["--note", "Ja"], 2),
        (["--accept", "no-party-00000000", "--note", "x" * 1001], 2),
    ],
)
def test_a_note_to_nothing_is_misuse(files, capsys, arguments, status):
    assert run(["check", "--corpus", str(files[1].parent), *arguments]) == status
    assert not (files[1].parent / "findings.toml").exists()


def test_the_model_agreement_is_sound(capsys):
    assert run(["check", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("No gaps or conflicts were found in 5 documents")
