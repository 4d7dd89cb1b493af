"""What counts as a question on the command line."""

import io

import pytest

from bot.cli.ask import LONGEST, asked
from corpus.errors import UsageError


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Vem ansvarar?",), "Vem ansvarar?"),
        (("vem", "lägger", "om", "sår"), "vem lägger om sår"),
        (("  vem?  ",), "vem?"),
        (("9",), "9"),
        (("vem \udce5",), "vem �"),
        (("a" * LONGEST,), "a" * LONGEST),
    ],
)
def test_the_words_are_joined_into_one_question(words, expected):
    assert asked(words) == expected


@pytest.mark.parametrize("words", [(), ("",), ("   ",), ("?!",), ("\x00\x1b",)])
def test_a_question_without_a_word_is_misuse(words):
    with pytest.raises(UsageError, match="Frågan saknas"):
        asked(words)


def test_a_question_that_is_too_long_is_told_how_long_it_may_be():
    with pytest.raises(UsageError, match="längre än 4000 tecken"):
        asked(("a" * 10_000,))


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("Vem ansvarar för såret?\n".encode(), "Vem ansvarar för såret?"),
        ("\ufeffVem?".encode(), "Vem?"),
        ("rad ett\nrad två?".encode(), "rad ett\nrad två?"),
    ],
)
def test_a_hyphen_reads_the_question_from_standard_input(monkeypatch, sent, expected):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sent)))
    assert asked(("-",)) == expected


def test_standard_input_that_is_not_utf8_is_misuse(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("såret".encode("latin-1"))))
    with pytest.raises(UsageError, match="inte UTF-8"):
        asked(("-",))
