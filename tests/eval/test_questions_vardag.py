"""The everyday questions keep their contract: thought of before any text was opened."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from retrieval.redact import PersonalKind, redact
from tests.corpus.model_agreement import corpus as agreement
from tests.corpus.model_agreement import words
from tests.eval.question_terms import PRINCIPALS, STYLES, TYPES
from tests.eval.test_questions_lagar import numbers_that_open_a_line, statutes
from tests.eval.test_questions_obesvarbara import TYPES as UNANSWERABLE_TYPES

FOLDER = Path(__file__).resolve().parents[2] / "eval" / "questions"
CORPORA = ("lagar", "modellavtal")
PREFIXES = {"lagar": "vl-", "modellavtal": "vm-"}
FIELDS = {
    *{"id", "question", "gold", "answerable", "principals", "style", "type", "part"},
    "everyday",
}
LEAST = {"train": 100, "dev": 60, "test": 100}
PERSONAL = set(PersonalKind) - {PersonalKind.NAME}


@cache
def questions(corpus: str) -> tuple[dict, ...]:
    lines = (FOLDER / f"vardag_{corpus}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@pytest.mark.parametrize("corpus", CORPORA)
def test_each_question_has_the_fields_of_the_contract(corpus):
    for row in questions(corpus):
        more = set() if row["answerable"] else {"corpus"}
        assert set(row) - {"sought"} == FIELDS | more, row["id"]
        assert "sought" not in row or (row["sought"], row["answerable"]) == (True, False)
        assert row["id"].startswith(PREFIXES[corpus])
        assert row["everyday"] is True, row["id"]
        assert row["style"] in STYLES, row["id"]
        assert row["type"] in (TYPES if row["answerable"] else UNANSWERABLE_TYPES), row["id"]
        assert row["answerable"] is bool(row["gold"]), row["id"]
        assert row.get("corpus", corpus) == corpus, row["id"]
        assert set(row["principals"]) <= (PRINCIPALS if row["answerable"] else set()), row["id"]
        assert not set(redact(row["question"]).kinds) & PERSONAL, row["id"]


@pytest.mark.parametrize("corpus", CORPORA)
def test_ids_and_wordings_are_unlike_one_another(corpus):
    rows = questions(corpus)
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({" ".join(words(row["question"])) for row in rows}) == len(rows)


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("part", LEAST)
def test_every_part_has_enough_of_both_kinds(corpus, part):
    rows = [row for row in questions(corpus) if row["part"] == part and "sought" not in row]
    assert len(rows) >= LEAST[part]
    assert 0.1 <= Counter(row["answerable"] for row in rows)[False] / len(rows) <= 0.4


def test_what_was_sought_because_nothing_answers_it_is_not_measured_with():
    sought = [row for corpus in CORPORA for row in questions(corpus) if "sought" in row]
    assert {row["part"] for row in sought} == {"train", "dev"}


def test_what_the_agreement_is_asked_stands_in_it():
    gold = {reference for row in questions("modellavtal") for reference in row["gold"]}
    assert gold <= {clause.reference for clause in agreement().clauses}


def test_what_the_statutes_are_asked_stands_in_them():
    known = {
        f"{stem}#{number}"
        for stem, text in statutes().items()
        for number in numbers_that_open_a_line(text)
    }
    assert {reference for row in questions("lagar") for reference in row["gold"]} <= known
