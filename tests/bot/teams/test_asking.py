"""Whole scenarios: a question in Teams, and what stands in the chat afterwards."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from starlette.responses import Response

from bot.asking.errors import TooManyQuestions
from bot.question_length import LONGEST
from bot.teams.texts import EXAMPLES, TEAMS
from tests.bot.teams.reading import addresses, elements, lines, quotes, titles
from tests.bot.teams.stage import ANNA, BOT, CHANNEL, SENDING_TOKEN, card

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem betalar när en utskrivningsklar patient ligger kvar?"
PARTY = "Kommunen ansvarar."
MENTION = {"type": "mention", "text": "<at>Ansvarslotsen</at>", "mentioned": BOT}


def test_a_question_in_a_personal_chat_is_answered_with_a_card_that_names_the_party_first(play):
    async def scenario(stage):
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        found = card(sent)
        assert sent.method == "POST"
        assert sent.conversation == "a:personal"
        assert sent.authorization == f"Bearer {SENDING_TOKEN}"
        assert lines(found)[0] == PARTY
        assert sent.body["summary"] == PARTY
        assert found["version"] == "1.5"
        assert found["lang"] == "sv"
        assert any("EXEMPEL – inte gällande" in each for each in lines(found))
        assert {"Visa hela punkten", "Fler punkter", "👍 Bra svar"} <= set(titles(found))
        assert "https://ansvar.region.se/punkt/modell-utskrivning/B8" in addresses(found)

    play(scenario)


def test_the_quote_on_the_card_is_the_services_own_with_the_deciding_sentence_marked(
    play, model_service
):
    async def scenario(stage):
        activity = await stage.says(QUESTION)
        (sent,) = await stage.messages()
        answer = model_service.ask(activity["text"], on=date.today())
        (quote,) = quotes(card(sent))
        (citation,) = answer.citations
        assert quote.split() == citation.quote.split()
        start, end = citation.decisive
        (marked,) = [
            run["text"]
            for box in card(sent)["body"]
            if box.get("style") == "emphasis"
            for each in box["items"]
            for run in each["inlines"]
            if run.get("highlight")
        ]
        assert marked == citation.quote[start:end]

    play(scenario)


def test_a_mention_in_a_channel_is_answered_in_its_thread_without_the_mention(play):
    async def scenario(stage):
        await stage.says(
            f"<at>Ansvarslotsen</at>&nbsp;{QUESTION}\n",
            conversation=CHANNEL,
            entities=[MENTION],
        )
        (sent,) = await stage.messages()
        assert sent.conversation == CHANNEL["id"]
        assert lines(card(sent))[0] == PARTY

    play(scenario)


def test_names_of_mentioned_people_do_not_reach_the_question(play):
    asked = []

    def change(asker):
        return _Listening(asker, asked)

    async def scenario(stage):
        await stage.says(
            f"<at>Ansvarslotsen</at> <at>Karin Lund</at> {QUESTION}",
            entities=[
                MENTION,
                {"type": "mention", "text": "<at>Karin Lund</at>", "mentioned": {"id": "29:k"}},
            ],
        )
        await stage.messages()
        assert asked[0].text == QUESTION

    replace(play, change=change)(scenario)


def test_a_follow_up_in_the_same_thread_is_understood_together_with_the_question_before(play):
    async def scenario(stage):
        await stage.says(QUESTION, conversation=CHANNEL)
        await stage.messages()
        await stage.says("och vem meddelar det?", conversation=CHANNEL)
        _, second = await stage.messages(2)
        assert any(QUESTION in each for each in lines(card(second)))

    play(scenario)


def test_another_thread_of_the_channel_knows_nothing_of_it(play):
    other = {**CHANNEL, "id": "19:kanal@thread.tacv2;messageid=1700000000099"}

    async def scenario(stage):
        await stage.says(QUESTION, conversation=CHANNEL)
        await stage.messages()
        await stage.says("och vem meddelar det?", conversation=other)
        _, second = await stage.messages(2)
        assert not any(QUESTION in each for each in lines(card(second)))

    play(scenario)


def test_an_edited_question_gets_its_answer_edited(play):
    async def scenario(stage):
        first = await stage.says("Vem kallar till SIP?")
        await stage.messages()
        await _edited(stage, first, QUESTION)
        _, again = await stage.messages(2)
        assert again.method == "PUT"
        assert again.replaced == "sent-1"
        assert lines(card(again))[0] == PARTY

    play(scenario)


def test_an_edited_question_that_was_never_answered_is_answered(play):
    async def scenario(stage):
        await _edited(stage, stage.activity(text="?"), QUESTION)
        (sent,) = await stage.messages()
        assert sent.method == "POST"

    play(scenario)


def test_an_edit_whose_answer_was_removed_is_answered_anew(play):
    async def scenario(stage):
        first = await stage.says("Vem kallar till SIP?")
        await stage.messages()
        stage.service.answers = [Response(status_code=404)]
        await _edited(stage, first, QUESTION)
        _, again = await stage.messages(2)
        assert again.method == "POST"

    play(scenario)


def test_adding_the_app_brings_the_welcome_with_examples_and_how_data_is_handled(play):
    async def scenario(stage):
        response = await stage.post(stage.activity("installationUpdate", action="add"))
        assert response.status_code == 200
        (sent,) = await stage.messages()
        text = " ".join(lines(card(sent)))
        assert "sparas i 45 dagar" in text
        assert "112" in text
        asked = [each["data"]["msteams"] for each in elements(card(sent)) if "data" in each]
        assert asked == [{"type": "imBack", "value": TEAMS[key][0]} for key in EXAMPLES]

    play(scenario, keep_days=45)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_example_of_the_welcome_is_answered(model_service, lang):
    for key in EXAMPLES:
        question = TEAMS[key][("sv", "en").index(lang)]
        answer = model_service.ask(question, on=date.today(), lang=lang)
        assert answer.citations, question


def test_an_empty_mention_gets_the_welcome(play):
    async def scenario(stage):
        await stage.says("<at>Ansvarslotsen</at> ", entities=[MENTION], conversation=CHANNEL)
        (sent,) = await stage.messages()
        assert lines(card(sent))[0] == TEAMS["welcome.title"][0]

    play(scenario)


def test_an_english_client_gets_english_around_the_swedish_quote(play):
    async def scenario(stage):
        await stage.says(
            "Who pays when a patient ready for discharge stays in hospital?", locale="en-GB"
        )
        (sent,) = await stage.messages()
        assert card(sent)["lang"] == "en"
        assert "Show the whole clause" in titles(card(sent))
        assert any("EXAMPLE – not in force" in each for each in lines(card(sent)))

    play(scenario)


def test_the_clients_own_language_is_read_where_the_message_names_none(play):
    async def scenario(stage):
        await stage.says(
            "Vem kallar till SIP?",
            locale=None,
            entities=[{"type": "clientInfo", "locale": "en-US"}],
        )
        (sent,) = await stage.messages()
        assert card(sent)["lang"] == "en"

    play(scenario)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("😀🎉", "Skriv en fråga"),
        ("a" * (LONGEST + 1), "Frågan är för lång"),
        ("vad " * 2_500, "Frågan är för lång"),
    ],
    ids=["emoji", "long", "ten thousand characters"],
)
def test_what_is_no_question_gets_a_kind_line_of_plain_text(play, text, said):
    async def scenario(stage):
        await stage.says(text)
        (sent,) = await stage.messages()
        assert sent.body["text"].startswith(said)
        assert sent.body["textFormat"] == "plain"

    play(scenario)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> **vem** [betalar](https://x.example) för SIP?",
        "&lt;b&gt;vem&lt;/b&gt; kallar till SIP? {{DATE(2026-01-01T00:00:00Z)}}",
        "\u202eRIS llit rallak mev",
        "vem kallar\x00\x1b[31m till SIP?",
        "من المسؤول عن الرعاية؟",
        "{{TIME(2026-01-01T00:00:00Z)}} _SIP_",
    ],
)
def test_hostile_and_foreign_questions_are_answered_with_a_card(play, text):
    async def scenario(stage):
        await stage.says(text)
        (sent,) = await stage.messages()
        assert lines(card(sent))[0]
        assert not any("{{" in each for each in lines(card(sent)))

    play(scenario)


def test_too_many_questions_are_told_when_to_try_again(play):
    async def scenario(stage):
        for _ in range(2):
            await stage.says(QUESTION)
        sent = await stage.messages(2)
        texts = [each.body.get("text") for each in sent]
        assert any(text and text.startswith("Det kom många frågor") for text in texts)

    play(scenario, per_user_per_minute=1)


def test_two_hundred_questions_at_once_are_each_answered_or_told(play):
    async def scenario(stage):
        people = [{**ANNA, "aadObjectId": f"00000000-0000-4000-8000-{n:012d}"} for n in range(200)]
        responses = await asyncio.gather(
            *(stage.post(stage.activity(text=QUESTION, **{"from": each})) for each in people)
        )
        taken = [each for each in responses if each.status_code == 200]
        assert {each.status_code for each in responses} <= {200, 429}
        sent = await stage.messages(len(taken))
        assert len(sent) == len(taken)

    replace(play, change=_Repeating)(scenario)


def test_a_slow_answer_is_announced_with_a_typing_status(play):
    async def scenario(stage):
        await stage.says(QUESTION)
        await stage.messages()
        assert [each.body["type"] for each in stage.service.sent] == ["typing", "message"]

    replace(play, change=lambda asker: _Slow(asker, 0.9))(scenario)


def test_a_typing_status_that_cannot_be_sent_does_not_hold_up_the_answer(play):
    async def scenario(stage):
        stage.service.refuse_typing = True
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        assert lines(card(sent))[0] == PARTY
        assert stage.slept == []

    replace(play, change=lambda asker: _Slow(asker, 0.9))(scenario)


def test_an_unforeseen_fault_is_told_and_its_text_is_not_logged(play, caplog):
    async def scenario(stage):
        await stage.says("Hemligt om Kalle Karlsson")
        (sent,) = await stage.messages()
        assert sent.body["text"] == TEAMS["error.unexpected"][0]
        assert "KeyError" in caplog.text
        assert "Karlsson" not in caplog.text

    replace(play, change=lambda asker: _Failing(KeyError("Kalle Karlsson")))(scenario)


def test_a_refusal_of_the_asker_is_said_in_the_users_language(play):
    async def scenario(stage):
        await stage.says(QUESTION, locale="en-US")
        (sent,) = await stage.messages()
        assert sent.body["text"] == TooManyQuestions(seconds=7).text("en")

    replace(play, change=lambda asker: _Failing(TooManyQuestions(seconds=7)))(scenario)


def test_answers_under_way_are_sent_before_the_server_stops(play):
    services = []

    async def scenario(stage):
        services.append(stage.service)
        await stage.says(QUESTION)

    replace(play, change=lambda asker: _Slow(asker, 0.3))(scenario)
    assert len(services[0].messages) == 1


async def _edited(stage, activity, text):
    edit = stage.activity(
        "messageUpdate",
        text=text,
        channelData={**activity["channelData"], "eventType": "editMessage"},
    )
    response = await stage.post({**edit, "id": activity["id"]})
    assert response.status_code == 200


class _Slow:
    def __init__(self, asker, seconds):
        self._asker, self._seconds = asker, seconds

    async def ask(self, incoming):
        await asyncio.sleep(self._seconds)
        return await self._asker.ask(incoming)


class _Repeating:
    """Answers each question as the first: what is tried is Teams' side of it."""

    def __init__(self, asker):
        self._asker, self._lock, self._reply = asker, asyncio.Lock(), None

    async def ask(self, incoming):
        async with self._lock:
            self._reply = self._reply or await self._asker.ask(incoming)
        return self._reply


class _Listening:
    def __init__(self, asker, asked):
        self._asker, self._asked = asker, asked

    async def ask(self, incoming):
        self._asked.append(incoming)
        return await self._asker.ask(incoming)


class _Failing:
    def __init__(self, error):
        self._error = error

    async def ask(self, incoming):
        raise self._error
