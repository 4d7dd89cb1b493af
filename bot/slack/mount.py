"""Slack on the one application: by HTTP, by Socket Mode, or both."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from fastapi import FastAPI
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.api.running import while_running
from bot.asking.asker import Asker
from bot.settings import BotSettings
from bot.slack.answering import Answering
from bot.slack.aside import Aside
from bot.slack.conversation import Conversation
from bot.slack.home_tab import HomeTab
from bot.slack.installations import oauth
from bot.slack.listeners import listen
from bot.slack.message import Setting
from bot.slack.retries import retry_handlers
from bot.slack.texts import SLACK
from bot.slack.web_routes import add_routes
from bot.words import Words

SECONDS = 15
"""The longest wait for one call to Slack."""


def mount(app: FastAPI, asker: Asker, settings: BotSettings) -> None:
    """Serve Slack as ``settings`` say: HTTP with a signing secret, Socket Mode with an app
    token, several workspaces with a client id. Nothing happens when Slack is not configured."""
    if not settings.slack_configured:
        return
    bolt = _bolt(settings)
    answering = Answering(asker, Setting(public_url=settings.public_url))
    conversation = Conversation(answering)
    listen(bolt, conversation, Aside(answering), HomeTab(asker, conversation, settings))
    if settings.slack_signing_secret is not None:
        add_routes(app, bolt, settings.slack_signing_secret.get_secret_value())
    while_running(app, lambda: _running(bolt, settings))


def _bolt(settings: BotSettings) -> AsyncApp:
    logger = logging.getLogger("ansvarslots.slack.library")
    # At debug the library writes every message, tokens and all, into the log.
    logger.setLevel(max(logging.INFO, logging.getLevelName(settings.log_level.upper())))
    secret, token = settings.slack_signing_secret, settings.slack_bot_token
    flow = oauth(settings)
    client = AsyncWebClient(
        # With OAuth every workspace has a token of its own.
        token=token.get_secret_value() if token and flow is None else None,
        base_url=f"{settings.slack_api_url}/",
        timeout=SECONDS,
        retry_handlers=retry_handlers(),
        logger=logger,
    )
    bolt = AsyncApp(
        name="ansvarslotsen",
        client=client,
        signing_secret=secret.get_secret_value() if secret else "",
        oauth_settings=flow,
        user_facing_authorize_error_message=Words("sv", SLACK)("failed.authorize"),
        logger=logger,
    )
    if flow is not None:
        bolt.enable_token_revocation_listeners()
    return bolt


@asynccontextmanager
async def _running(bolt: AsyncApp, settings: BotSettings) -> AsyncIterator[None]:
    """Connections to Slack are kept open between calls, and the socket while we run."""
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        bolt.client.session = session
        try:
            if settings.slack_app_token is None:
                yield
            else:
                async with _socket(bolt, settings.slack_app_token.get_secret_value()):
                    yield
        finally:
            bolt.client.session = None


@asynccontextmanager
async def _socket(bolt: AsyncApp, app_token: str) -> AsyncIterator[None]:
    """Socket Mode. A Slack that cannot be reached holds nothing up: it is tried again until it
    answers, while the other surfaces serve."""
    handler = AsyncSocketModeHandler(bolt, app_token)
    # The library gives these two no types.
    connect: Callable[[], Coroutine[Any, Any, None]] = handler.connect_async
    close: Callable[[], Coroutine[Any, Any, None]] = handler.close_async
    connecting = asyncio.create_task(connect())
    try:
        yield
    finally:
        connecting.cancel()
        await asyncio.wait({connecting})
        await close()
