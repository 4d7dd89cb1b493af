"""What a duty asks and on what condition, where ``om`` and ``när`` may be either."""

import pytest

from corpus.duties import read_duties
from tests.corpus.duty_gold import clause_of, lexicon


def worded(text: str) -> tuple[str, str | None]:
    duty = read_duties(text, clause_of(text), lexicon())[-1]
    return duty.what, duty.condition


@pytest.mark.parametrize(
    ("text", "what", "condition"),
    [
        ("Kommunen ska lägga om sår enligt ordination.", "lägga om sår enligt ordination", None),
        ("Kommunen ska lägga om sår om läkaren ber om det.",
         "lägga om sår", "om läkaren ber om det"),
        ("Regionen ska ta om prover när svaret är oklart.",
         "ta om prover", "när svaret är oklart"),
        ("Kommunen ska ta hand om sår och hud.", "ta hand om sår och hud", None),
        ("Kommunen ska svara i första hand om patienten samtycker.",
         "svara i första hand", "om patienten samtycker"),
        ("Regionen ska ta över om patienten blir sämre.",
         "ta över", "om patienten blir sämre"),
    ],
)  # fmt: skip
def test_a_verbs_particle_opens_no_condition(text: str, what: str, condition: str | None) -> None:
    assert worded(text) == (what, condition)


@pytest.mark.parametrize(
    ("text", "what", "condition"),
    [
        ("Läkaren ska bedöma när patienten kan åka hem.",
         "bedöma när patienten kan åka hem", None),
        ("Läkaren ska göra bedömningen när patienten kan åka hem.",
         "göra bedömningen", "när patienten kan åka hem"),
        ("Kommunen ska meddela regionen när vården börjar.",
         "meddela regionen", "när vården börjar"),
    ],
)  # fmt: skip
def test_when_after_a_verb_of_judgement_is_what_is_judged(
    text: str, what: str, condition: str | None
) -> None:
    assert worded(text) == (what, condition)


def test_what_comes_of_it_is_no_part_of_the_condition() -> None:
    text = "Kommunen ska säga till om hemmet är otryggt, så att hemgången kan planeras."
    assert worded(text) == ("säga till", "om hemmet är otryggt")
