"""The commands of the evaluation as a maintainer runs them."""

import json
from pathlib import Path

import pytest

from bot.cli.app import run
from eval.result_file import Result, Run, result_wire, write_result
from tests.eval.outcomes import outcome

RUN = Run(
    command="c", date="2026-11-22", index_fingerprint="f", question_files={"s": "0"}, part=None
)
GOOD = [outcome("d#1", id=str(n)) for n in range(40)]
BAD = [outcome("d#9", id=str(n)) for n in range(20)] + GOOD[20:]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two results, the second much worse, in the working folder."""
    for name, outcomes in (("good", GOOD), ("bad", BAD)):
        wire = result_wire(Result(run=RUN, questions=tuple(outcomes)))
        write_result(tmp_path / f"{name}.json", wire)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], command: str, status: int = 0) -> tuple[str, str]:
    assert run(command.split()) == status
    found = capsys.readouterr()
    return found.out, found.err


def test_the_gate_is_given_a_baseline_and_stops_what_is_worse(folder, capsys):
    _, err = said(capsys, "eval gate good.json --baseline b.json", status=1)
    assert "--renew" in err
    said(capsys, "eval gate good.json --baseline b.json --renew")
    out, _ = said(capsys, "eval gate good.json --baseline b.json")
    assert out.endswith("Spärren är öppen. Jämförda frågor: 40.\n")
    out, _ = said(capsys, "eval gate bad.json --baseline b.json", status=1)
    assert "R@1: frågor som blev sämre: 20\n  set 0: Vem ansvarar?\n" in out
    assert "    före: d#1 · answered · region\n    efter: d#9 · answered · region\n" in out
    assert out.endswith("Spärren är stängd. Jämförda frågor: 40.\n")


def test_the_report_is_printed_and_written(folder, capsys):
    out, err = said(capsys, "eval report bad.json --html sida.html")
    assert out.startswith("40 frågor med kända svar ställdes 2026-11-22.")
    assert "Fel punkt först: 20" in out
    assert err == "Resultatet finns i sida.html\n"
    assert '<html lang="sv">' in (folder / "sida.html").read_text(encoding="utf-8")
    out, _ = said(capsys, "--lang en eval report bad.json")
    assert "Wrong clause first: 20" in out


def test_an_accepted_proposal_needs_a_place_to_go(folder, capsys):
    _, err = said(capsys, "eval propose f.jsonl --accept fb-1", status=2)
    assert "--part train" in err
    command = "eval propose f.jsonl --accept a --part dev --questions s --gold d#1 --unanswerable"
    _, err = said(capsys, command, status=2)
    assert "--gold" in err


def test_the_test_part_takes_no_proposals(folder, capsys):
    _, err = said(capsys, "eval propose f.jsonl --accept a --part test --questions s", status=2)
    assert "train, dev" in err


def test_a_run_asks_only_what_fits_and_compares_with_plain_search(folder, capsys, monkeypatch):
    documents = folder / "data" / "documents"
    documents.mkdir(parents=True)
    text = "# Avtal\n\n## 1 Sår\n\n1.1 Kommunen ska lägga om sår.\n\n1.2 Regionen ska betala.\n"
    (documents / "sar.md").write_text(text, encoding="utf-8")
    monkeypatch.setenv("ANSVARSLOTS_DATA", str(folder / "data"))
    manifest = 'answers = ["example"]\n[documents.sar]\nfile = "sar.md"\ntitle = "Avtal"\n'
    manifest += 'kind = "agreement"\nstatus = "example"\n'
    (documents / "manifest.toml").write_text(manifest, encoding="utf-8")
    asked = {"id": "a", "question": "vem lägger om sår?", "answerable": True, "gold": ["sar#1.1"]}
    (folder / "sar.jsonl").write_text(json.dumps(asked), encoding="utf-8")
    unanswerable = [
        {"id": name, "question": "vad?", "answerable": False, "corpus": name}
        for name in ("sar", "annat", "both")
    ]
    lines = "\n".join(map(json.dumps, unanswerable))
    (folder / "inte.jsonl").write_text(lines, encoding="utf-8")
    out, err = said(
        capsys, "eval run --questions sar.jsonl --questions inte.jsonl --baselines --json ut.json"
    )
    assert "Frågor som inte ställs: 1 " in err
    assert "BM25 på ordstammar" in out
    wire = json.loads((folder / "ut.json").read_text(encoding="utf-8"))
    assert [question["id"] for question in wire["questions"]] == ["a", "sar", "both"]
    assert wire["baselines"]["stems"]["R@1"] == 1.0
    assert wire["run"]["command"].endswith("--baselines")
