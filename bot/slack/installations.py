"""Several workspaces: the installation by OAuth, and where each workspace's token is kept."""

import json
from collections.abc import Sequence
from importlib.resources import files

from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import FileInstallationStore
from slack_sdk.oauth.state_store import FileOAuthStateStore

from bot.settings import BotSettings
from bot.slack.texts import SLACK
from bot.words import Words

INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"

_STATE_SECONDS = 600
_PLAIN: dict[str, str | Sequence[str]] = {"Content-Type": "text/plain; charset=utf-8"}


def scopes() -> list[str]:
    """The rights that the manifest asks for; an installation by OAuth asks for the same."""
    manifest = json.loads(files("bot.slack").joinpath("manifest.json").read_text("utf-8"))
    found: list[str] = manifest["oauth_config"]["scopes"]["bot"]
    return found


def oauth(settings: BotSettings) -> AsyncOAuthSettings | None:
    """The flow at ``INSTALL`` and ``REDIRECT``, or None without a client id.

    Tokens lie in files under the data folder, in a folder that only this user may enter.
    """
    if settings.slack_client_id is None or settings.slack_client_secret is None:
        return None
    folder = settings.data / "slack"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    client_id = settings.slack_client_id
    installations = FileInstallationStore(
        base_dir=str(folder / "installations"), client_id=client_id, historical_data_enabled=False
    )
    states = FileOAuthStateStore(
        base_dir=str(folder / "states"), client_id=client_id, expiration_seconds=_STATE_SECONDS
    )
    return AsyncOAuthSettings(
        client_id=client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        scopes=scopes(),
        redirect_uri=f"{settings.public_url}{REDIRECT}",
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        install_page_rendering_enabled=False,
        authorization_url=_authorization_url(settings.slack_api_url),
        callback_options=AsyncCallbackOptions(success=_installed, failure=_not_installed),
        installation_store=installations,
        state_store=states,
        state_expiration_seconds=_STATE_SECONDS,
    )


def _authorization_url(api_url: str) -> str:
    """The page where the administrator agrees: GovSlack has its own, a proxy has not."""
    host = "slack-gov.com" if "//slack-gov.com/" in api_url else "slack.com"
    return f"https://{host}/oauth/v2/authorize"


async def _installed(args: AsyncSuccessArgs) -> BoltResponse:
    return BoltResponse(status=200, body=Words("sv", SLACK)("installed"), headers=_PLAIN)


async def _not_installed(args: AsyncFailureArgs) -> BoltResponse:
    body = Words("sv", SLACK)("not_installed", reason=args.reason[:100])
    return BoltResponse(status=args.suggested_status_code, body=body, headers=_PLAIN)
