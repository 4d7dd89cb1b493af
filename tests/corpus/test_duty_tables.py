"""Tables that say who pays, and cells that name a party of their own."""

import pytest

from corpus.duty import Phase
from tests.corpus.test_duties import principals, read


def told(text: str) -> list[tuple[list[str], str]]:
    return [(principals(duty), duty.what) for duty in read(text)]


@pytest.mark.parametrize("head", ["Kostnadsansvar region", "Kostnad region", "Betalas av region"])
def test_a_column_of_costs_says_who_pays(head: str) -> None:
    other = head.replace("region", "kommun")
    [(parties, what)] = told(f"Insats | {head} | {other}\nRollator | | X")
    assert parties == ["municipality"]
    assert what == f"Rollator ({head.split()[0].lower()})"


def test_who_pays_is_told_apart_from_who_does() -> None:
    text = "Insats | Utförare | Kostnad\nLäkarbesök i hemmet | Kommunen | Regionen"
    duties = [duty for duty in read(text) if duty.start]
    assert [(principals(d), d.what, d.phase) for d in duties] == [
        (["municipality"], "Läkarbesök i hemmet", Phase.ALWAYS),
        (["region"], "Läkarbesök i hemmet (kostnad)", Phase.PAYMENT),
    ]


def test_the_head_of_a_table_is_no_duty() -> None:
    assert told("Hjälpmedel | Förskrivare | Kostnadsansvar region\nHörapparat | | X") == [
        (["region"], "Hörapparat (kostnadsansvar)")
    ]


def test_a_party_in_a_column_carries_instead_of_the_one_above() -> None:
    duties = read("Insats | Region | Kommun\nVaccinering | Vårdcentralen | nej")
    assert [(d.parties[0].role, d.what) for d in duties] == [("vårdcentral", "Vaccinering")]


def test_an_amount_in_a_column_of_costs_stands_beside_its_word() -> None:
    text = "Post | Kostnad region | Kostnad kommun\nVårddygn | | 9 800 kr"
    assert told(text) == [(["municipality"], "Vårddygn (kostnad: 9 800 kr)")]
