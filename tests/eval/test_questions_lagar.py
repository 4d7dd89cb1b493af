"""The question set for the statutes keeps its contract and asks about paragraphs that exist."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.eval.question_terms import PHASES, PRINCIPALS, STYLES, TYPES

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "eval" / "questions" / "lagar.jsonl"
LAWS = ROOT.parent / "shared" / "lagar"

SHARES = {"train": 0.45, "dev": 0.20, "test": 0.35}
COPIED_RUN = 7
"""So many words in a row that also stand in a statute are a copy."""

MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
CHAPTER = re.compile(r"^(?:#+\s+)?(\d+(?: [a-z])?) kap\. [A-ZÅÄÖ]")
PARAGRAPH = re.compile(r"^(?:#+\s+)?(?:\S+\s+)?(\d+(?: [a-z])?) §")


@cache
def questions() -> tuple[dict, ...]:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@cache
def statutes() -> dict[str, str]:
    if not LAWS.is_dir():
        pytest.skip("the statutes do not lie beside the repository (../shared/lagar)")
    files = sorted(LAWS.iterdir())
    texts = {file.stem: file.read_text(encoding="utf-8") for file in files}
    return {stem: MARKDOWN_LINK.sub(r"\1", text) for stem, text in texts.items()}


def numbers_that_open_a_line(text: str) -> set[str]:
    """Ids of every paragraph number at a line's start: a generous reading, none left out."""
    found: set[str] = set()
    chapter = ""
    for line in text.splitlines():
        if heading := CHAPTER.match(line):
            chapter = heading.group(1).replace(" ", "") + ":"
        if number := PARAGRAPH.match(line):
            found.add(chapter + number.group(1).replace(" ", ""))
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of ``COPIED_RUN`` words in the text."""
    all_words = words(text)
    return {tuple(all_words[i : i + COPIED_RUN]) for i in range(len(all_words) - COPIED_RUN + 1)}


def test_there_are_at_least_320_questions():
    assert len(questions()) >= 320


def test_ids_run_from_one_without_a_gap():
    expected = [f"lag-{number:03d}" for number in range(1, len(questions()) + 1)]
    assert [question["id"] for question in questions()] == expected


def test_no_question_is_asked_twice():
    asked = [" ".join(words(question["question"])) for question in questions()]
    assert [text for text, times in Counter(asked).items() if times > 1] == []


@pytest.mark.parametrize(
    ("field", "allowed"),
    [("style", STYLES), ("type", TYPES), ("phase", PHASES), ("part", set(SHARES))],
)
def test_every_label_is_one_of_the_agreed_and_each_is_used(field, allowed):
    assert {question[field] for question in questions()} == allowed


def test_principals_are_of_the_four_and_not_repeated():
    for question in questions():
        named = question["principals"]
        assert set(named) <= PRINCIPALS, question["id"]
        assert len(named) == len(set(named)), question["id"]


def test_every_question_is_answerable_and_names_its_paragraphs_once():
    for question in questions():
        assert question["answerable"] is True, question["id"]
        assert question["gold"], question["id"]
        assert len(question["gold"]) == len(set(question["gold"])), question["id"]


def test_an_asked_day_is_a_date_on_which_the_law_it_asks_about_was_in_force():
    dated = [question for question in questions() if "on" in question]
    assert len(dated) >= 6
    assert all(date.fromisoformat(question["on"]) >= date(2025, 7, 1) for question in dated)


@pytest.mark.parametrize(("part", "share"), SHARES.items())
def test_the_parts_keep_their_shares(part, share):
    count = sum(question["part"] == part for question in questions())
    assert count / len(questions()) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("part", SHARES)
def test_no_style_is_rare_in_any_part(part):
    styles = Counter(question["style"] for question in questions() if question["part"] == part)
    assert min(styles[style] for style in STYLES) >= sum(styles.values()) / 10


def test_most_paragraphs_of_the_test_part_are_seen_in_no_other_part():
    unseen = {p for q in questions() if q["part"] == "test" for p in q["gold"]}
    seen = {p for q in questions() if q["part"] != "test" for p in q["gold"]}
    assert len(unseen - seen) > 2 * len(unseen & seen)


def test_every_paragraph_named_stands_in_its_statute():
    known = {stem: numbers_that_open_a_line(text) for stem, text in statutes().items()}
    named = {reference for question in questions() for reference in question["gold"]}
    missing = [r for r in sorted(named) if r.split("#")[1] not in known[r.split("#")[0]]]
    assert missing == []


def test_every_statute_is_asked_about():
    named = {reference.split("#")[0] for q in questions() for reference in q["gold"]}
    assert named == set(statutes())


def test_no_question_copies_a_statute():
    copied = set().union(*(runs(text) for text in statutes().values()))
    assert [q["id"] for q in questions() if runs(q["question"]) & copied] == []
