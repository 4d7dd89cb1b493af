"""The unanswerable questions keep their contract and are not answerable ones in disguise."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from tests.eval.question_terms import STYLES

QUESTIONS = Path(__file__).resolve().parents[2] / "eval" / "questions"
SHARES = {"train": 0.40, "dev": 0.25, "test": 0.35}
TYPES = {
    "near_miss_law",
    "near_miss_agreement",
    "medical_advice",
    "patient_case",
    "it_support",
    "small_talk",
    "steering",
    "other_topic",
}
FIELDS = {
    "id",
    "question",
    "gold",
    "answerable",
    "principals",
    "style",
    "type",
    "corpus",
    "part",
}


@cache
def rows(name: str = "obesvarbara") -> tuple[dict, ...]:
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def test_each_question_has_the_fields_of_the_contract():
    for row in rows():
        assert set(row) == FIELDS
        assert (row["gold"], row["answerable"], row["principals"]) == ([], False, [])
        assert row["style"] in STYLES
        assert row["type"] in TYPES
        assert row["corpus"] in {"lagar", "modellavtal", "both"}


def test_ids_and_questions_are_unlike_one_another():
    assert len({row["id"] for row in rows()}) == len(rows())
    assert len({re.sub(r"\W+", " ", row["question"].lower()) for row in rows()}) == len(rows())


def test_at_least_half_are_near_misses_of_at_least_220():
    types = Counter(row["type"] for row in rows())
    assert len(rows()) >= 220
    assert types["near_miss_law"] + types["near_miss_agreement"] >= len(rows()) / 2
    assert set(types) == TYPES


def test_every_type_stands_in_every_part_in_about_its_share():
    parts = Counter(row["part"] for row in rows())
    for part, share in SHARES.items():
        assert abs(parts[part] / len(rows()) - share) < 0.03
        assert {row["type"] for row in rows() if row["part"] == part} == TYPES


def test_no_question_is_also_an_answerable_one():
    answerable = {
        row["question"].lower() for name in ("lagar", "modellavtal") for row in rows(name)
    }
    assert not answerable & {row["question"].lower() for row in rows()}
