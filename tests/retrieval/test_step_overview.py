"""A question for all that a party carries gets the list; any other question is left alone."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import pytest

from corpus.matrix import MatrixFilter
from retrieval.answer import AnswerStatus
from retrieval.steps.ending import with_ending
from retrieval.understanding.overview import overview_of
from tests.retrieval.asking import lexicon
from tests.retrieval.made_corpus import TODAY

HEADINGS = ("3 Vård i hemmet", "6 Hjälpmedel", "9 Läkemedel", "Under pågående vård")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Vad ansvarar kommunen för vid utskrivning?", "party=municipality&phase=transfer"),
        ("vad har kommunen för ansvar vid utskr", "party=municipality&phase=transfer"),
        ("Vad är regionens ansvar vid övertagande?", "party=region&phase=takeover"),
        ("Vilka uppgifter har vårdcentralen vid avslut?", "party=v%C3%A5rdcentral&phase=end"),
        ("Vad ska kommunen göra när det gäller hjälpmedel?",
         "party=municipality&topic=hj%C3%A4lpmedel"),
        ("Vad ansvarar regionen för inom lakemedel?", "party=region&topic=l%C3%A4kemedel"),
        ("Vilket ansvar har kommunen och regionen vid betalning?",
         "party=municipality&party=region&phase=payment"),
        ("Vad ansvarar kommunen för?", "party=municipality"),
        ("Sammanfatta kommunens ansvar vid start", "party=municipality&phase=start"),
        ("What is the municipality responsible for at discharge?",
         "party=municipality&phase=transfer"),
        ("What must the region do when care ends?", "party=region&phase=end"),
    ],
)  # fmt: skip
def test_all_that_a_party_carries_is_asked_for(question, query):
    asked = overview_of(question, lexicon().find(question, question=True), HEADINGS)
    assert asked == MatrixFilter.parse(parse_qsl(query))


@pytest.mark.parametrize(
    "question",
    [
        "Vem ansvarar vid utskrivning?",
        "Vad ansvarar kommunen för vid såromläggning?",
        "Vad ska kommunen svara på en vårdbegäran?",
        "Vad ansvarar kommunen för enligt punkt 3.4?",
        "Vad gör en rehabkoordinator på vårdcentralen?",
        "Vad gör hemtjänsten om patienten ramlar?",
        "Får kommunen ta betalt vid utskrivning?",
        "Vad kostar det?",
        "Vad har regionen för telefonnummer?",
        "",
    ],
)
def test_a_question_about_something_in_particular_is_no_overview(question):
    assert overview_of(question, lexicon().find(question, question=True), HEADINGS) is None


def test_the_answer_carries_the_list_and_the_way_to_all_of_it(answering):
    answer = answering.ask("Vad ansvarar kommunen för när det gäller ansvar?", on=TODAY)
    found = answer.overview
    assert answer.status in (AnswerStatus.ANSWERED, AnswerStatus.SHARED)
    assert found.query == "on=2026-11-22&party=municipality"
    assert [duty.reference for duty in found.duties][:2] == ["avtal#1.1", "avtal#1.3"]
    texts = {document.id: document.text for document in answering.documents}
    for duty in found.duties:
        said = texts[duty.document][duty.start : duty.end]
        assert duty.what in said


def test_a_list_answers_what_no_single_clause_does(answering):
    strict = type(answering)(
        answering.index,
        answering.encoder,
        judge=answering._judge.model_copy(update={"threshold": 1.1}),
    )
    assert strict.ask("Vem ansvarar för hemsjukvården?", on=TODAY).status is AnswerStatus.NOT_FOUND
    answer = strict.ask("Vad ansvarar regionen för?", on=TODAY)
    assert (answer.status, answer.citations) == (AnswerStatus.ANSWERED, ())
    assert answer.overview.total > len(answer.overview.duties) > 3
    assert answer.headline.startswith(f"Texten tar upp {answer.overview.total} ansvar")


def test_nothing_is_listed_on_a_day_when_nothing_holds(answering):
    assert answering.ask("Vad ansvarar kommunen för?", on=date(2000, 1, 1)).overview is None


def test_an_ordinary_question_has_no_overview(answering):
    assert answering.ask("Vem ansvarar för hemsjukvården?", on=TODAY).overview is None


@pytest.mark.parametrize(
    ("valid_to", "notes"),
    [
        (None, 0),
        (date(2026, 12, 22), 1),
        (date(2026, 12, 23), 0),
        (TODAY, 1),
    ],
)
def test_an_answer_from_a_text_that_soon_ends_says_so(answering, valid_to, notes):
    answer = answering.ask("Vem ansvarar för hemsjukvården?", on=TODAY)
    cited = tuple(replace(each, valid_to=valid_to) for each in answer.citations)
    noted = with_ending(replace(answer, citations=cited, notes=()))
    assert len(noted.notes) == notes
    if notes:
        assert f"till {valid_to}" in noted.notes[0]
