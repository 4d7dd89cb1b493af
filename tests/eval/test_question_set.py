"""Question sets are read whole, and a bad line is named."""

import json
from hashlib import sha256

import pytest

from eval.errors import BadQuestion, MissingQuestions
from eval.question_set import read_question_set

GOOD = {
    "id": "q1",
    "question": "Vem ansvarar för såret?",
    "gold": ["avtal#3.4"],
    "answerable": True,
    "principals": ["municipality"],
    "style": "formal",
    "type": "who",
}


def written(tmp_path, *lines):
    path = tmp_path / "avtal.jsonl"
    text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(text), encoding="utf-8")
    return path


def test_a_question_has_the_fields_of_the_contract_and_keeps_the_others(tmp_path):
    path = written(tmp_path, {**GOOD, "on": "2026-01-15", "phase": "start"}, "", "  ")
    made = read_question_set(path)
    question = made.questions[0]
    assert (made.name, made.file) == ("avtal", "avtal.jsonl")
    assert made.sha256 == sha256(path.read_bytes()).hexdigest()
    assert question.gold == ("avtal#3.4",)
    assert question.on.isoformat() == "2026-01-15"
    assert question.model_extra == {"phase": "start"}


def test_only_the_question_its_id_and_whether_it_can_be_answered_are_needed(tmp_path):
    path = written(tmp_path, {"id": 7, "question": "Vad är klockan?", "answerable": False})
    question = read_question_set(path).questions[0]
    assert (question.id, question.gold, question.principals) == ("7", (), None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not a JSON object"),
        ("[]", "not a JSON object"),
        ({**GOOD, "question": ""}, "question: "),
        ({**GOOD, "principals": ["landstinget"]}, "principals.0: "),
        ({**GOOD, "on": "igår"}, "on: "),
        ({"id": "q", "question": "Vem?"}, "answerable: "),
        ({**GOOD, "answerable": False}, "unanswerable question has gold"),
        (GOOD, "id q1: already used"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(tmp_path, line, reason):
    with pytest.raises(BadQuestion) as caught:
        read_question_set(written(tmp_path, GOOD, line))
    assert caught.value.text("sv").startswith("avtal.jsonl, rad 2: ")
    assert reason in caught.value.text("en")


def test_a_file_that_is_missing_or_not_utf8_is_named(tmp_path):
    with pytest.raises(MissingQuestions, match="går inte att läsa"):
        read_question_set(tmp_path / "saknas.jsonl")
    (tmp_path / "latin.jsonl").write_bytes("å".encode("latin-1"))
    with pytest.raises(MissingQuestions, match="UTF-8"):
        read_question_set(tmp_path / "latin.jsonl")
