"""A folder's own known questions are read whole, or the bad line is named with the mend."""

import json
import os
from pathlib import Path

import pytest

from corpus.errors import BadKnownQuestions
from retrieval.known import FILE, KnownQuestion, own_questions

GOOD = {"question": "Vem betalar?", "gold": ["avtal#1.1"]}


def write(folder: Path, *lines: object) -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_the_file_has_none(tmp_path: Path):
    assert own_questions(tmp_path) == ()


def test_each_line_is_a_question_with_the_clauses_that_answer_it(tmp_path: Path):
    signed = GOOD | {"signatures": ["00ff00ff00ff00ff"]}
    found = own_questions(write(tmp_path, GOOD, "", "   ", signed))
    expected = KnownQuestion(question="Vem betalar?", gold=("avtal#1.1",))
    assert found == (expected, expected.model_copy(update={"signatures": ("00ff00ff00ff00ff",)}))


def test_a_line_of_a_question_set_will_do_and_one_without_gold_is_passed_over(tmp_path: Path):
    line = GOOD | {"id": "q1", "answerable": True, "part": "train", "principals": ["region"]}
    nothing = {"id": "q2", "question": "Vad blir det för väder?", "gold": [], "answerable": False}
    assert [each.question for each in own_questions(write(tmp_path, line, nothing))] == [
        "Vem betalar?"
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_a_spreadsheet_or_windows_writes_is_read(tmp_path: Path, ends: str):
    text = f"\ufeff{json.dumps(GOOD)}{ends}{json.dumps(GOOD | {'question': 'När då – åäö?'})}{ends}"
    (tmp_path / FILE).write_bytes(text.encode("utf-8"))
    assert [each.question for each in own_questions(tmp_path)] == ["Vem betalar?", "När då – åäö?"]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        "null",
        "Vem betalar?",
        {"gold": ["avtal#1.1"]},
        GOOD | {"gold": "avtal#1.1"},
        GOOD | {"gold": [1]},
        GOOD | {"question": None},
        GOOD | {"signatures": ["xyz"]},
        GOOD | {"signatures": ["FF"]},
        '{"question": "\\ud800", "gold": ["avtal#1.1"]}',
    ],
)
def test_a_bad_line_is_named_with_the_mend(tmp_path: Path, bad: object):
    with pytest.raises(BadKnownQuestions) as error:
        own_questions(write(tmp_path, GOOD, "", bad))
    for lang, line in (("sv", "rad 3"), ("en", "line 3")):
        told = error.value.text(lang)
        assert str(tmp_path / FILE) in told
        assert line in told
        assert '{"question": "…", "gold": ["' in told


def test_a_file_that_is_no_text_is_told(tmp_path: Path):
    (tmp_path / FILE).write_bytes("å".encode("latin-1"))
    with pytest.raises(BadKnownQuestions, match="UTF-8"):
        own_questions(tmp_path)


def test_a_folder_of_that_name_is_told(tmp_path: Path):
    (tmp_path / FILE).mkdir()
    with pytest.raises(BadKnownQuestions, match="det är en mapp"):
        own_questions(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may read anything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path):
    write(tmp_path, GOOD)
    (tmp_path / FILE).chmod(0)
    with pytest.raises(BadKnownQuestions, match="behörighet"):
        own_questions(tmp_path)
