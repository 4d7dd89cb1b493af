"""The known questions that come with the program are well formed and fit the model agreement."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import retrieval
from retrieval.index.asked import ENOUGH
from retrieval.known import outside_questions, shipped_questions, signature
from retrieval.redact import PersonalKind, redact
from tests.corpus.model_agreement import corpus

FOLDER = Path(retrieval.__file__).parent / "data" / "known_questions"
OUTSIDE = "obesvarbara"
FIELDS = {"id", "question", "gold", "answerable", "principals", "style", "type", "part"}
STYLES = {"formal", "colloquial", "abbreviation", "misspelt", "long", "english"}
PRINCIPALS = {"municipality", "region", "individual", "other"}
PERSONAL = set(PersonalKind) - {PersonalKind.NAME}


@cache
def rows(name: str) -> tuple[dict, ...]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def answered() -> list[dict]:
    return [row for name in names() if name != OUTSIDE for row in rows(name)]


@cache
def agreement() -> dict[str, str]:
    """Each clause's signature as it is written, by its reference."""
    texts = {document.id: document.text for document in corpus().documents}
    return {
        c.reference: f"{signature(texts[c.document][c.start : c.end]):016x}"
        for c in corpus().clauses
    }


def test_there_are_questions_to_the_agreement_to_the_statutes_and_to_neither():
    assert OUTSIDE in names()
    assert {name.rsplit("-", 1)[0] for name in names()} == {
        "halso-och-sjukvard",
        "modellavtal",
        "patient",
        "socialtjanst",
        OUTSIDE,
    }


@pytest.mark.parametrize("name", names())
def test_each_line_keeps_its_contract(name: str):
    more = {"corpus"} if name == OUTSIDE else {"signatures"}
    assert len(rows(name)) > 100
    for row in rows(name):
        assert set(row) - {"phase"} == FIELDS | more, row["id"]
        assert row["part"] == "train", row["id"]
        assert row["style"] in STYLES, row["id"]
        assert set(row["principals"]) <= PRINCIPALS, row["id"]
        assert row["question"] == row["question"].strip() != "", row["id"]
        assert row["answerable"] is bool(row["gold"]) is (name != OUTSIDE), row["id"]


def test_every_gold_has_its_signature():
    for row in answered():
        assert len(row["signatures"]) == len(row["gold"]) == len(set(row["gold"])), row["id"]


def test_no_id_is_used_twice_and_no_file_asks_a_question_twice():
    ids = Counter(row["id"] for name in names() for row in rows(name))
    assert ids.most_common(1)[0][1] == 1
    for name in names():
        asked = Counter(" ".join(row["question"].lower().split()) for row in rows(name))
        assert [text for text, times in asked.items() if times > 1] == [], name


def test_no_question_holds_anybodys_number_or_address():
    found = {
        row["id"]: kinds
        for name in names()
        for row in rows(name)
        if (kinds := set(redact(row["question"]).kinds) & PERSONAL)
    }
    assert found == {}


def test_what_is_known_of_the_model_agreement_stands_in_it_word_for_word():
    for row in answered():
        for reference, written in zip(row["gold"], row["signatures"], strict=True):
            if reference.startswith("modell-"):
                assert agreement().get(reference) == written, (row["id"], reference)


def test_every_clause_that_is_known_at_all_has_enough_and_the_agreements_all_are():
    asked = Counter(reference for row in answered() for reference in row["gold"])
    assert set(agreement()) <= set(asked)
    assert {reference: count for reference, count in asked.items() if count < ENOUGH} == {}


def test_a_file_to_the_agreement_asks_of_it_alone():
    for name in names():
        ours = {each.startswith("modell-") for row in rows(name) for each in row["gold"]}
        assert ours == {"modellavtal": {True}, OUTSIDE: set()}.get(name.split("-")[0], {False})


def test_the_program_reads_every_line():
    assert len(shipped_questions()) == len(answered())
    everywhere = [row["question"] for row in rows(OUTSIDE) if row["corpus"] == "both"]
    assert list(outside_questions()) == everywhere
    assert len(everywhere) > 100
