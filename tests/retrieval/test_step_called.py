"""What a text itself calls a party whose role alone says too little."""

import pytest

from corpus.duty import Duty, Modality, Phase
from corpus.party import Party, Principal
from retrieval.steps.called import called


def duty(text: str) -> Duty:
    return Duty(
        parties=(),
        modality=Modality.SHALL,
        what="",
        phase=Phase.ALWAYS,
        condition=None,
        time_limit=None,
        negated=False,
        parties_inherited=False,
        start=0,
        end=len(text),
    )


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        (
            "Ordinatören i regionen eller kommunen ska kunna nås.",
            "ordinatör",
            "Ordinatören i regionen eller kommunen",
        ),
        (
            "Enheten i regionen eller kommunen som har fått avvikelsen ska utreda den.",
            "enhet",
            "Enheten i regionen eller kommunen som har fått avvikelsen",
        ),
        (
            "Enheten i regionen eller\nkommunen som lämnar över ansvarar för vården.",
            "enhet",
            "Enheten i regionen eller kommunen som lämnar över",
        ),
        (
            "Regionens och kommunens enhetschefer ska lösa frågan.",
            "enhetschef",
            "Regionens och kommunens enhetschefer",
        ),
        (
            "Den som för patientjournal ansvarar för sina uppgifter i journalen.",
            "den som har uppgiften",
            "Den som för patientjournal",
        ),
        (
            "Den som enligt 24 b § ska ta emot rapporter ska informera dem som arbetar där.",
            "den som utför uppgiften",
            "Den som enligt 24 b § ska ta emot rapporter",
        ),
        # A sentence of plain present tense binds at its first verb, and not at a later "ska".
        ("Regeringen anger en norm för hur kostnaderna ska beräknas.", "regeringen", None),
        # Nobody's name is read from a sentence that opens with something else.
        ("Under tiden ska enheten fortsätta.", "enhet", None),
        ("Uppgiften ska utföras av enheten.", "enhet", None),
        ("Enheten som ska ta emot ska svara.", "enhet", None),
        ("Kommunen ska kontakta enheten.", "enhet", None),
    ],
)
def test_the_subject_of_the_sentence_is_what_the_text_calls_the_party(text, role, words):
    assert called(text, duty(text), Party(principal=Principal.BOTH, role=role)) == words


@pytest.mark.parametrize(
    "party",
    [
        Party(principal=Principal.BOTH),
        Party(principal=Principal.REGION, role="vårdcentral"),
        Party(principal=Principal.MUNICIPALITY),
    ],
)
def test_a_party_that_says_enough_is_called_by_its_own_name(party):
    text = "Vårdcentralen i regionen ska svara."
    assert called(text, duty(text), party) is None


def test_a_subject_too_long_for_a_name_is_none():
    text = f"Enheten i regionen eller kommunen som {'väldigt ' * 20}gärna lämnar över ska svara."
    assert called(text, duty(text), Party(principal=Principal.BOTH, role="enhet")) is None
