"""Times read so that two spellings of one time are equal."""

import pytest

from corpus.time_expressions import read_times


def meanings(text):
    return [time.meaning for time in read_times(text)]


SAME = [
    ("inom två vardagar", "inom 2 arbetsdagar"),
    ("inom 24 timmar", "inom ett dygn"),
    ("genast", "utan dröjsmål"),
    ("skyndsamt", "så snart som möjligt"),
    ("varje år", "en gång om året"),
    ("årligen", "minst en gång per år"),
    ("varje halvår", "en gång i halvåret"),
    ("högst tre dagar", "inom tre dagar"),
]

OTHER = [
    ("inom en vardag", "inom en dag"),
    ("inom två dagar", "inom två veckor"),
    ("minst två dagar", "högst två dagar"),
    ("genast", "skyndsamt"),
    ("varje år", "vartannat år"),
    ("dygnet runt", "dagtid"),
    ("varje år", "inom ett år"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_time(one, other):
    assert meanings(one) == meanings(other) != []


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_times(one, other):
    assert meanings(one) != meanings(other)


AGES = [
    "personer som är 18 år och äldre",
    "den som är 65 år eller äldre",
    "den som har fyllt 17 år",
    "barn och unga under 18 år",
    "patienter yngre än 18 år",
    "en 18 år gammal patient",
]
NO_TIMES = ["Kommunen ska svara.", "Vardagen är lång", "enår", "112 svarar", *AGES]


def test_years_that_pass_are_a_time():
    assert meanings("Journalen ska sparas under 10 år.") == ["87600 h"]
    assert meanings("Barnet följs upp inom 2 år.") == ["17520 h"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_are_no_time(text):
    assert meanings(text) == []


def test_offsets_hold_the_words():
    text = "Kommunen ska svara inom två vardagar, på natten samma dag."
    assert [text[t.start : t.end] for t in read_times(text)] == ["inom två vardagar", "samma dag"]
