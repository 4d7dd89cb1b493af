"""Words set in: a condition within a condition, an aside after the modal, a verb left out."""

import pytest

from tests.corpus.test_duties import principals, read
from tests.corpus.test_duty_ways import said


@pytest.mark.parametrize(
    ("text", "party", "what"),
    [
        (
            "Om en vårdnadshavare eller barnet, om barnet har fyllt 15 år, begär det, ska "
            "socialnämnden överväga frågan.",
            "municipality",
            "överväga frågan",
        ),
        (
            "När vården av en patient, för vilken stödperson utsetts, har upphört, ska "
            "chefsöverläkaren underrätta nämnden.",
            "region",
            "underrätta nämnden",
        ),
    ],
)
def test_a_condition_within_a_condition_does_not_hide_who_must(
    text: str, party: str, what: str
) -> None:
    (duty,) = read(text)
    assert principals(duty) == [party]
    assert duty.what == what


def test_a_main_clause_that_follows_the_condition_at_once_is_still_the_first() -> None:
    found = read("När vården upphör, ansvarar kommunen för hjälpen, och om det behövs ska regionen "
                 "bistå.")  # fmt: skip
    assert principals(found[0]) == ["municipality"]


def test_what_is_to_be_done_is_told_when_a_condition_is_set_in_after_the_party() -> None:
    (duty,) = read("Om brott misstänks ska Socialstyrelsen, om inte annat följer av 9 §, göra "
                   "anmälan till åtal.")  # fmt: skip
    assert duty.what.endswith("göra anmälan till åtal")


@pytest.mark.parametrize(
    "text",
    [
        "Om det är nödvändigt får patienten, efter chefsöverläkarens beslut, ges behandling.",
        "Patienten får efter beslut av chefsöverläkaren ges behandling.",
    ],
)
def test_who_decides_on_it_is_who_does_it(text: str) -> None:
    (duty,) = read(text)
    assert principals(duty) == ["region"]


def test_whoever_a_fee_is_taken_from_does_not_take_it() -> None:
    (duty,) = read("Avgift får tas ut av patienten enligt grunder som regionen bestämmer.")
    assert principals(duty) == ["region"]


def test_a_supine_without_its_auxiliary_ends_its_clause() -> None:
    (duty,) = read("Avtal om umgänge som godkänts av nämnden ska gallras efter fem år.")
    assert "gallras" in duty.what


def test_what_a_modal_at_the_end_of_the_lead_binds_stands_in_the_item() -> None:
    found = read("Avgifterna får\n\n1. per månad uppgå till högst en tolftedel.")
    assert said(found) == [([], "per månad uppgå till högst en tolftedel")]


def test_whether_it_is_done_belongs_to_what_is_considered() -> None:
    (duty,) = read("Nämnden ska överväga om barnet kan tas emot av någon närstående.")
    assert duty.what == "överväga om barnet kan tas emot av någon närstående"


def test_what_information_is_about_does_not_hide_the_infinitive() -> None:
    (duty,) = read("Inte heller får uppgifter om att någon fått hjälp användas vid sökning.")
    assert duty.what.endswith("användas vid sökning")
