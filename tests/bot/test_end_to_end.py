"""The commands as a person runs them, on a small folder of documents of their own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.app import run

OLD = """# Avtal om sår

## 1 Omläggning

1.1 Kommunen ska lägga om sår hos den som är inskriven i hemsjukvården.

1.2 Vårdcentralen ska bedöma såret varje månad.

1.3 Regionen ska betala sårmaterialet.
"""

MANIFEST = """# våra dokument
answers = ["example"]

[documents.sar]
file = "sar.md"
title = "Avtal om sår"
kind = "agreement"
status = "example"
valid_from = 2026-01-01
"""

NEW = """# Nytt avtal om sår

## 1 Omläggning

1.1 Regionen ska lägga om sår hos den som är inskriven i hemsjukvården.

## Syfte

Avtalet beskriver ansvaret.
"""

ADD = ["--title", "Nytt avtal", "--kind", "avtal", "--status", "gällande"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with own documents; the model's cache is the machine's."""
    documents = tmp_path / "data" / "documents"
    documents.mkdir(parents=True)
    (documents / "sar.md").write_text(OLD, encoding="utf-8")
    (documents / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    monkeypatch.setenv("ANSVARSLOTS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    """What a command prints on standard output and on standard error."""
    assert run(list(arguments)) == status
    said = capsys.readouterr()
    return said.out, said.err


def test_a_question_builds_the_default_index_once_and_quotes_the_clause(home, capsys):
    out, err = asked(capsys, "ask", "vem ska lägga om sår i hemsjukvården?")
    assert err == "Indexet byggs första gången. Det tar en liten stund …\n"
    assert "▸ Kommunen ska lägga om sår hos den som är inskriven i hemsjukvården.\n" in out
    assert "EXEMPEL – inte gällande" in out
    assert max(map(len, out.splitlines())) <= 80
    _, err = asked(capsys, "ask", "vem ska lägga om sår i hemsjukvården?")
    assert err == ""


def test_a_changed_document_is_read_again_before_the_answer(home, capsys):
    asked(capsys, "index")
    (home / "data" / "documents" / "sar.md").write_text(NEW, encoding="utf-8")
    out, err = asked(capsys, "ask", "vem ska lägga om sår i hemsjukvården?")
    assert err.startswith("Dokumenten eller programmet har ändrats.")
    assert "▸ Regionen ska lägga om sår" in out


def test_the_answer_as_json_quotes_the_document_at_its_offsets(home, capsys):
    out, _ = asked(capsys, "ask", "--json", "--on", "2026-11-22", "vem betalar sårmaterialet?")
    answer = json.loads(out)
    assert (answer["on"], answer["lang"]) == ("2026-11-22", "sv")
    assert [citation["reference"] for citation in answer["citations"]][:1] == ["sar#1.3"]


def test_the_answer_comes_in_english_when_asked_for(home, capsys):
    out, err = asked(capsys, "--lang", "en", "ask", "who pays for the wound material?")
    assert "The index is being built for the first time." in err
    assert "EXAMPLE – not in force" in out


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_indexed(home, capsys):
    (home / "data" / "documents" / "tom.md").write_text("", encoding="utf-8")
    out, err = asked(capsys, "index", status=1)
    assert out.startswith("Klart. Lästa dokument: 1. Punkter: 3.")
    assert "tom.md: filen är tom." in err


def test_the_clauses_of_an_index_are_listed_as_json(home, capsys):
    corpus, index = str(home / "data" / "documents"), str(home / "index")
    asked(capsys, "index", "--corpus", corpus, "--index", index)
    out, _ = asked(capsys, "corpus", "list", "--index", index, "--clauses", "--json")
    assert json.loads(out) == ["sar#1.1", "sar#1.2", "sar#1.3"]
    out, _ = asked(capsys, "corpus", "list", "--index", index, "--json")
    assert [(d["id"], d["status"], d["clauses"]) for d in json.loads(out)] == [
        ("sar", "example", 3)
    ]


def test_an_agreement_that_is_added_answers_from_then_on_and_can_be_removed(home, capsys):
    file = home / "Nytt avtal.md"
    file.write_text(NEW, encoding="utf-8")
    out, _ = asked(capsys, "corpus", "add", str(file), *ADD, "--valid-from", "2026-06-01")
    assert "Nytt avtal (nytt-avtal): 2 punkter lästa.\n" in out
    assert "  Utan eget nummer: 1 (syfte)\n" in out
    assert "Från och med nu är det gällande dokument som svarar" in out
    out, err = asked(capsys, "ask", "--on", "2026-11-22", "vem lägger om sår i hemsjukvården?")
    assert err == ""
    assert "▸ Regionen ska lägga om sår" in out
    assert "GÄLLANDE · gäller från 2026-06-01" in out

    out, _ = asked(capsys, "corpus", "remove", "nytt-avtal", "--yes")
    assert "Nu svarar exemplen igen" in out
    assert (home / "data" / "documents" / "manifest.toml").read_text(encoding="utf-8") == MANIFEST
    assert not (home / "data" / "documents" / "Nytt avtal.md").exists()
    assert file.exists()


def test_a_file_that_cannot_be_added_changes_nothing(home, capsys):
    before = sorted(home.rglob("*"))
    (home / "tom.docx").write_bytes(b"")
    _, err = asked(capsys, "corpus", "add", str(home / "tom.docx"), *ADD, status=1)
    assert err.startswith("tom.docx: ")
    assert [path for path in sorted(home.rglob("*")) if path.name != "tom.docx"] == before


def test_a_file_with_an_odd_name_is_kept_under_a_plain_one(home, capsys):
    file = home / ("ny\n\x1b[31m" + "å" * 115 + ".md")
    file.write_text(NEW, encoding="utf-8")
    out, _ = asked(capsys, "corpus", "add", str(file), *ADD, "--id", "nytt")
    assert "Nytt avtal (nytt): 2 punkter lästa.\n" in out
    (copy,) = (home / "data" / "documents").glob("ny*.md")
    assert copy.name.isprintable()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["remove", "finns-inte", "--yes"], "Det finns inget dokument finns-inte."),
        (["remove", "sar", "--yes"], "sar är det enda dokumentet i"),
        (["add", "finns-inte.md", *ADD], "Filen finns-inte.md finns inte."),
        (["add", "data", *ADD], "data är en mapp."),
        (
            ["add", "data/documents/sar.md", *ADD, "--id", "sar"],
            "Det finns redan ett dokument med id sar.",
        ),
        (
            ["add", "data/documents/sar.md", *ADD, "--id", "annat"],
            "Det finns redan en fil sar.md i mappen.",
        ),
        (
            ["add", "x.md", *ADD, "--valid-from", "2027-01-01", "--valid-to", "2026-01-01"],
            "Sista giltighetsdag 2026-01-01 är före första giltighetsdag 2027-01-01.",
        ),
        (["show", "finns-inte", "--corpus", "data/documents"], "Det finns inget dokument"),
        (["show", "sar#9", "--corpus", "data/documents"], "sar har ingen punkt 9."),
        (["list", "--corpus", "x", "--index", "y"], "Både --corpus och --index är angivna."),
    ],
)
def test_a_mistake_is_told_with_the_mend(home, capsys, arguments, said):
    (home / "x.md").write_text(NEW, encoding="utf-8")
    out, err = asked(capsys, "corpus", *arguments, status=2)
    assert (out, err[: len(said)]) == ("", said)


def test_a_clause_is_shown_with_its_place_and_standing(home, capsys):
    out, _ = asked(capsys, "corpus", "show", "sar#1.2", "--corpus", "data/documents")
    assert out.startswith("Avtal om sår\n")
    assert "punkt 1.2" in out
    assert "EXEMPEL – inte gällande · skriven för tiden från 2026-01-01\n" in out
    assert "\nVårdcentralen ska bedöma såret varje månad.\n" in out


def test_the_doctor_finds_a_missing_index_and_then_nothing(home, capsys):
    out, _ = asked(capsys, "doctor", status=1)
    assert "✗ Index: Det finns inget index i" in out
    assert out.endswith("Att åtgärda: 1.\n")
    asked(capsys, "index")
    out, _ = asked(capsys, "doctor")
    assert out.endswith("Allt är i ordning.\n")


def test_an_evaluation_writes_the_contract_and_its_page(home, capsys):
    line = {
        "id": "q1",
        "question": "vem ska lägga om sår i hemsjukvården?",
        "gold": ["sar#1.1"],
        "answerable": True,
        "principals": ["municipality"],
        "style": "formal",
        "part": "dev",
    }
    (home / "fragor.jsonl").write_text(json.dumps(line), encoding="utf-8")
    files = ["--questions", "fragor.jsonl", "--json", "ut.json", "--markdown", "sida.md"]
    out, _ = asked(capsys, "eval", "run", *files, "--part", "dev")
    assert "R@1" in out
    wire = json.loads((home / "ut.json").read_text(encoding="utf-8"))
    assert wire["questions"][0]["ranked"][0]["clause"] == "sar#1.1"
    assert wire["totals"]["citation_validity"] == 1.0
    assert "ansvarslots eval run --questions fragor.jsonl --part dev" in (
        home / "sida.md"
    ).read_text(encoding="utf-8")
    out, _ = asked(capsys, "eval", "compare", "ut.json", "ut.json")
    assert "Frågor som ändrats: 0" in out
    out, _ = asked(capsys, "eval", "check", "--questions", "fragor.jsonl")
    assert out == "Inga fel i frågorna (1 frågor).\n"
    _, err = asked(capsys, "eval", "run", *files, "--part", "test", status=2)
    assert err.startswith("Inga frågor att ställa i fragor.jsonl.")
