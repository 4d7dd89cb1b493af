"""Values of options are taken kindly and refused clearly."""

from datetime import date

import pytest

from bot.cli.choices import Day, Line, OneOf
from corpus.errors import UsageError
from corpus.status import Status


@pytest.mark.parametrize("text", ["draft", "DRAFT", " Draft "])
def test_a_word_is_taken_whatever_its_case(text):
    assert OneOf(Status).convert(text, None, None) == "draft"


def test_an_unknown_word_is_answered_with_those_there_are():
    with pytest.raises(UsageError, match="Välj något av: in_force, adopted, consultation"):
        OneOf(Status).convert("gammal", None, None)


def test_a_day_is_year_month_day():
    assert Day().convert("2026-01-15", None, None) == date(2026, 1, 15)


@pytest.mark.parametrize("text", ["2026-02-30", "20260115", "15/1 2026", "2026-W03-4", "", "i går"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(UsageError, match="är inget datum"):
        Day().convert(text, None, None)


def test_a_line_keeps_its_words():
    assert Line().convert(" Avtal om vård ", None, None) == "Avtal om vård"


@pytest.mark.parametrize("text", ["", "  ", "två\nrader", "\x1b[31m", "vänd\u202e"])
def test_a_line_that_cannot_be_seen_is_refused(text):
    with pytest.raises(UsageError, match="tecken som inte syns"):
        Line().convert(text, None, None)
