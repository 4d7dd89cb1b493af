"""Which settings Teams is served with, and on what terms without tokens."""

import asyncio

import httpx
import pytest
from pydantic_core import PydanticCustomError

from bot.api.app import app_of
from bot.api.running import running_app
from bot.asking.index_watch import IndexWatch
from bot.asking.open import asker_on
from bot.settings import BotSettings
from bot.teams import mount
from bot.teams.connector import MICROSOFT
from tests.bot.teams.played_service import PlayedService, playing
from tests.bot.teams.stage import ANNA, BOT, PERSONAL, card
from tests.bot.teams.tokens import APP_ID, Signer


def message(service_url, **given):
    return {
        "type": "message",
        "id": "1",
        "text": "Vem kallar till SIP?",
        "serviceUrl": service_url,
        "channelId": "emulator",
        "from": ANNA,
        "conversation": PERSONAL,
        "recipient": BOT,
        **given,
    }


async def posted(app, body, client=("127.0.0.1", 50_000), **headers):
    transport = httpx.ASGITransport(app, client=client)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as to:
        return await to.post("/api/messages", json=body, headers=headers)


@pytest.fixture
def open_settings(tmp_path):
    return BotSettings(data=tmp_path, teams_allow_unauthenticated=True)


def test_teams_is_not_mounted_unconfigured(model_service, tmp_path):
    with pytest.raises(ValueError, match="client id"):
        mount(running_app(), asker_on(model_service, BotSettings(data=tmp_path)), BotSettings())


def test_messages_without_tokens_are_not_taken_at_an_address_that_others_reach(
    model_service, open_settings
):
    reachable = open_settings.model_copy(update={"host": "0.0.0.0"})
    with pytest.raises(PydanticCustomError, match="without a token"):
        mount(running_app(), asker_on(model_service, open_settings), reachable)


@pytest.mark.enable_socket
def test_on_a_developers_machine_a_local_client_is_answered_without_tokens(
    model_service, open_settings
):
    async def scenario():
        app = running_app()
        mount(app, asker_on(model_service, open_settings), open_settings)
        async with (
            playing(PlayedService(signers=[Signer()])) as service,
            app.router.lifespan_context(app),
        ):
            response = await posted(app, message(service.address + "/emea"))
            assert response.status_code == 200
            while not service.messages:
                await asyncio.sleep(0.01)
        (sent,) = service.messages
        assert card(sent)
        assert sent.authorization is None

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("client", "headers", "address", "error"),
    [
        (("192.0.2.7", 50_000), {}, "http://127.0.0.1:1", "no_token"),
        (("127.0.0.1", 50_000), {"x-forwarded-for": "192.0.2.7"}, "http://127.0.0.1:1", "no_token"),
        (("127.0.0.1", 50_000), {"forwarded": "for=192.0.2.7"}, "http://127.0.0.1:1", "no_token"),
        (("127.0.0.1", 50_000), {}, "https://smba.trafficmanager.net/emea", "wrong_service"),
        (("127.0.0.1", 50_000), {}, "http://192.0.2.7/", "wrong_service"),
    ],
)
def test_without_tokens_nothing_from_or_to_elsewhere_is_taken(
    model_service, open_settings, client, headers, address, error
):
    app = running_app()
    mount(app, asker_on(model_service, open_settings), open_settings)
    response = asyncio.run(posted(app, message(address), client, **headers))
    assert response.json()["error"] == error


def test_on_the_whole_application_a_call_without_a_token_is_refused(
    model_service, model_index, tmp_path
):
    settings = BotSettings(data=tmp_path, teams_client_id=APP_ID, teams_client_secret="hemlig")
    app = app_of(asker_on(model_service, settings), IndexWatch(model_index, settings), settings)
    response = asyncio.run(posted(app, message("https://smba.trafficmanager.net/emea")))
    assert (response.status_code, response.json()["error"]) == (401, "no_token")


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://smba.trafficmanager.net/emea", True),
        ("https://SMBA.trafficmanager.net/emea", True),
        ("https://europe.botframework.com", True),
        ("https://botframework.com.evil.example", False),
        ("https://other.trafficmanager.net", False),
        ("http://smba.trafficmanager.net", False),
        ("http://127.0.0.1:3978", False),
        ("", False),
    ],
)
def test_microsofts_addresses_are_known(address, allowed):
    assert MICROSOFT.allows(address) is allowed
