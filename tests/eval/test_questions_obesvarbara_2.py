"""The near misses written later keep their contract: they teach and choose, and never measure."""

import re
from collections import Counter

import pytest

from tests.eval.question_terms import STYLES
from tests.eval.test_questions_obesvarbara import FIELDS, TYPES, rows

NAME = "obesvarbara_2"
SHARES = {"train": 0.5, "dev": 0.5}
NEAR_MISSES = {"near_miss_law", "near_miss_agreement"}


def plain(question: str) -> str:
    return re.sub(r"\W+", " ", question.lower())


def test_each_question_has_the_fields_of_the_contract_and_is_marked_as_hard():
    for row in rows(NAME):
        assert set(row) == FIELDS | {"hard"}, row["id"]
        assert row["hard"] is True, row["id"]
        assert (row["gold"], row["answerable"], row["principals"]) == ([], False, []), row["id"]
        assert row["style"] in STYLES, row["id"]
        assert row["type"] in TYPES, row["id"]
        assert row["corpus"] in {"lagar", "modellavtal", "both"}, row["id"]


def test_none_is_kept_for_measuring():
    assert {row["part"] for row in rows(NAME)} == set(SHARES)


@pytest.mark.parametrize(("part", "share"), SHARES.items())
def test_the_parts_keep_their_shares(part, share):
    count = sum(row["part"] == part for row in rows(NAME))
    assert count / len(rows(NAME)) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("part", SHARES)
def test_most_are_near_misses_and_every_type_stands_in_every_part(part):
    types = Counter(row["type"] for row in rows(NAME) if row["part"] == part)
    assert set(types) == TYPES
    assert sum(types[each] for each in NEAR_MISSES) >= 0.75 * types.total()


@pytest.mark.parametrize("part", SHARES)
def test_no_style_is_rare_in_any_part(part):
    styles = Counter(row["style"] for row in rows(NAME) if row["part"] == part)
    assert min(styles[style] for style in STYLES) >= styles.total() / 20


def test_ids_and_questions_are_unlike_one_another_and_those_of_the_first_set():
    both = [*rows(), *rows(NAME)]
    assert len({row["id"] for row in both}) == len(both)
    assert len({plain(row["question"]) for row in both}) == len(both)


def test_no_question_is_also_an_answerable_one():
    answerable = {plain(row["question"]) for name in ("lagar", "modellavtal") for row in rows(name)}
    assert not answerable & {plain(row["question"]) for row in rows(NAME)}
