"""Ways in which agreements lay a duty on somebody, beside the plain ``Kommunen ska``."""

import pytest

from corpus.duty import Duty
from tests.corpus.test_duties import principals, read


def said(duties: tuple[Duty, ...]) -> list[tuple[list[str], str]]:
    return [(principals(duty), duty.what) for duty in duties]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kostnaden för materialet belastar kommunen.", "municipality"),
        ("Rehabilitering i hemmet ankommer på kommunen.", "municipality"),
        ("Ansvaret för läkemedlen stannar hos regionen.", "region"),
        ("Ansvaret för läkemedlen kvarstår hos regionen till dess att kommunen bekräftat.",
         "region"),
        ("Är behovet kortare ligger ansvaret kvar hos vårdcentralen.", "region"),
    ],
)  # fmt: skip
def test_a_verb_that_tells_where_a_responsibility_lies_names_who_carries_it(
    text: str, party: str
) -> None:
    (duty,) = read(text)
    assert principals(duty) == [party]


def test_a_condition_first_does_not_stand_in_what_is_laid_on_the_party() -> None:
    (duty,) = read("Är behovet kortare ligger ansvaret kvar hos vårdcentralen.")
    assert duty.what == "ligger ansvaret kvar hos vårdcentralen"
    assert duty.condition == "Är behovet kortare"


def test_only_a_responsibility_or_a_cost_lies_with_somebody() -> None:
    assert read("Patienten ligger kvar hos regionen.") == ()


@pytest.mark.parametrize("heading", ["Ordinärt boende", "Ordination", "Ordning"])
def test_a_heading_that_only_begins_like_words_defines_nothing(heading: str) -> None:
    assert len(read("Vårdcentralen skickar en förfrågan.", heading)) == 1


@pytest.mark.parametrize("heading", ["Ord och begrepp", "1.3 Ordlista", "Ordförklaringar"])
def test_under_a_heading_of_words_plain_present_tense_lays_nothing(heading: str) -> None:
    assert read("Vårdcentralen skickar en förfrågan.", heading) == ()
