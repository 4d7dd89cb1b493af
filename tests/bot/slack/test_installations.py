"""Several workspaces: installed by OAuth, each with its own token, forgotten when removed."""

import json
import stat
from urllib.parse import parse_qs, urlparse

import pytest
from pydantic import SecretStr

from bot.settings import BotSettings
from bot.slack.installations import oauth, scopes
from tests.bot.slack.world import PUBLIC, SECRET, World, shown

pytestmark = [
    pytest.mark.enable_socket,
    # Slack's library signs in to oauth.v2.access by a way that aiohttp is about to leave.
    pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning"),
]

OAUTH = {
    "slack_bot_token": None,
    "slack_client_id": "1.2",
    "slack_client_secret": SecretStr("client-secret"),
}
QUESTION = "Vem får besked när någon skrivs in på sjukhus?"


async def install(world: World) -> None:
    start = await world.http.get("/slack/install")
    assert start.status_code == 302
    address = urlparse(start.headers["location"])
    asked = parse_qs(address.query)
    assert address.netloc == "slack.com"
    assert asked["scope"] == [",".join(scopes())]
    assert asked["redirect_uri"] == [f"{PUBLIC}/slack/oauth_redirect"]
    back = await world.http.get(
        "/slack/oauth_redirect", params={"code": "c", "state": asked["state"][0]}
    )
    assert (back.status_code, "installerad" in back.text) == (200, True)


def test_a_workspace_installs_and_is_answered_with_its_own_token(play, tmp_path):
    async def story(world: World) -> None:
        await install(world)
        await world.direct(QUESTION)
        [post] = await world.slack.wait("chat.postMessage")
        assert world.headline() in shown(post)
        folder = tmp_path / "slack"
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        [kept] = folder.glob("installations/**/bot-latest")
        assert json.loads(kept.read_text())["bot_token"] == "xoxb-installed"

    play(story, **OAUTH)


def test_a_workspace_that_is_not_installed_is_told_so(play):
    async def story(world: World) -> None:
        await world.command(QUESTION)
        [answer] = [*world.slack.of("respond"), {"text": ""}][:1]
        assert "inte installerad" in answer["text"]

    play(story, **OAUTH)


def test_a_removed_workspace_is_forgotten(play, tmp_path):
    async def story(world: World) -> None:
        await install(world)
        await world.event({"type": "app_uninstalled"})
        await world.settle()
        assert list((tmp_path / "slack").glob("installations/**/bot-latest")) == []

    play(story, **OAUTH)


def test_a_state_that_we_did_not_give_installs_nothing(play, tmp_path):
    async def story(world: World) -> None:
        back = await world.http.get(
            "/slack/oauth_redirect", params={"code": "c", "state": "../../etc/passwd"}
        )
        assert back.status_code >= 400
        assert "gick inte igenom" in back.text
        assert world.slack.of("oauth.v2.access") == []

    play(story, **OAUTH)


def test_govslack_has_its_own_page_for_agreeing_and_a_proxy_has_not(tmp_path):
    def page(api_url: str) -> str:
        found = oauth(
            BotSettings(
                data=tmp_path,
                slack_signing_secret=SecretStr(SECRET),
                slack_api_url=api_url,
                **OAUTH,
            )
        )
        assert found is not None
        return found.authorization_url

    assert page("https://slack-gov.com/api") == "https://slack-gov.com/oauth/v2/authorize"
    assert page("https://proxy.example.se/api") == "https://slack.com/oauth/v2/authorize"
