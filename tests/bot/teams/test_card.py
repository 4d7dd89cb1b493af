"""What is drawn on a card, and what is not read into it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer_view import view
from bot.asking.values import Reply
from bot.teams.card_text import inert
from bot.teams.fitting import MOST_BYTES, fitted, size, wire
from bot.teams.plain import plain, summary
from bot.teams.quote_cut import ELLIPSIS, cut
from bot.teams.texts import TEAMS
from corpus.clause import Clause
from corpus.duty import Modality, Phase
from corpus.party import Party, Principal
from retrieval.answer import Answer, AnswerStatus, PartyAnswer
from tests.bot.answers import ANSWERED, CITATION, REFUSED, RELATED, SENTENCE, SHARED
from tests.bot.teams.reading import addresses, elements, lines, quotes, titles

PUBLIC = "https://ansvar.region.se"


def drawn(answer: Answer, lang="sv", *, followed=None, stored=True):
    from bot.teams.card import drawing

    reply = Reply(id="answer-1", answer=answer, followed=followed, stored=stored)
    return fitted(drawing(reply, lang, PUBLIC))


def read(answer: Answer, lang="sv", **given):
    return wire(drawn(answer, lang, **given))


@pytest.mark.parametrize("answer", [ANSWERED, SHARED, REFUSED])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_card_says_what_the_view_says_party_first(answer, lang):
    seen, card = view(answer, lang), read(answer, lang)
    said = lines(card)
    assert said[0] == seen.headline
    assert set(seen.carried) <= set(said)
    assert set(seen.notes) <= set(said)
    for source, quote in zip(seen.sources, quotes(card), strict=True):
        whole = source.before + source.decisive + source.after
        assert quote.split("\n") == [each for each in whole.split("\n") if each]
        assert any(
            source.place in each and source.standing in each and source.dates in each
            for each in said
        )
    for group in seen.related:
        assert any(group.document_title in each and group.standing in each for each in said)
        for offer in group.offers:
            assert any(each.startswith(offer.name) for each in said)


def test_each_source_opens_its_own_clause_on_the_web_page():
    card = read(SHARED)
    references = [each.reference.split("#") for each in SHARED.citations]
    expected = [f"{PUBLIC}/punkt/{document}/{clause}" for document, clause in references]
    opening = [
        each["url"] for box in card["body"] if box["type"] == "ActionSet" for each in box["actions"]
    ]
    assert opening == expected
    assert len(set(titles(card))) == len(titles(card)) - _fallbacks(card)


def _fallbacks(card):
    return sum("fallback" in each for each in elements(card))


def test_an_address_holds_nothing_of_the_ids_that_leads_elsewhere():
    odd = replace(CITATION, document="../../x?y", clause="1 §/../#a")
    (address,) = addresses(read(replace(ANSWERED, citations=(odd,), related=())))
    assert address == f"{PUBLIC}/punkt/..%2F..%2Fx%3Fy/1%20%C2%A7%2F..%2F%23a"


def test_further_clauses_are_folded_behind_a_button():
    card = read(ANSWERED)
    (box,) = [each for each in card["body"] if each.get("id") == "more"]
    assert box["isVisible"] is False
    (button,) = [each for each in card["actions"] if each["type"] == "Action.ToggleVisibility"]
    assert button["targetElements"] == ["more"]


def test_without_further_clauses_there_is_no_such_button():
    card = read(replace(ANSWERED, related=()))
    assert "Fler punkter" not in titles(card)


def test_clauses_that_do_not_answer_are_marked_as_such():
    said = lines(read(replace(ANSWERED, related=(replace(RELATED, apart=True),))))
    assert "Visas vid sidan av – gäller inte" in said


def test_the_earlier_question_that_was_read_too_is_shown():
    said = lines(read(ANSWERED, followed="Vem lägger om sår?"))
    assert said[1] == "Läst tillsammans med din tidigare fråga: Vem lägger om sår?"


def test_an_answer_that_is_not_kept_has_no_thumbs_and_says_why():
    card = read(ANSWERED, stored=False)
    assert not [each for each in elements(card) if each["type"] == "Action.Execute"]
    assert TEAMS["card.unstored"][0] in lines(card)


def test_document_text_stands_only_where_markdown_is_not_read():
    hostile = "**fet** [länk](https://x.example) <at>alla</at> # rubrik {{DATE(2026-01-01)}}"
    answer = replace(
        ANSWERED,
        headline=hostile,
        notes=(hostile,),
        citations=(
            replace(
                CITATION,
                document_title=hostile,
                title=hostile,
                label=hostile,
                quote=hostile,
                decisive=(0, len(hostile)),
            ),
        ),
        related=(replace(RELATED, title=None, label=hostile, excerpt=hostile),),
    )
    card = read(answer, followed=hostile)
    assert {each["type"] for each in elements(card)} <= {
        "RichTextBlock", "TextRun", "Container", "ActionSet", "Action.OpenUrl",
        "Action.ToggleVisibility", "Action.Execute", "Action.Submit", "Action.ShowCard",
        "Input.ChoiceSet", "Input.Text",
    }  # fmt: skip
    assert "{{" not in json.dumps(card["body"], ensure_ascii=False)
    assert "**fet** [länk](https://x.example)" in lines(card)[0]
    assert all(each.startswith(PUBLIC) for each in addresses(card))


@given(st.text(alphabet="{}aDATE() ", max_size=30))
def test_no_text_calls_a_function_of_the_card_and_none_looks_different(text):
    assert "{{" not in inert(text)
    assert inert(text).replace("\N{WORD JOINER}", "") == text


def giant(clause: Clause | None = None, *, quote: str, many: int = 1) -> Answer:
    middle = len(quote) // 2
    decisive = (middle, min(len(quote), middle + len(SENTENCE)))
    citation = replace(CITATION, quote=quote, start=0, end=len(quote), decisive=decisive)
    return replace(ANSWERED, citations=(citation,) * many)


def test_every_clause_of_the_model_agreement_fits_on_a_card_with_its_whole_quote(model_service):
    documents = {each.id: each for each in model_service.documents}
    for clause in model_service.clauses:
        answer = giant(quote=documents[clause.document].text[clause.start : clause.end])
        card = drawn(answer)
        assert size(card) <= MOST_BYTES, clause.reference
        (quote,) = quotes(wire(card))
        assert quote.split() == answer.citations[0].quote.split(), clause.reference


@pytest.mark.parametrize("many", [1, 3, 12])
@pytest.mark.parametrize("piece", ["Kommunen ska göra det. ", "å" * 400 + " ", "\n", "👩‍⚕️ ", '"\\'])
def test_a_clause_of_any_length_gives_a_card_that_teams_takes(piece, many):
    answer = giant(quote=piece * (200_000 // len(piece)), many=many)
    card = drawn(answer)
    assert size(card) <= MOST_BYTES
    assert lines(wire(card))[0] == ANSWERED.headline
    assert len(quotes(wire(card))) >= 1


def test_everything_else_gives_way_before_the_quote():
    quote = "Kommunen ska ordna det. " * 200
    answer = replace(
        giant(quote=quote),
        related=tuple(replace(RELATED, clause=f"9.{n}", label=f"9.{n}") for n in range(200)),
        notes=("En anmärkning. " * 100,) * 20,
        parties=tuple(
            PartyAnswer(
                party=Party(principal=Principal.REGION),
                modality=Modality.SHALL,
                what=f"göra sak {n} " * 30,
                phase=Phase.ALWAYS,
                condition=None,
                citation=0,
            )
            for n in range(50)
        ),
    )
    card = wire(drawn(answer))
    assert size(drawn(answer)) <= MOST_BYTES
    assert quotes(card)[0].split() == quote.split()
    assert TEAMS["card.left_out"][0] in lines(card)
    assert "Fler punkter" not in titles(card)


def test_a_shortened_quote_says_so_and_keeps_the_deciding_sentence():
    quote = "Före. " * 8_000 + SENTENCE + " Efter." * 8_000
    start = quote.index(SENTENCE)
    citation = replace(CITATION, quote=quote, decisive=(start, start + len(SENTENCE)))
    card = wire(drawn(replace(ANSWERED, citations=(citation,))))
    marked = [each["text"] for each in elements(card) if each.get("highlight")]
    assert marked == [SENTENCE]
    assert TEAMS["card.cut"][0] in lines(card)


@settings(max_examples=200)
@given(
    st.text(alphabet="ab \n", max_size=80),
    st.text(alphabet="AB \n", min_size=1, max_size=80),
    st.text(alphabet="cd \n", max_size=80),
    st.integers(1, 300),
)
def test_what_is_left_of_a_cut_quote_stands_in_it_letter_for_letter(before, main, after, most):
    (source,) = view(ANSWERED).sources
    found = cut(replace(source, before=before, decisive=main, after=after), most)
    left = found.before + found.decisive + found.after
    assert len(left) <= most + 3 * len(ELLIPSIS)
    if not found.cut:
        assert left == before + main + after
    assert main.startswith(found.decisive.removesuffix(ELLIPSIS))
    assert before.endswith(found.before.removeprefix(ELLIPSIS))
    assert after.startswith(found.after.removesuffix(ELLIPSIS))


def test_an_answer_without_sources_draws_no_quote():
    card = read(REFUSED)
    assert quotes(card) == []
    assert lines(card)[0] == REFUSED.headline


@pytest.mark.parametrize("status", AnswerStatus)
def test_every_status_can_be_drawn(status):
    card = read(replace(ANSWERED, status=status))
    assert card["fallbackText"] == ANSWERED.headline


def test_plain_text_holds_the_party_the_quote_and_its_standing():
    seen = view(ANSWERED)
    text = plain(seen)
    assert text.startswith(seen.headline)
    assert SENTENCE in text
    assert seen.sources[0].standing in text
    assert summary(seen) == seen.headline


def test_a_long_headline_is_short_in_a_notification():
    assert len(summary(view(replace(ANSWERED, headline="ord " * 500)))) <= 302


def test_the_card_tells_the_day_and_the_index():
    said = lines(read(replace(ANSWERED, on=date(2026, 5, 1))))
    assert any("2026-05-01" in each for each in said)
