"""Faults in a question set, and what a change did to the answers."""

import pytest

from eval.check import Fault, check
from eval.compare import compare
from eval.question_set import Question, QuestionSet
from eval.wording import wording
from tests.eval.made_clauses import CLAUSE
from tests.eval.outcomes import outcome


def faults(*questions: Question) -> list[tuple[str, Fault, str]]:
    set_ = QuestionSet(name="s", file="s.jsonl", sha256="", questions=questions)
    return [(found.question, found.fault, found.about) for found in check([set_], [CLAUSE])]


def question(id: str, text: str = "Vem bedömer?", **changed) -> Question:
    return Question(**{"id": id, "question": text, "answerable": True, "gold": ["d#1"], **changed})


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"principals": ["region"]}, []),
        ({"principals": ["both"]}, []),
        ({"principals": []}, []),
        ({"gold": ["d#2"]}, [("a", Fault.UNKNOWN_GOLD, "d#2")]),
        ({"gold": []}, [("a", Fault.NO_GOLD, "")]),
        ({"principals": ["municipality"]}, [("a", Fault.CONTRADICTED, "region")]),
        ({"answerable": False, "gold": []}, []),
    ],
)
def test_each_fault_of_a_question_is_found(changed, expected):
    assert faults(question("a", **changed)) == expected


def test_the_same_words_are_a_duplicate_whatever_the_case_and_punctuation():
    assert wording("Vem  bedömer?!") == wording("vem bedömer")
    twins = faults(question("a"), question("b", "vem bedömer"))
    assert twins == [("b", Fault.DUPLICATE, "a")]


def many(right: int, wrong: int):
    made = [outcome("d#1", id=f"r{n}") for n in range(right)]
    return made + [outcome("d#9", id=f"w{n}") for n in range(wrong)]


def test_a_result_compared_with_itself_has_not_moved():
    made = compare(many(5, 5), many(5, 5))
    assert made.changed == ()
    assert all((s.old, s.low, s.high) == (s.new, 0.0, 0.0) for s in made.shifts)


def test_a_large_change_is_sure_and_lists_its_questions():
    old = [outcome("d#9", id=str(n)) for n in range(40)]
    new = [outcome("d#1", id=str(n)) for n in range(30)] + old[30:]
    made = compare(old, new)
    shift = next(shift for shift in made.shifts if shift.figure == "R@1")
    assert (shift.old, shift.new) == (0.0, 0.75)
    assert shift.sure
    assert shift.better
    assert len(made.changed) == 30


def test_one_question_in_forty_is_within_noise():
    old = [outcome("d#9", id=str(n)) for n in range(40)]
    made = compare(old, [outcome("d#1", id="0"), *old[1:]])
    shift = next(shift for shift in made.shifts if shift.figure == "R@1")
    assert not shift.sure


def test_fewer_false_refusals_are_better():
    made = compare([outcome(status="not_found")], [outcome(status="answered")])
    shift = next(shift for shift in made.shifts if shift.figure == "false_refusals")
    assert shift.better


def test_only_questions_that_both_have_are_compared():
    made = compare([outcome(id="a"), outcome(id="b")], [outcome(id="b"), outcome(id="c")])
    assert (made.only_old, made.only_new) == (1, 1)
