"""The question set for the model agreement keeps its contract and asks about every clause."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.corpus.model_agreement import bodies, numbered, runs, words
from tests.eval.question_terms import PHASES, PRINCIPALS, STYLES, TYPES

QUESTIONS = Path(__file__).resolve().parents[2] / "eval" / "questions" / "modellavtal.jsonl"

SHARINGS = {"single", "both", "depends", "unnamed"}
SHARES = {"train": 0.40, "dev": 0.25, "test": 0.35}
ECHOED_RUN = 6
"""So many words in a row that also stand in a clause are an echo of it, not a question."""


@cache
def questions() -> tuple[dict, ...]:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def test_there_are_at_least_260_questions_with_running_ids():
    assert len(questions()) >= 260
    expected = [f"ma-{number:03d}" for number in range(1, len(questions()) + 1)]
    assert [question["id"] for question in questions()] == expected


def test_no_question_is_asked_twice():
    asked = Counter(" ".join(words(question["question"])) for question in questions())
    assert [text for text, times in asked.items() if times > 1] == []


@pytest.mark.parametrize(
    ("field", "allowed"),
    [
        ("style", STYLES),
        ("type", TYPES),
        ("phase", PHASES),
        ("sharing", SHARINGS),
        ("part", set(SHARES)),
    ],
)
def test_every_label_is_one_of_the_agreed_and_each_is_used(field, allowed):
    assert {question[field] for question in questions()} == allowed


def test_every_question_names_clauses_that_exist_and_each_once():
    for question in questions():
        assert question["answerable"] is True, question["id"]
        assert question["gold"], question["id"]
        assert len(set(question["gold"])) == len(question["gold"]), question["id"]
        assert set(question["gold"]) <= set(numbered()), question["id"]


def test_every_clause_is_asked_about():
    asked = {reference for question in questions() for reference in question["gold"]}
    assert set(numbered()) - asked == set()


def test_principals_agree_with_how_the_responsibility_is_shared():
    for question in questions():
        named = question["principals"]
        assert set(named) <= PRINCIPALS, question["id"]
        assert len(set(named)) == len(named), question["id"]
        assert (not named) == (question["sharing"] == "unnamed"), question["id"]
        assert question["sharing"] != "single" or len(named) == 1, question["id"]
        assert question["sharing"] != "both" or len(named) == 2, question["id"]


@pytest.mark.parametrize(("sharing", "least"), [("both", 20), ("depends", 10), ("unnamed", 6)])
def test_there_are_enough_questions_without_one_single_party(sharing, least):
    assert sum(question["sharing"] == sharing for question in questions()) >= least


@pytest.mark.parametrize(("part", "share"), SHARES.items())
def test_the_parts_keep_their_shares(part, share):
    count = sum(question["part"] == part for question in questions())
    assert count / len(questions()) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("part", SHARES)
def test_no_style_is_rare_in_any_part(part):
    styles = Counter(question["style"] for question in questions() if question["part"] == part)
    assert min(styles[style] for style in STYLES) >= sum(styles.values()) / 10


def test_no_two_questions_in_different_parts_are_worded_alike():
    asked = [(question["part"], set(words(question["question"]))) for question in questions()]
    alike = [
        (one, other)
        for i, (part, one) in enumerate(asked)
        for other_part, other in asked[:i]
        if part != other_part and len(one & other) / len(one | other) > 0.5
    ]
    assert alike == []


def test_half_of_the_clauses_of_the_test_part_are_seen_in_no_other_part():
    parts: dict[str, set[str]] = {}
    for question in questions():
        for reference in question["gold"]:
            parts.setdefault(reference, set()).add(question["part"])
    tested = [seen for seen in parts.values() if "test" in seen]
    assert sum(seen == {"test"} for seen in tested) >= len(tested) / 2


def test_no_question_echoes_a_clause():
    titles = [clause.title or "" for clause in numbered().values()]
    written = set().union(*(runs(text, ECHOED_RUN) for text in (*bodies().values(), *titles)))
    assert [q["id"] for q in questions() if runs(q["question"], ECHOED_RUN) & written] == []
