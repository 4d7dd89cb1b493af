"""What the Slack surface says: both languages, the same names in each, no text unused."""

import re
from pathlib import Path

import pytest

import bot.slack
from bot.answer_texts import ANSWER
from bot.asking.values import Reason
from bot.slack.texts import SLACK

SOURCE = "\n".join(
    file.read_text("utf-8")
    for file in Path(bot.slack.__file__).parent.glob("*.py")
    if file.name != "texts.py"
)


@pytest.mark.parametrize("key", SLACK)
def test_both_wordings_hold_the_same_names(key):
    swedish, english = SLACK[key]
    assert sorted(re.findall(r"{\w+}", swedish)) == sorted(re.findall(r"{\w+}", english))
    assert swedish.strip()
    assert english.strip()


@pytest.mark.parametrize("key", SLACK)
def test_every_text_is_said_somewhere(key):
    family = key.split(".")[0]
    computed = {"feedback": "feedback.{way}"}
    assert f'"{key}"' in SOURCE or computed.get(family, "\0") in SOURCE


def test_every_reason_has_words_and_they_fit_an_option():
    for reason in Reason:
        assert all(0 < len(text) <= 75 for text in ANSWER[f"reason.{reason}"])


def test_button_labels_and_window_titles_fit():
    for key in SLACK:
        most = 75 if key.startswith("button.") else 24 if key.endswith(".title") else 3_000
        if key not in {"prompts.title", "home.title"}:
            assert all(len(text) <= most for text in SLACK[key])
