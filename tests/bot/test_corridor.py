"""Questions as they are asked in a corridor, answered from the model agreement."""

from datetime import date

import pytest

from bot.answer_view import AnswerView, view
from retrieval.answer import AnswerStatus
from retrieval.service import AnsweringService
from retrieval.texts import say

ON = date(2026, 11, 22)


@pytest.fixture
def asked(model_service: AnsweringService):
    def ask(question: str, lang: str = "sv") -> AnswerView:
        return view(model_service.ask(question, on=ON, lang=lang))

    return ask


@pytest.mark.parametrize(
    ("question", "headline", "marked"),
    [
        ("vem betalar blöjor hemma", "Regionen ansvarar.", "i ordinärt boende"),
        ("vem betalar blöjor på säbo", "Kommunen ansvarar.", "i särskilt boende"),
        ("rullstol till en 8 åring, vem betalar", "Regionen ansvarar.", "för barn"),
        (
            "vem fixar blodprov hemma på tant som inte är inskriven",
            "Regionen ansvarar.",
            "inte är inskriven",
        ),
    ],
)
def test_home_and_care_home_child_and_adult_enrolled_or_not_are_told_apart(
    asked, question, headline, marked
):
    seen = asked(question)
    assert seen.headline == headline
    assert len(seen.sources) == 1
    assert marked in seen.sources[0].decisive


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "labbet ringer om lågt kalium kl 22 vem tar det",
            "Ordinatören i regionen eller kommunen ansvarar.",
        ),
        (
            "rehab efter höft, vi har kö. vem tränar så länge",
            "Enheten i regionen eller kommunen som lämnar över ansvarar.",
        ),
        (
            "enhetscheferna kom inte överens, vad är nästa steg",
            "Delat ansvar: regionens och kommunens verksamhetschefer.",
        ),
    ],
)
def test_a_role_of_either_party_is_called_as_the_text_calls_it(asked, question, headline):
    assert asked(question).headline == headline


def test_what_the_municipality_may_not_do_is_not_said_to_be_allowed(asked):
    seen = asked("kan kommunen säga nej till hemgång")
    assert seen.headline == say("must_not", "sv", parties="Kommunen")
    assert seen.carried[0].startswith("Kommunen får inte: ändra den medicinska bedömningen")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_danger_that_the_text_does_not_settle_is_met_with_112_alone(asked, lang):
    seen = asked("en boende är blå om läpparna, vem ansvarar för att larma", lang)
    assert seen.status is AnswerStatus.NOT_FOUND
    assert seen.headline == say("danger", lang)
    assert seen.alarm
    assert seen.urgent == ()
    assert seen.notes[:2] == (say("no_danger", lang), say("not_found", lang))


def test_a_refusal_that_is_not_sure_points_to_the_nearest_clauses(asked):
    near = asked("katetr byte vem")
    assert near.headline == say("unsure", "sv")
    assert near.related
    far = asked("är vårt parkeringstillstånd gratis")
    assert far.headline == say("not_found", "sv")


def test_a_law_that_is_not_indexed_is_never_called_unsure(asked):
    seen = asked("vad säger patientlagen om fast vårdkontakt")
    assert seen.headline == say("not_found", "sv")


@pytest.mark.parametrize(
    ("before", "question", "headline"),
    [
        ("vem betalar blöjor på säbo", "och hemma?", "Regionen ansvarar."),
        ("vem betalar blöjor hemma", "och på säbo?", "Kommunen ansvarar."),
    ],
)
def test_a_follow_up_turns_to_the_other_side(model_service, before, question, headline):
    assert model_service.ask(question, on=ON, earlier=(before,)).headline == headline


def test_danger_in_a_question_that_is_answered_stands_above_the_answer(asked):
    seen = asked("Vem ska larma när en inskriven person är medvetslös och livsfara råder?")
    assert seen.status in {AnswerStatus.ANSWERED, AnswerStatus.SHARED}
    assert seen.urgent == (say("danger_note", "sv"),)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "what does the ward have to send when the patient goes home",
            "The region (inpatient care) is responsible.",
        ),
        ("who declares death at the care home", "The region (physician) is responsible."),
        (
            "who follows up lab results when the lab calls with an alarm",
            "Responsible: the clinician who ordered it, in the region or in the municipality.",
        ),
    ],
)
def test_english_answers_name_roles_in_english(asked, question, headline):
    assert asked(question, "en").headline == headline


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        (
            "Hur snabbt ska kommunen svara på vårdbegäran? Vem ansvarar under tiden?",
            "Hur snabbt ska kommunen svara på vårdbegäran",
        ),
        (
            "vem tar prov och vem betalar analysen och vem kör provet till labbet?",
            "vem betalar analysen",
        ),
    ],
)
def test_of_several_questions_the_one_answered_is_named(asked, question, answered):
    assert say("one_of_several", "sv", question=answered) in asked(question).notes


def test_one_clause_that_answers_both_needs_no_such_note(asked):
    seen = asked("vem sköter buffertförrådet och vem betalar läkemedlen där")
    assert len(seen.carried) == 2
    assert not any("flera saker" in note for note in seen.notes)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("vem utser mas", "2.7"),
        ("vem avgiftar", "C"),
        ("vem skriver ut trygghetslådan", "10.6"),
        ("vem beställer hemtransport från sjukhuset", "13.4"),
        ("Who is responsible when home health care ends?", "3.1"),
    ],
)
def test_short_words_of_the_trade_are_understood(asked, question, clause):
    seen = asked(question)
    assert seen.sources[0].reference.partition("#")[2].startswith(clause)
