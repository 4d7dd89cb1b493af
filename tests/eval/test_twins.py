"""No question stands, in nearly the same words, in two parts of the sets.

How it is measured, and why, stands in ``eval/twins.py``.
"""

from pathlib import Path

import pytest

import eval
import retrieval
from eval.question_set import Question, QuestionSet, read_question_set
from eval.twins import runs, twins_across_parts

QUESTIONS = Path(eval.__file__).parent / "questions"
KNOWN = Path(retrieval.__file__).parent / "data" / "known_questions"


def twins(*questions: Question) -> list[tuple[str, str]]:
    set_ = QuestionSet(name="s", file="s.jsonl", sha256="", questions=questions)
    return [(one.question.id, other.question.id) for one, other in twins_across_parts([set_])]


def question(id: str, text: str, part: str, gold: tuple[str, ...] = ("d#1",)) -> Question:
    return Question(id=id, question=text, answerable=bool(gold), gold=gold, part=part)


def test_no_near_duplicate_crosses_the_parts_of_the_question_sets_and_the_known_questions():
    """The index holds the known questions: a question of ``test`` among them measures nothing."""
    known = [read_question_set(path) for path in sorted(KNOWN.glob("*.jsonl"))]
    assert len(known) >= 10
    assert {each.part for set_ in known for each in set_.questions} == {"train"}
    sets = [*(read_question_set(path) for path in sorted(QUESTIONS.glob("*.jsonl"))), *known]
    assert {"lagar", "modellavtal", "obesvarbara", "obesvarbara_2"} <= {set_.name for set_ in sets}
    found = [
        f"{one.set} {one.question.id} ({one.question.part}) and "
        f"{other.set} {other.question.id} ({other.question.part})"
        for one, other in twins_across_parts(sets)
    ]
    assert found == []


def test_a_run_is_five_characters_and_the_ends_are_marked():
    assert runs("vem gör") == {" vem ", "vem g", "em gö", "m gör", " gör "}
    assert runs("vad") == {" vad "}
    assert runs("") == {"  "}


@pytest.mark.parametrize(
    ("one", "other", "gold", "expected"),
    [
        # 14 of the 17 and 15 runs are shared: 14 / (17 + 15 - 14) = 0.78.
        ("Vem lägger om såret?", "vem lägger om sår", ("d#2",), True),
        ("Vem lägger om såret?", "Vem betalar för resan hem?", ("d#1",), False),
        # The words of the first all stand in the second.
        (
            "måste doktorn med på alla hembesök",
            "Vi vill ha doktorn med på alla hembesök. De säger nej. Måste de?",
            ("d#1",),
            True,
        ),
        (
            "måste doktorn med på alla hembesök",
            "Vi vill ha doktorn med på alla hembesök. De säger nej. Måste de?",
            ("d#2",),
            False,
        ),
        ("hej", "Hej på dig, hur mår du idag?", (), False),
    ],
)
def test_twins_share_runs_of_characters_or_gold_and_words(one, other, gold, expected):
    first = question("a", one, "train", ("d#1",) if gold else ())
    assert bool(twins(first, question("b", other, "test", gold))) is expected


def test_twins_in_the_same_part_do_no_harm():
    assert (
        twins(question("a", "Vem gör detta?", "dev"), question("b", "Vem gör detta", "dev")) == []
    )


def test_each_pair_is_told_once_in_the_order_of_the_questions():
    made = [
        question(id, "Vem gör detta här?", part)
        for id, part in zip("abc", ("dev", "test", "dev"), strict=True)
    ]
    assert twins(*made) == [("a", "b"), ("b", "c")]
