"""Dates, and when acts enter into force."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parsing.commencement import listed_commencements, read_commencement
from corpus.parsing.dates import day_before, find_dates, first_date

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("den 1 januari 2026", date(2026, 1, 1)),
        ("I:2026-01-15/", date(2026, 1, 15)),
        ("21 November 2024", date(2024, 11, 21)),
        ("3 okt. 2018", date(2018, 10, 3)),
        ("28/9 kl. 12", None),
        ("31 april 2024", None),
        ("2024-13-01", None),
        ("1 januari", None),
        ("i maj 2024", None),
        ("12026-01-011", None),
    ],
)
def test_whole_dates_are_found_and_nothing_else(text: str, day: date | None) -> None:
    assert first_date(text) == day


@given(st.dates(min_value=date(1800, 1, 1)))
def test_every_date_is_read_back_in_words_and_in_figures(day: date) -> None:
    words = f"gäller den {day.day} {MONTHS[day.month - 1]} {day.year:04d}."
    assert first_date(words) == first_date(f"({day.isoformat()})") == day


@given(st.dates())
def test_the_day_before_is_one_day_earlier(day: date) -> None:
    assert day_before(day) == (day if day == date.min else day - timedelta(days=1))


@given(st.text(max_size=60))
def test_any_text_has_dates_that_stand_where_they_are_said_to(text: str) -> None:
    for start, end, day in find_dates(text):
        assert first_date(text[start:end]) == day


@pytest.mark.parametrize(
    ("sentence", "day", "parts"),
    [
        ("Denna lag träder i kraft den 1 maj 2001.", date(2001, 5, 1), {}),
        (
            "Denna lag träder i kraft den 1 juli 2027 i fråga om 8 kap. 10 § och 12 kap. 7 § "
            "och i övrigt den 1 maj 2026.",
            date(2026, 5, 1),
            {"8:10": date(2027, 7, 1), "12:7": date(2027, 7, 1)},
        ),
        (
            "Denna lag träder i kraft den 1 maj 2001 och i fråga om 4 och 6-7 §§ den 1 juli 2001.",
            date(2001, 5, 1),
            {"4": date(2001, 7, 1), "6": date(2001, 7, 1), "7": date(2001, 7, 1)},
        ),
        (
            "Bestämmelserna i 3 kap. 2 a § träder i kraft den 1 juli 2026 och i övrigt träder "
            "lagen i kraft den 1 maj 2026.",
            date(2026, 5, 1),
            {"3:2a": date(2026, 7, 1)},
        ),
        (
            "Denna lag träder i kraft den 1 maj 2008, då lagen (1985:1) upphör. "
            "Ansökningar från den 1 juni 2009 prövas.",
            date(2008, 5, 1),
            {},
        ),
        (
            "Denna lag träder i kraft den 1 maj 2012 men tillämpas från den 1 maj 2011.",
            date(2012, 5, 1),
            {},
        ),
    ],
)
def test_a_commencement_has_its_day_and_the_parts_with_days_of_their_own(
    sentence: str, day: date, parts: dict[str, date]
) -> None:
    told = read_commencement("2026:1", f"1. {sentence}")
    assert told is not None
    assert told.day == day
    assert dict(told.parts) == parts
    assert all(told.of(id) == own for id, own in parts.items())
    assert told.of("99") == day


def test_what_names_no_day_tells_nothing() -> None:
    assert read_commencement("2026:1", "Träder i kraft den dag som regeringen bestämmer.") is None
    assert read_commencement("2026:1", "Gäller den 1 maj 2001.") is None


def test_a_header_may_list_when_amendments_entered_into_force() -> None:
    listed = """
  - beteckning: "2025:1"
    rubrik: Lag om ändring
    ikraft_datum: 2025-07-01
  - beteckning: "2025:2"
    rubrik: Utan dag
  - beteckning: 2025:3
    ikraft_datum: "2026-01-15"
"""
    told = listed_commencements([listed, "annat"])
    assert [(one.act, one.day) for one in told] == [
        ("2025:1", date(2025, 7, 1)),
        ("2025:3", date(2026, 1, 15)),
    ]
