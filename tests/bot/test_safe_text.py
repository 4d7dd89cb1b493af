"""Nothing that a document or a question holds may steer the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safe_text import one_line, safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunen ansvarar för åäö – punkt 3.4 §", "Kommunen ansvarar för åäö – punkt 3.4 §"),
        ("\x1b[31mröd\x1b[0m", "�[31mröd�[0m"),
        ("\x9b31m", "�31m"),
        ("klart\x07", "klart�"),
        ("ett\ttvå\r\ntre", "ett två \ntre"),
        ("a\u202eb\u2066c\u200fd", "a�b�c�d"),
        ("\ud800", "�"),
    ],
)
def test_what_steers_a_terminal_is_replaced_and_the_rest_is_kept(text: str, expected: str):
    assert safe(text) == expected


@given(st.text())
def test_safe_text_keeps_its_length_and_holds_no_control_but_the_line_break(text: str):
    made = safe(text)
    assert len(made) == len(text)
    assert all(c == "\n" or unicodedata.category(c) != "Cc" for c in made)
    assert not any(unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE"} for c in made)


@given(st.text())
def test_one_line_is_one_line_without_double_spaces(text: str):
    made = one_line(text)
    assert len(made.splitlines()) <= 1
    assert "  " not in made
