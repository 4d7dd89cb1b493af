"""Every text exists in both languages, and every text is used."""

from pathlib import Path
from string import Formatter

import pytest

from bot.teams import refusals, texts
from bot.teams.refusals import Refusal
from bot.teams.texts import EXAMPLES, TEAMS

SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for path in Path(texts.__file__).parent.glob("*.py")
    if path.name != "texts.py"
)
FAMILIES = set(EXAMPLES) | {
    f"refused.{each.key}"
    for each in vars(refusals).values()
    if isinstance(each, type) and issubclass(each, Refusal)
}


def filled(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEAMS)
def test_both_languages_say_something_and_fill_in_the_same_names(key):
    swedish, english = TEAMS[key]
    assert swedish.strip()
    assert english.strip()
    assert filled(swedish) == filled(english)


def test_every_text_is_used():
    assert {key for key in TEAMS if f'"{key}"' not in SOURCES} == FAMILIES


@pytest.mark.parametrize(
    ("key", "limit"), [("name", 30), ("package.short", 80), ("package.full", 4_000)]
)
def test_what_stands_in_the_manifest_is_within_its_limits(key, limit):
    assert all(len(text) <= limit for text in TEAMS[key])
