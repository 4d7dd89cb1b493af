"""What the rules make of a question: the last question, its language, words and phases."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.duty import Phase
from corpus.party import Principal
from retrieval.understand import Speller, understand
from tests.retrieval.asking import LAWS, ask, lexicon

BACKGROUND = (
    "Vi har en man på åttiofem år som kom hem från lasarettet i torsdags med nya mediciner och "
    "ett stort sår på foten. Dottern är orolig och hemtjänsten vet inte vad de får göra. "
)

ASKED = [
    ("vem tar prover hemma", "vem tar prover hemma"),
    ("Hej!\nVem tar prover hemma?\nTack på förhand\nMvh [namn], ssk", "Vem tar prover hemma?"),
    ("Hej alla! Vem tar prover? Någon som vet?", "Vem tar prover?"),
    ("Han bor på säbo. Vem tar prover?", "Han bor på säbo. Vem tar prover?"),
    ("Vem tar prover t.ex. på helgen?", "Vem tar prover t.ex. på helgen?"),
]


@pytest.mark.parametrize(("message", "asked"), ASKED)
def test_courtesies_are_dropped_and_short_messages_kept(message, asked):
    assert ask(message).asked == asked


@pytest.mark.parametrize("order", ["{background}{question}", "{question} {background}"])
def test_the_question_of_a_long_message_keeps_the_nearest_background(order):
    question = "Vem ska lägga om såret?"
    chatter = "Det regnade hela helgen och bussen var sen som vanligt när jag åkte. " * 4
    message = chatter + order.format(background=BACKGROUND, question=question)
    understood = ask(message)
    assert understood.question == question
    assert question in understood.asked
    assert "sår på foten" in understood.asked
    assert understood.asked.count("bussen") < 3


LANGUAGES = [
    ("Vem ansvarar för rehab?", "sv"),
    ("Who is responsible for rehab?", "en"),
    ("sip", "sv"),
    ("discharge planning", "en"),
    ("vem betalar home care", "sv"),
    ("Who calls the SIP meeting after utskrivning?", "en"),
    ("quién es responsable de los medicamentos cuando el paciente está en casa", "other"),
]


@pytest.mark.parametrize(("question", "lang"), LANGUAGES)
def test_the_language_is_told_by_its_small_words(question, lang):
    assert ask(question).lang == lang


EXPANDED = [
    ("vem kallar till sip", "vem kallar till sip (samordnad individuell plan)"),
    ("MAS:en", "MAS:en (medicinskt ansvarig sjuksköterska)"),
    ("mas", "mas (medicinskt ansvarig sjuksköterska)"),
    ("pal", "pal"),
    ("medicinskt ansvar för mediciner", "medicinskt ansvar för mediciner (läkemedel)"),
    (
        "Who pays for the wheelchair?",
        "Who pays (betalningsansvar) for the wheelchair (hjälpmedel)?",
    ),
    ("hemtjänst", "hemtjänst"),
]


@pytest.mark.parametrize(("question", "expanded"), EXPANDED)
def test_chat_words_are_given_the_words_of_the_documents(question, expanded):
    assert ask(question).expanded == expanded


PHASES = [
    ("vem tar över när hon flyttar", {Phase.TAKEOVER}),
    ("vem betalar notan", {Phase.PAYMENT}),
    ("han blir sämre på natten", {Phase.DETERIORATION}),
    ("when is she discharged from the ward", {Phase.TRANSFER}),
    ("vi är oense med vc", {Phase.DISPUTE}),
    ("vem utser MAS", set()),
]


@pytest.mark.parametrize(("question", "phases"), PHASES)
def test_phases_are_read_from_the_words(question, phases):
    assert set(ask(question).phases) == phases


def test_parties_are_found_at_their_places_in_what_is_asked():
    understood = ask("Hej! Är det kommunen eller regionen som betalar?")
    named = [(understood.asked[m.start : m.end], m.party.principal) for m in understood.mentions]
    assert named == [("kommunen", Principal.MUNICIPALITY), ("regionen", Principal.REGION)]


WHO = [
    ("Vem ansvarar för sår?", True),
    ("är det vi eller vc som tar det", True),
    ("Måste regionen betala?", True),
    ("who has to call the meeting", True),
    ("Vad är en SIP?", False),
]


@pytest.mark.parametrize(("question", "asks"), WHO)
def test_a_question_of_who_is_told_from_a_question_of_what(question, asks):
    assert ask(question).asks_who is asks


def test_particulars_that_documents_seldom_hold_are_told():
    assert ask("vad är telefonnumret till mottagningen").wants == ("phone_number",)
    assert ask("vem ansvarar för rehab").wants == ()


WORDS = """
kommunen kommun hemsjukvård hemsjukvården vårdcentralen patienten patient injektion funktion
fungerar undersköterska journalen utskrivning ekonomi vården samordnad fasta skriver
"""
SPELLER = Speller(re.findall(r"\w+", WORDS))
MENDED = [
    ("hemsjukvard", "hemsjukvård"),
    ("komunen", "kommunen"),
    ("Komunen ska", "Kommunen ska"),
    ("paatienten", "patienten"),
    ("vårcentralen", "vårdcentralen"),
    ("underskjöterska", "undersköterska"),
    ("utskrivnign", "utskrivning"),
    ("jornalen", "journalen"),
]
LEFT = [
    "infektion", "funderar", "ekonomin", "skriker", "världen", "kollar", "SIP", "hsv", "Karolina",
    "vem ska till Komunen", "fsata", "hemsjukvårdens", "2017:612",
]  # fmt: skip


@pytest.mark.parametrize(("written", "mended"), MENDED)
def test_slips_of_spelling_are_mended(written, mended):
    assert SPELLER.mend(written) == mended


@pytest.mark.parametrize("text", LEFT)
def test_other_words_names_and_abbreviations_are_left(text):
    assert SPELLER.mend(text) == text


def test_a_mended_question_is_what_is_understood():
    understood = understand("vad ska komunen göra", lexicon(), LAWS, speller=SPELLER)
    assert understood.asked == "vad ska kommunen göra"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_understanding(text):
    understood = ask(text)
    assert all(0 <= m.start < m.end <= len(understood.asked) for m in understood.mentions)
    assert SPELLER.mend(SPELLER.mend(text)) == SPELLER.mend(text)
