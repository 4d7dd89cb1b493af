"""Unanswerable questions are asked only of documents that do not answer them."""

import json
from pathlib import Path

import pytest

from eval.askable import askable, held_corpora, without_known_gold
from eval.question_set import Question, QuestionSet

LAWS = frozenset({"lag#1", "lag#2"})
AGREEMENT = frozenset({"avtal#1"})


def unanswerable(corpus: str | None) -> Question:
    return Question(id=corpus or "-", question="Vad?", answerable=False, corpus=corpus)


def answerable(id: str, *gold: str) -> Question:
    return Question(id=id, question="Vem?", answerable=True, gold=gold)


def question_set(name: str, *questions: Question) -> QuestionSet:
    return QuestionSet(name=name, file=f"{name}.jsonl", sha256="", questions=questions)


UNANSWERABLE = question_set(
    "obesvarbara", *map(unanswerable, (None, "both", "lagar", "modellavtal"))
)
SETS = [
    question_set("lagar", answerable("a", "lag#1"), answerable("b", "lag#2")),
    question_set("modellavtal", answerable("c", "avtal#1")),
    UNANSWERABLE,
]


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        (LAWS, {"lagar"}),
        (AGREEMENT, {"modellavtal"}),
        (LAWS | AGREEMENT, {"lagar", "modellavtal"}),
        ({"lag#1"}, {"lagar"}),  # one of two gold clauses is half
        ({"annat#1"}, set()),
    ],
)
def test_a_corpus_is_held_when_half_of_its_sets_gold_is_in_the_index(references, expected):
    assert held_corpora(SETS, [], references) == expected


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ({"lagar"}, ["-", "both", "lagar"]),
        ({"modellavtal"}, ["-", "both", "modellavtal"]),
        ({"lagar", "modellavtal"}, ["-", "both"]),
        (set(), ["-", "both"]),
    ],
)
def test_a_question_is_asked_when_its_corpus_alone_is_held(held, asked):
    kept = askable([UNANSWERABLE], held)
    assert [question.id for question in kept[0].questions] == asked


def test_the_set_of_a_corpus_is_looked_for_beside_the_files_that_are_asked(tmp_path: Path):
    line = {"id": "a", "question": "Vem?", "answerable": True, "gold": ["lag#1"]}
    (tmp_path / "lagar.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert held_corpora([UNANSWERABLE], [tmp_path], LAWS) == {"lagar"}
    assert held_corpora([UNANSWERABLE], [tmp_path / "annan"], LAWS) == set()


def test_questions_whose_gold_is_in_other_documents_are_counted():
    assert without_known_gold(SETS, LAWS) == 1
    assert without_known_gold(SETS, LAWS | AGREEMENT) == 0
