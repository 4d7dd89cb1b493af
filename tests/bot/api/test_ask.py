"""A question over HTTP, from good ones to everything that a client can do wrong."""

import asyncio
import json

import pytest

from tests.bot.api.served import served

QUESTION = "Vem ansvarar när hemsjukvården avslutas?"


def run(model_service, tmp_path, model_index, scenario, **settings):
    async def whole():
        async with served(model_service, tmp_path, model_index, **settings) as (client, asker):
            return await scenario(client, asker)

    return asyncio.run(whole())


@pytest.fixture
def asked(model_service, tmp_path, model_index):
    """Run a scenario against the application."""

    def scenario_run(scenario, **settings):
        return run(model_service, tmp_path, model_index, scenario, **settings)

    return scenario_run


def once(asked, body=None, *, headers=None, content=None, **settings):
    """The response to one question."""

    async def scenario(client, _):
        if content is not None:
            given = {"Content-Type": "application/json", **(headers or {})}
            return await client.post("/api/ask", content=content, headers=given)
        return await client.post("/api/ask", json=body, headers=headers)

    return asked(scenario, **settings)


def test_a_question_is_answered_with_the_whole_answer_value_and_an_id(asked):
    found = once(asked, {"question": "Vem betalar hjälpmedel till barn?"})
    assert found.status_code == 200
    body = found.json()
    assert body["status"] == "answered"
    assert body["principals"] == ["region"]
    assert body["citations"][0]["reference"] == "modell-huvudavtal#6.3"
    assert body["stored"] is True
    assert body["followed"] is None
    assert len(body["id"]) >= 20
    assert found.headers["cache-control"] == "no-store"


def test_a_follow_up_in_the_thread_is_understood_with_the_question_before(asked):
    async def scenario(client, _):
        for thread in ("a", "b"):
            other = "Vem betalar hjälpmedel till barn?" if thread == "b" else QUESTION
            await client.post("/api/ask", json={"question": other, "thread": thread})
        again = {"question": "och vem tar över sen?", "thread": "a"}
        return (await client.post("/api/ask", json=again)).json()

    found = asked(scenario)
    assert found["followed"] == QUESTION
    assert found["question"] == "och vem tar över sen?"
    assert found["citations"][0]["reference"].startswith("modell-huvudavtal#3.")


def test_the_same_words_outside_the_thread_follow_nothing(asked):
    async def scenario(client, _):
        await client.post("/api/ask", json={"question": QUESTION, "thread": "a"})
        again = {"question": "och vem tar över sen?"}
        return (await client.post("/api/ask", json=again)).json()

    assert asked(scenario)["followed"] is None


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("", "empty_question"),
        (" \n\t ", "empty_question"),
        ("🙏😭🚑", "empty_question"),
        ("\u202e\u2067\u200f", "empty_question"),
        ("\x00\x07\x1b[2J"[:3], "empty_question"),
        ("a" * 10_000, "long_question"),
    ],
)
def test_what_is_no_question_is_refused_with_the_mend(asked, question, key):
    found = once(asked, {"question": question})
    assert found.status_code == 422
    assert found.json()["error"] == key
    assert found.json()["message"]


@pytest.mark.parametrize(
    "question",
    [
        f"\u202e{QUESTION}\u202c",
        f"{QUESTION}\x00\x07\x1b[2J",
        f"<script>alert('{QUESTION}')</script>",
        f"\ud800{QUESTION}",
        f"*{QUESTION}* <!channel> {{{{ 7*7 }}}} %s %(x)s",
    ],
)
def test_strange_characters_are_text_and_the_question_is_still_answered(asked, question):
    found = once(asked, content=json.dumps({"question": question}).encode())
    assert found.status_code == 200
    assert found.json()["status"] in ("answered", "shared", "ambiguous")
    assert "\x00" not in found.json()["question"]


def test_another_language_is_met_kindly(asked):
    found = once(asked, {"question": "Qui est responsable des soins à domicile le week-end ?"})
    assert found.json()["status"] == "out_of_scope"


@pytest.mark.parametrize(
    ("content", "status", "key"),
    [
        (b"{", 400, "invalid_json"),
        (b"", 400, "invalid_json"),
        (b"[1]", 400, "invalid_json"),
        (b'"hej"', 400, "invalid_json"),
        (b'{"question": "\xff\xfe"}', 400, "invalid_encoding"),
        (b"{}", 422, "missing_field"),
        (b'{"question": 7}', 422, "invalid_field"),
        (b'{"question": "Vem?", "on": "2026-13-01"}', 422, "invalid_date"),
        (b'{"question": "Vem?", "on": "i morgon"}', 422, "invalid_date"),
        (b'{"question": "Vem?", "lang": "de"}', 422, "invalid_field"),
        (b'{"question": "Vem?", "thread": ""}', 422, "invalid_field"),
        (b'{"question": "Vem?", "surprise": 1}', 422, "unknown_field"),
    ],
)
def test_a_body_that_cannot_be_used_is_refused_by_key(asked, content, status, key):
    found = once(asked, content=content)
    assert (found.status_code, found.json()["error"]) == (status, key)


@pytest.mark.parametrize("name", ["p19900101_2384", "<script>", "Anna", "q" * 21])
def test_a_made_up_field_is_not_repeated_unless_it_looks_like_ours(asked, name):
    found = once(asked, content=json.dumps({"question": "Vem?", name: 1}).encode())
    assert (found.status_code, found.json()["error"]) == (422, "unknown_field")
    assert name not in found.text


def test_what_was_sent_is_never_repeated_in_an_error(asked):
    found = once(asked, content=b'{"question": "Vem?", "19121212-1212": 1}')
    assert "1212" not in found.text


def test_a_form_is_told_to_be_json(asked):
    found = once(asked, content=b"question=Vem", headers={"Content-Type": "text/plain"})
    assert (found.status_code, found.json()["error"]) == (415, "not_json")


@pytest.mark.parametrize(
    ("headers", "body", "beginning"),
    [
        ({}, {"question": ""}, "Skriv en fråga"),
        ({"Accept-Language": "en-GB,en;q=0.9"}, {"question": ""}, "Write a question"),
        ({"Accept-Language": "de, en;q=0.2, sv;q=0.8"}, {"question": ""}, "Skriv en fråga"),
        ({"Accept-Language": "en"}, {"question": "", "lang": "sv"}, "Skriv en fråga"),
        ({"Accept-Language": ";;q=x,,"}, {"question": ""}, "Skriv en fråga"),
    ],
)
def test_errors_speak_the_language_of_the_body_or_of_the_client(asked, headers, body, beginning):
    assert once(asked, body, headers=headers).json()["message"].startswith(beginning)


def test_one_person_who_asks_too_much_is_told_when_there_is_room_and_others_are_not(asked):
    async def scenario(client, _):
        mine = {"question": QUESTION, "user": "a"}
        found = [await client.post("/api/ask", json=mine) for _ in range(4)]
        other = await client.post("/api/ask", json={"question": QUESTION, "user": "b"})
        return found, other

    found, other = asked(scenario, per_user_per_minute=3)
    assert [each.status_code for each in found] == [200, 200, 200, 429]
    assert found[3].json()["error"] == "too_many_questions"
    assert 1 <= int(found[3].headers["retry-after"]) <= 120
    assert other.status_code == 200


def test_two_hundred_at_once_are_all_answered_or_told_to_wait(asked):
    async def scenario(client, _):
        def one(number):
            return client.post("/api/ask", json={"question": f"{QUESTION} {number}"})

        return await asyncio.gather(*map(one, range(200)))

    found = asked(scenario, everyone_per_second=150)
    statuses = {each.status_code for each in found}
    assert statuses <= {200, 429}
    assert sum(each.status_code == 200 for each in found) >= 150
    assert all(each.json()["message"] for each in found if each.status_code == 429)


def test_more_than_can_be_done_in_a_while_is_refused_at_once(asked, monkeypatch):
    async def scenario(client, asker):
        asker._places._most = 5
        ask = [client.post("/api/ask", json={"question": QUESTION}) for _ in range(30)]
        return await asyncio.gather(*ask), asker.under_way

    found, left = asked(scenario)
    assert {each.status_code for each in found} == {200, 429}
    assert left == 0
