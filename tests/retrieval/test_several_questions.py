"""More than one question in a message, and what the answer says of it."""

import pytest

from retrieval.understanding.chat_sentences import chat_sentences
from retrieval.understanding.several_questions import several_questions


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        (
            "Hur snabbt ska kommunen svara på vårdbegäran? Vem ansvarar under tiden?",
            ("Hur snabbt ska kommunen svara på vårdbegäran?", "Vem ansvarar under tiden?"),
        ),
        (
            "vem tar prov och vem betalar analysen",
            ("vem tar prov", "vem betalar analysen"),
        ),
        (
            "vem gör vårdplanen? och vem skriver slutrapport?",
            ("vem gör vårdplanen?", "och vem skriver slutrapport?"),
        ),
        (
            "who takes the sample and who pays for the analysis?",
            ("who takes the sample", "who pays for the analysis?"),
        ),
    ],
)
def test_questions_of_their_own_are_told_apart(message, questions):
    assert several_questions(chat_sentences(message)) == questions


@pytest.mark.parametrize(
    "message",
    [
        "vem betalar blöjor hemma",
        "Pat ska hem på fredag. Vem kallar till SIP?",
        # The second goes on from the first, or repeats it, or only asks for more about it.
        "Vem lägger om såret hemma? Eller är det vårdcentralen?",
        "Vem lägger om såret? Vem lägger om såret??",
        "Pat behöver hjälp med såret, hör det till oss? Vem ansvarar?",
        "läkemedelsgenomgång, hur ofta och vem?",
        "vem kallar till sip efter sjukhusvistelse och hur snabbt?",
        "Vem hämtar patienten? Tack på förhand, någon som vet?",
        "",
    ],
)
def test_one_question_is_one(message):
    assert several_questions(chat_sentences(message)) == ()
