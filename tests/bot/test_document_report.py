"""What was read of a document, in numbers and names."""

from dataclasses import replace

import pytest

from bot.cli.document_report import report, report_lines
from bot.cli.texts import Say
from corpus.clause import Clause, ClauseId
from tests.eval.fake_service import DOCUMENT
from tests.eval.made_clauses import CLAUSE, DUTY


def clause(id: str, *, duties=()) -> Clause:
    return replace(CLAUSE, document=DOCUMENT.id, id=ClauseId(id), duties=duties)


@pytest.mark.parametrize(
    ("id", "numbered"),
    [
        ("3.4", True),
        ("4:3", True),
        ("9g", True),
        ("1", True),
        ("A1", True),
        ("overgang:2017-30:1", True),
        ("inledning", False),
        ("mal-2026", False),
        ("2026-ars-mal", False),
    ],
)
def test_a_clause_is_numbered_when_its_id_is_a_number(id, numbered):
    assert report(DOCUMENT, [clause(id)]).unnumbered == (() if numbered else (id,))


def test_clauses_are_sorted_by_what_they_lack():
    partyless = replace(DUTY, parties=())
    made = report(
        DOCUMENT,
        [
            clause("1", duties=(DUTY, partyless)),
            clause("2", duties=(partyless,)),
            clause("3"),
            clause("3"),
            replace(clause("4"), document="annat"),
        ],
    )
    assert (made.clauses, made.partyless, made.dutyless) == (("1", "2", "3"), ("1", "2"), ("3",))


def test_the_report_reads_so():
    clauses = [clause("syfte", duties=(DUTY,)), *(clause(f"1.{n}") for n in range(1, 15))]
    assert list(report_lines(report(DOCUMENT, clauses), Say("sv"))) == [
        "Avtal (avtal): 15 punkter lästa.",
        "  Utan eget nummer: 1 (syfte)",
        "  Varje angivet ansvar har en part.",
        "  Anger inget ansvar: 14 (1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 1.11, 1.12 "
        "och 2 till)",
    ]


def test_a_single_duty_without_a_party_is_told_of():
    clauses = [clause("1", duties=(DUTY, replace(DUTY, parties=()))), clause("2", duties=(DUTY,))]
    made = report(DOCUMENT, clauses)
    assert list(report_lines(made, Say("sv")))[2:] == ["  Anger något ansvar utan part: 1 (1)"]
    assert list(report_lines(made, Say("en")))[2:] == ["  State some duty without a party: 1 (1)"]
