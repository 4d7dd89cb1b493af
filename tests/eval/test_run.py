"""A run asks each question on its day and proves every citation anew."""

import json
from datetime import date

import pytest

from corpus.progress import quiet
from corpus.status import Status
from eval.citation_check import invalid_citations
from eval.errors import BadResult
from eval.question_set import Question, QuestionSet
from eval.result_file import Result, read_result, result_wire, run_facts, write_result
from eval.run import run_sets
from eval.table import main_rows, markdown
from tests.eval.fake_service import DOCUMENT, TEXT, FakeService, citation

ON = date(2026, 11, 22)
SET = QuestionSet(
    name="avtal",
    file="avtal.jsonl",
    sha256="1" * 64,
    questions=(
        Question(id="a", question="Vem?", answerable=True, gold=("avtal#1",), style="formal"),
        Question(id="b", question="När?", answerable=False, on=date(2025, 1, 1), type="when"),
    ),
)


def result(service: FakeService) -> Result:
    outcomes = run_sets(service, [SET], on=ON, progress=quiet)
    facts = run_facts(
        command="ansvarslots eval run", date="2026-11-22", fingerprint="f", sets=[SET], part=None
    )
    return Result(run=facts, questions=outcomes)


def test_each_question_is_asked_as_of_its_own_day_or_the_runs():
    service = FakeService(citation(0, 20))
    outcomes = run_sets(service, [SET], on=ON, progress=quiet)
    assert [outcome.on for outcome in outcomes] == [ON, date(2025, 1, 1)]
    assert service.days[1:] == [ON, date(2025, 1, 1)]  # the first only warms up


def test_progress_is_told_from_none_to_all():
    told = []
    run_sets(FakeService(citation(0, 20)), [SET], on=ON, progress=lambda *step: told.append(step))
    assert told == [("questions", 0, 2), ("questions", 1, 2), ("questions", 2, 2)]


def test_the_result_file_has_the_shape_of_the_contract(tmp_path):
    write_result(tmp_path / "ut" / "a.json", result_wire(result(FakeService(citation(0, 20)))))
    wire = json.loads((tmp_path / "ut" / "a.json").read_text(encoding="utf-8"))
    first = wire["questions"][0]
    assert first["id"] == "a"
    assert first["ranked"] == [{"clause": "avtal#1", "score": 0.7}]
    assert (first["status"], first["principals"], first["milliseconds"]) == ("answered", [], 3.0)
    assert first["steps"] == {"search": 2.0}
    assert wire["totals"]["R@1"] == 1.0
    assert wire["totals"]["false_answers"] == 1.0
    assert wire["totals"]["intervals"]["R@1"] == [1.0, 1.0]
    assert wire["totals"]["milliseconds_p50"] == 3.0
    assert wire["run"]["question_files"] == {"avtal.jsonl": "1" * 64}
    assert set(wire["styles"]) == {"formal"}


def test_a_result_file_is_read_as_it_was_written(tmp_path):
    made = result(FakeService(citation(0, 20)))
    write_result(tmp_path / "a.json", result_wire(made))
    assert read_result(tmp_path / "a.json") == made


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"run": 1, "questions": []}'])
def test_a_file_that_is_no_result_is_named(tmp_path, text):
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadResult, match=r"x\.json"):
        read_result(tmp_path / "x.json")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (citation(0, 20), None),
        (citation(0, 20, quote="Regionen får bedöma."), "quote is not the text at its offsets"),
        (citation(0, 20, start=1, end=21), "quote is not the text at its offsets"),
        (citation(0, 20, end=len(TEXT) + 1), "offsets outside the document"),
        (citation(0, 20, document="annat"), "no such document"),
        (citation(0, 20, status=Status.IN_FORCE), "status is not the document's"),
        (citation(0, 20, decisive=(5, 30)), "deciding sentence outside the quote"),
    ],
)
def test_a_citation_that_does_not_hold_is_found(given, fault):
    found = invalid_citations([given], {DOCUMENT.id: DOCUMENT})
    assert found == ((f"{given.reference}: {fault}",) if fault else ())


def test_the_tables_show_every_figure_and_how_they_were_made():
    wire = result_wire(result(FakeService(citation(0, 20))))
    assert main_rows(wire, "sv")[:3] == [
        ["mått", "avtal"],
        ["frågor", "2"],
        ["R@1", "1.000 (1.000–1.000)"],
    ]
    page = markdown(wire, "Figures")
    assert page.startswith("# Figures\n\nMade by:\n\n```\nansvarslots eval run\n```\n")
    assert "| R@1 | 1.000 (1.000–1.000) |" in page
    assert "| formal | 1 | 1.000 (1.000–1.000) |" in page
    assert "- `avtal.jsonl` (SHA-256 `111111111111`)" in page
