"""``ansvarslots matrix`` and ``ansvarslots corpus timeline`` as they are typed."""

import json

import openpyxl
import pytest

from bot.cli.app import run
from bot.matrix.wording import value_of

AGREEMENT = """---
title: Avtal om sår
kind: agreement
status: in_force
valid_from: 2026-01-01
valid_to: 2027-12-31
---

# Avtal om sår

## 1 Sår

1.1 Kommunen ska lägga om sår. Vårdcentralen ska följa upp.

1.2 Slutenvården ska meddela kommunen när patienten skrivs ut.
"""
DRAFT = (
    AGREEMENT.replace("in_force", "draft")
    .replace("2026-01-01", "2028-01-01")
    .replace("2027-12-31", "2031-12-31")
)


@pytest.fixture(autouse=True)
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "avtal"
    folder.mkdir()
    (folder / "avtal.md").write_text(AGREEMENT, encoding="utf-8")
    (folder / "utkast.md").write_text(DRAFT, encoding="utf-8")
    (folder / "manifest.toml").write_text('answers = ["in_force"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANSVARSLOTS_DATA", str(tmp_path / "data"))


def said(capsys, *arguments, status=0):
    assert run([*arguments, "--corpus", "avtal"]) == status
    found = capsys.readouterr()
    return found.err if status else found.out


def test_it_is_printed_as_a_list_in_a_pipe(capsys):
    assert said(capsys, "matrix", "--on", "2026-11-22", "--party", "vc") == (
        "Ansvar: 1. Punkter: 1. Dokument: 1. Dag: 2026-11-22.\n"
        "Dag: 2026-11-22\n"
        "Ansvarig: vårdcentral\n"
        "\n"
        "1 Sår\n"
        "Avtal om sår · GÄLLANDE · gäller 2026-01-01–2027-12-31\n"
        "\n"
        "punkt 1.1\n"
        "  Regionen\n"
        "  • vårdcentral: ska följa upp (under pågående vård)\n"
    )


def test_a_draft_is_shown_when_it_is_asked_for_by_status(capsys):
    out = said(capsys, "matrix", "--status", "utkast")
    assert "UTKAST – gäller inte" in out
    assert "GÄLLANDE" not in out


def test_json_tells_the_span_and_the_words_of_every_duty(capsys):
    told = json.loads(said(capsys, "matrix", "--on", "2026-11-22", "--json"))
    assert told["columns"] == {"municipality": 1, "region": 2, "both": 0}
    assert told["query"] == "on=2026-11-22"
    (topic,) = told["topics"]
    (duty,) = topic["rows"][0]["cells"]["municipality"]
    assert duty["quote"] == "Kommunen ska lägga om sår."
    assert duty["end"] - duty["start"] == len(duty["quote"])


def test_files_are_written_and_nothing_is_printed(capsys, tmp_path):
    assert said(capsys, "matrix", "--csv", "ut.csv", "--xlsx", "ut.xlsx") == ""
    assert (tmp_path / "ut.csv").read_bytes().startswith("\ufeffDokument;".encode())
    assert openpyxl.load_workbook(tmp_path / "ut.xlsx").sheetnames == ["Ansvar", "Lista", "Om"]


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["--phase", "xyz"], "takeover"),
        (["--status", "xyz"], "in_force"),
        (["--on", "i dag"], "2026-01-15"),
        (["--find", "x" * 300], "200"),
    ],
)
def test_misuse_is_told_with_the_mend(capsys, arguments, mend):
    assert mend in said(capsys, "matrix", *arguments, status=2)


def test_a_file_that_cannot_be_written_is_told(capsys):
    assert "finns/inte/ut.csv" in said(capsys, "matrix", "--csv", "finns/inte/ut.csv", status=1)


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("party", "Kommunen", "municipality"),
        ("party", "vc", "vårdcentral"),
        ("party", "båda", "both"),
        ("party", "ingen", "nobody"),
        ("party", "nobody", "nobody"),
        ("party", "både kommunen och regionen", "både kommunen och regionen"),
        ("status", "Gällande", "in_force"),
        ("phase", "utskrivning", "transfer"),
        ("phase", "takeover", "takeover"),
        ("phase", "betalning", "payment"),
        ("phase", "Försämring", "deterioration"),
        ("phase", "avslut", "end"),
        ("phase", "tvist", "dispute"),
        ("phase", "pågående", "under_way"),
        ("topic", "Vård i hemmet", "Vård i hemmet"),
    ],
)
def test_values_are_understood_as_people_write_them(key, written, value):
    assert value_of(key, written) == value


def test_the_timeline_is_printed(capsys):
    assert said(capsys, "corpus", "timeline", "--on", "2027-12-10") == (
        "2027-12-10\n"
        "! Avtal om sår gäller till och med 2027-12-31: 21 dagar kvar. Inget dokument som\n"
        "  ersätter det finns inlagt.\n"
        "\n"
        "▸ Avtal om sår\n"
        "  GÄLLANDE · gäller 2026-01-01–2027-12-31 · pågår, ger svar\n"
        "\n"
        "  Avtal om sår\n"
        "  UTKAST – gäller inte · skriven för 2028-01-01–2031-12-31 · kommande, visas vid\n"
        "  sidan av\n"
    )


def test_the_timeline_as_json_warns_too(capsys):
    told = json.loads(said(capsys, "corpus", "timeline", "--on", "2020-01-01", "--json"))
    assert told["uncovered"]
    assert told["warnings"] == ["Inget av dokumenten gäller den 2020-01-01."]
    assert [each["when"] for each in told["documents"]] == ["before", "before"]
