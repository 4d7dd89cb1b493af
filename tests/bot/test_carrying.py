"""Who carries something and how the text binds them, in words."""

from dataclasses import replace

import pytest

from bot.answer_texts import ANSWER
from bot.answer_view import view
from bot.carrying import binding, carrier, matter, party_name
from bot.words import Words
from corpus.duty import Modality
from corpus.party import Party, Principal
from retrieval.answer import AnswerStatus
from tests.bot.answers import ANSWERED

DUTY = ANSWERED.parties[0]
SWEDISH, ENGLISH = Words("sv", ANSWER), Words("en", ANSWER)


@pytest.mark.parametrize(
    ("modality", "what", "negated", "swedish", "english"),
    [
        (Modality.SHALL, "svara", False, " ska: svara", " shall: svara"),
        (Modality.SHALL, "skall svara", False, " ska: svara", " shall: svara"),
        (Modality.MAY, "ändra bedömningen", True, " får inte: ändra bedömningen", " may not:"),
        (Modality.RESPONSIBLE, "för frakten", False, " ansvarar: för frakten", " is resp"),
        (Modality.RESPONSIBLE, "ansvarar medicinskt", False, " ansvarar: medicinskt", " is"),
        (Modality.RESPONSIBLE, "ansvarar inte för resan", True, " ansvarar inte: för resan", " is"),
        # The text's own verb says it: nothing is put before it.
        (Modality.RESPONSIBLE, "behåller läkaransvaret", False, ": behåller läkaransvaret", ": b"),
    ],
)
def test_a_duty_is_said_as_the_text_binds_it(modality, what, negated, swedish, english):
    duty = replace(DUTY, modality=modality, what=what, negated=negated)
    assert f"{binding(duty, SWEDISH)}: {matter(modality, what)}" == swedish
    assert f"{binding(duty, ENGLISH)}: {matter(modality, what)}".startswith(english)


def test_what_the_text_forbids_is_never_shown_as_allowed():
    barred = replace(DUTY, modality=Modality.MAY, what="ändra bedömningen", negated=True)
    seen = view(replace(ANSWERED, status=AnswerStatus.SHARED, parties=(barred,)))
    assert seen.carried[0].startswith("Kommunen får inte: ändra bedömningen")


@pytest.mark.parametrize(
    ("party", "swedish", "english"),
    [
        (
            Party(principal=Principal.REGION, role="vårdcentral"),
            "Regionen (vårdcentral)",
            "The region (health centre)",
        ),
        (Party(principal=Principal.OTHER, role="domstol"), "Domstolen", "The court"),
        (
            Party(principal=Principal.OTHER, role="enhet"),
            "Den enhet som texten nämner",
            "The unit that the text names",
        ),
        (
            Party(principal=Principal.OTHER, role="den som utför uppgiften"),
            "Den som utför uppgiften",
            "Whoever does the task",
        ),
    ],
)
def test_a_role_is_named_in_the_language_of_the_answer(party, swedish, english):
    assert party_name(party, SWEDISH) == swedish
    assert party_name(party, ENGLISH) == english


def test_a_party_that_the_text_describes_is_called_as_there_in_swedish():
    party = Party(principal=Principal.BOTH, role="ordinatör")
    duty = replace(DUTY, party=party, called="Ordinatören i regionen eller kommunen")
    assert carrier(duty, SWEDISH) == "Ordinatören i regionen eller kommunen"
    assert carrier(duty, ENGLISH) == "The municipality and the region (clinician who ordered it)"
