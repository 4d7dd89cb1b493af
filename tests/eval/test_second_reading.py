"""How far two readers, and the program, agree on who answers."""

import json
import math
from pathlib import Path

import pytest

import eval
from corpus.party import Principal
from eval.question_set import read_question_set
from eval.second_reading import Agreement, Read, agreement, second_reading, table_row

QUESTIONS = Path(eval.__file__).parent / "questions"
M, R = frozenset({Principal.MUNICIPALITY}), frozenset({Principal.REGION})


def read(first, second, program) -> Read:
    return Read(first=first, second=second, program=program)


def test_shares_are_of_the_answered_and_of_those_on_which_the_readers_agree():
    found = agreement([read(M, M, M), read(M, M, R), read(M, R, R), read(M | R, R, M)])
    assert found == Agreement(answered=4, readers=0.5, first=0.25, second=0.5, where_both=0.5)
    assert table_row("lagar", "dev", found) == "| lagar | dev | 4 | 0.500 | 0.250 | 0.500 | 0.500 |"


def test_without_questions_there_is_no_share():
    found = agreement([])
    assert found.answered == 0
    assert math.isnan(found.readers)


def test_both_is_municipality_and_region(tmp_path):
    file = tmp_path / "r.jsonl"
    file.write_text(json.dumps({"id": "a", "principals": ["both"]}), encoding="utf-8")
    assert second_reading(file) == {"a": M | R}


@pytest.mark.parametrize("name", ["lagar", "modellavtal", "vardag_lagar", "vardag_modellavtal"])
def test_the_second_reader_read_all_of_dev_and_test_and_nothing_of_train(name):
    wanted = {
        each.id
        for each in read_question_set(QUESTIONS / f"{name}.jsonl").questions
        if each.part != "train" and each.answerable and each.principals is not None
    }
    assert set(second_reading(QUESTIONS / "second_reading" / f"{name}.jsonl")) == wanted
