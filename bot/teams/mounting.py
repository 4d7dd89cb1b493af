"""Teams, put on the application."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.api.running import while_running
from bot.asking.asker import Asker
from bot.settings import BotSettings
from bot.settings_faults import refused
from bot.teams.connector import MICROSOFT, Connector

PATH = "/api/messages"


def mount(
    app: FastAPI,
    asker: Asker,
    settings: BotSettings,
    *,
    connector: Connector | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Serve Teams at ``POST /api/messages``.

    Raises the settings' fault ``teams_open`` rather than take messages without a token at an
    address that others reach, and ValueError when Teams is not configured.
    """
    # Imported here: the library takes its time and reads surroundings when it is imported.
    from bot.teams.bot import TeamsBot
    from bot.teams.door import Door
    from bot.teams.signing_keys import SigningKeys
    from bot.teams.token_check import TokenCheck

    connector = connector or _connector(settings)
    tokens = None
    if settings.teams_allow_unauthenticated:
        if not settings.only_this_machine:
            raise refused("teams_open", "TEAMS_ALLOW_UNAUTHENTICATED")
    elif settings.teams_client_id is None:
        raise ValueError("Teams is mounted without a client id")
    else:
        tokens = TokenCheck(settings.teams_client_id, connector, SigningKeys(connector.openid_url))
    bot = TeamsBot(asker, settings, connector, sleep=sleep)
    app.add_api_route(
        PATH, Door(bot, settings, connector, tokens), methods=["POST"], include_in_schema=False
    )
    while_running(app, lambda: _closed_after(bot.close))


def _connector(settings: BotSettings) -> Connector:
    """Microsoft's, or on a developer's machine whatever plays it there, and nothing else."""
    if settings.teams_allow_unauthenticated:
        return Connector(service_hosts=(), loopback=True)
    return MICROSOFT


@asynccontextmanager
async def _closed_after(close: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    yield
    await close()
