"""Who is let in at ``/api/messages``: forged, expired, misdirected and replayed calls."""

import asyncio
import json
import time
from datetime import UTC, datetime, timedelta

import jwt
import pytest

from tests.bot.teams.stage import CHANNEL, PERSONAL, card
from tests.bot.teams.tokens import APP_ID, TENANT, Signer

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem kallar till SIP?"
NOW = int(time.time())


def refuses(play, make, status, key, **settings):
    """``make(stage)`` gives a call that is refused, and nothing is sent."""

    async def scenario(stage):
        activity, token = make(stage)
        response = await stage.post(activity, token=token)
        assert (response.status_code, response.json()["error"]) == (status, key)
        assert len(response.json()["message"]) > 20
        await asyncio.sleep(0.05)
        assert stage.service.sent == []

    play(scenario, **settings)


def good(stage, **claims):
    return stage.signer.token(stage.service.address + "/emea/", **claims)


def test_a_call_without_a_token_is_refused(play):
    refuses(play, lambda stage: (stage.activity(text=QUESTION), None), 401, "no_token")


def test_a_refusal_is_told_in_the_callers_language(play):
    async def scenario(stage):
        asked = stage.activity(text=QUESTION)
        swedish = await stage.post(asked, token=None)
        english = await stage.post(asked, token=None, **{"accept-language": "en-GB,en;q=0.9"})
        assert swedish.json()["message"].startswith("Anropet")
        assert english.json()["message"].startswith("The call")
        assert swedish.headers["www-authenticate"] == "Bearer"

    play(scenario)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "00000000-0000-4000-8000-000000000000"},
        {"aud": [APP_ID, "another"]},
        {"aud": f"api://{APP_ID}"},
        {"iss": "https://api.botframework.us"},
        {"iss": f"https://sts.windows.net/{TENANT}/"},
        {"exp": NOW - 301},
        {"nbf": NOW + 40_000},
        {"serviceurl": ""},
        {"serviceurl": 7},
        {"exp": "soon"},
    ],
    ids=lambda claims: "-".join(claims),
)
def test_a_token_for_somebody_else_or_of_another_time_is_refused(play, claims):
    refuses(
        play,
        lambda stage: (stage.activity(text=QUESTION), good(stage, **claims)),
        401,
        "bad_token",
    )


@pytest.mark.parametrize("missing", ["exp", "aud", "iss", "serviceurl"])
def test_a_token_that_leaves_something_out_is_refused(play, missing):
    def make(stage):
        token = stage.signer.token(stage.service.address, without=(missing,))
        return stage.activity(text=QUESTION), token

    refuses(play, make, 401, "bad_token")


def test_a_token_signed_with_another_key_of_the_same_name_is_refused(play):
    def make(stage):
        return stage.activity(text=QUESTION), Signer().token(stage.service.address)

    refuses(play, make, 401, "bad_token")


def test_a_key_that_speaks_for_other_channels_is_refused(play):
    def make(stage):
        stage.signer.endorsements = ["webchat"]
        return stage.activity(text=QUESTION), good(stage)

    refuses(play, make, 401, "bad_token")


def test_a_token_without_a_signature_is_refused(play):
    def make(stage):
        claims = jwt.decode(good(stage), options={"verify_signature": False})
        token = jwt.encode(claims, None, "none", headers={"kid": "key-1"})
        return stage.activity(text=QUESTION), token

    refuses(play, make, 401, "bad_token")


def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(play):
    def make(stage):
        claims = jwt.decode(good(stage), options={"verify_signature": False})
        secret = stage.signer.public()["n"]
        token = jwt.encode(claims, secret, "HS256", headers={"kid": "key-1"})
        return stage.activity(text=QUESTION), token

    refuses(play, make, 401, "bad_token")


@pytest.mark.parametrize("token", ["x", "a.b.c", "ÄÄÄ.öö.å", "." * 20_000])
def test_what_is_no_token_is_refused(play, token):
    async def scenario(stage):
        headers = {b"authorization": b"Bearer " + token.encode()}
        response = await stage.client.post(
            "/api/messages", headers=headers, json=stage.activity(text=QUESTION)
        )
        assert response.status_code == 401

    play(scenario)


def test_a_token_that_has_run_out_within_the_clocks_leeway_is_taken(play):
    async def scenario(stage):
        response = await stage.post(
            stage.activity(text=QUESTION), token=good(stage, exp=int(time.time()) - 200)
        )
        assert response.status_code == 200
        await stage.messages()

    play(scenario)


def test_a_message_that_names_another_service_than_its_token_is_refused(play):
    def make(stage):
        away = stage.activity(text=QUESTION, serviceUrl="https://smba.trafficmanager.net/emea/")
        return away, good(stage)

    refuses(play, make, 403, "wrong_service")


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.trafficmanager.net/emea/",
        "https://evilbotframework.com/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net.evil.example/",
        "ftp://127.0.0.1/",
        "https://[broken/",
        "file:///etc/passwd",
        "smba.trafficmanager.net",
    ],
)
def test_a_service_that_is_not_microsofts_is_refused_even_when_the_token_names_it(play, address):
    refuses(
        play,
        lambda stage: (stage.activity(serviceUrl=address), good(stage, serviceurl=address)),
        403,
        "wrong_service",
    )


def test_a_message_from_another_organisation_is_refused(play):
    other = {**PERSONAL, "tenantId": "00000000-8888-4777-8666-555555555555"}
    refuses(
        play,
        lambda stage: (stage.activity(text=QUESTION, conversation=other), good(stage)),
        403,
        "wrong_tenant",
    )


def test_a_message_that_names_no_organisation_is_refused_where_one_is_set(play):
    nowhere = {"id": "a:personal", "conversationType": "personal"}
    refuses(
        play,
        lambda stage: (
            stage.activity(text=QUESTION, conversation=nowhere, channelData={}),
            good(stage),
        ),
        403,
        "wrong_tenant",
    )


def test_another_channel_is_refused(play):
    refuses(
        play,
        lambda stage: (stage.activity(text=QUESTION, channelId="webchat"), good(stage)),
        403,
        "wrong_channel",
    )


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_message_older_than_five_minutes_or_from_the_future_is_refused(play, minutes):
    when = (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()
    refuses(
        play,
        lambda stage: (stage.activity(text=QUESTION, timestamp=when), good(stage)),
        403,
        "too_old",
    )


def test_the_same_message_sent_again_is_answered_once(play):
    async def scenario(stage):
        activity = stage.activity(text=QUESTION)
        for _ in range(3):
            assert (await stage.post(activity)).status_code == 200
        await stage.messages()
        await stage.nothing_more()
        assert len(stage.service.messages) == 1

    play(scenario)


def test_the_same_id_in_another_conversation_is_another_message(play):
    async def scenario(stage):
        activity = stage.activity(text=QUESTION)
        await stage.post(activity)
        await stage.post({**activity, "conversation": CHANNEL})
        assert len(await stage.messages(2)) == 2

    play(scenario)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b"{}",
        b'{"type": "message"}',
        b"[" * 100_000,
        json.dumps({"type": "message", "conversation": "a", "serviceUrl": 7}).encode(),
    ],
    ids=lambda body: repr(body[:16]),
)
def test_a_body_that_is_no_activity_is_refused(play, body):
    async def scenario(stage):
        response = await stage.post(body)
        assert (response.status_code, response.json()["error"]) == (400, "unreadable")

    play(scenario)


def test_an_activity_without_what_the_library_needs_is_refused_and_not_logged(play, caplog):
    async def scenario(stage):
        activity = stage.activity(text="Hemligt om Kalle Karlsson")
        del activity["recipient"]
        response = await stage.post(activity)
        assert (response.status_code, response.json()["error"]) == (400, "unreadable")
        assert "Karlsson" not in caplog.text

    play(scenario)


def test_a_body_that_is_too_large_is_refused(play):
    refuses(
        play,
        lambda stage: (stage.activity(text="a" * 300_000), good(stage)),
        413,
        "too_large",
    )


@pytest.mark.parametrize(
    ("activity", "status"),
    [
        ({"type": "typing"}, 200),
        ({"type": "messageReaction"}, 200),
        ({"type": "conversationUpdate", "membersAdded": [{"id": "29:x"}]}, 200),
        ({"type": "installationUpdate", "action": "remove"}, 200),
        ({"type": "messageUpdate", "channelData": {"tenant": {"id": TENANT}}}, 200),
        ({"type": "somethingNew"}, 200),
        ({"type": "message", "text": QUESTION, "from": {"id": "28:another-bot"}}, 200),
        ({"type": "invoke", "name": "task/fetch", "value": {}}, 501),
        ({"type": "invoke", "name": "signin/verifyState", "value": {}}, 501),
    ],
    ids=lambda given: given.get("name", given["type"]) if isinstance(given, dict) else "",
)
def test_what_nothing_is_done_with_is_received_and_left(play, activity, status):
    async def scenario(stage):
        response = await stage.post(stage.activity(**activity))
        assert response.status_code == status
        await asyncio.sleep(0.05)
        assert stage.service.sent == []

    play(scenario)


def test_a_call_is_put_off_while_the_keys_cannot_be_fetched(play):
    async def scenario(stage):
        stage.service.keys_down = True
        activity = stage.activity(text=QUESTION)
        response = await stage.post(activity)
        assert (response.status_code, response.json()["error"]) == (503, "no_keys")
        assert response.headers["retry-after"] == "30"
        stage.service.keys_down = False
        assert (await stage.post(activity)).status_code == 200
        assert card((await stage.messages())[0])

    play(scenario)


def test_a_new_key_is_fetched_but_forged_key_names_do_not_make_us_call_out_each_time(play):
    async def scenario(stage):
        for number in range(20):
            forged = Signer(f"forged-{number}", key=stage.signer.key).token(stage.service.address)
            response = await stage.post(stage.activity(text=QUESTION), token=forged)
            assert response.status_code == 401
        assert stage.service.keys_asked == 1

    play(scenario)


def test_neither_ids_nor_text_stand_in_the_log(play, caplog):
    caplog.set_level("DEBUG")

    async def scenario(stage):
        await stage.says("Vem kallar till SIP för Kalle Karlsson 19121212-1212?")
        await stage.messages()
        await stage.post(stage.activity(text="Kalle Karlsson"), token=None)

    play(scenario)
    for secret in ("Karlsson", "1212", "29:anna", "a:personal", "Anna Ek"):
        assert secret not in "\n".join(
            record.getMessage() for record in caplog.records if record.name != "asyncio"
        )
