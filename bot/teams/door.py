"""``POST /api/messages``: who may come in, and what they get at once."""

import json
import logging
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from bot.settings import BotSettings
from bot.settings_checks import is_loopback
from bot.teams.activity_check import Envelope, check, envelope
from bot.teams.bot import TeamsBot
from bot.teams.connector import Connector
from bot.teams.once import Once
from bot.teams.question import language
from bot.teams.refusals import NoToken, Refusal, TooLarge, Unreadable
from bot.teams.token_check import TokenCheck

LOG = logging.getLogger("ansvarslots.teams")

MOST_BYTES = 256_000
"""Of a body. Teams' own limit for a message is 100 kB."""

CARD_ACTION = "adaptiveCard/action"
_ONCE = frozenset({"message", "messageUpdate", "installationUpdate"})
_BOTS = "28:"
"""How Teams' ids of bots begin; two that answer each other would never end."""

_PROXIED = ("forwarded", "x-forwarded-for", "x-real-ip")


class Door:
    """Checks a call, lets each activity in once, and answers."""

    def __init__(
        self,
        bot: TeamsBot,
        settings: BotSettings,
        connector: Connector,
        tokens: TokenCheck | None,
    ) -> None:
        self._bot = bot
        self._tenant = settings.teams_tenant_id
        self._connector = connector
        self._tokens = tokens
        self._once = Once()

    async def __call__(self, request: Request) -> Response:
        """The response to a call."""
        try:
            return await self._let_in(request)
        except Refusal as refusal:
            LOG.warning("Teams: a call was refused: %s", refusal.key)
            return _refused(refusal, request)

    async def _let_in(self, request: Request) -> Response:
        service_url = await self._service_url(request)
        body = await _body(request)
        found = envelope(body)
        check(
            found,
            service_url=service_url,
            tenant=self._tenant,
            connector=self._connector,
        )
        if not _handled(found, body):
            return Response(status_code=501 if found.type == "invoke" else 200)
        return await self._handled_once(found, body)

    async def _service_url(self, request: Request) -> str | None:
        """The token's; None when no token is asked for."""
        if self._tokens is not None:
            return await self._tokens.service_url(request.headers.get("authorization"))
        host = request.client.host if request.client else ""
        # What came through a tunnel or a proxy is not from this machine, though it looks so.
        if not is_loopback(host) or any(each in request.headers for each in _PROXIED):
            raise NoToken
        return None

    async def _handled_once(self, found: Envelope, body: dict[str, Any]) -> Response:
        edited = found.timestamp if found.type == "messageUpdate" else None
        key = (found.type, found.conversation.id, found.id, edited)
        if found.type in _ONCE and not self._once.first(key):
            return Response(status_code=200)
        try:
            answered = await self._bot.handle(body, found.service_url)
        except Refusal:
            self._once.forget(key)
            raise
        if answered.body is None:
            return Response(status_code=answered.status)
        content = answered.body.model_dump(by_alias=True, exclude_none=True)
        return JSONResponse(content, status_code=answered.status)


def _handled(found: Envelope, body: dict[str, Any]) -> bool:
    """Whether it is of a kind that anything is done with."""
    sender = body.get("from")
    if isinstance(sender, dict) and str(sender.get("id", "")).startswith(_BOTS):
        return False
    if found.type == "messageUpdate":
        return (body.get("channelData") or {}).get("eventType") == "editMessage"
    if found.type == "installationUpdate":
        return body.get("action") == "add"
    return found.type == "message" or (found.type == "invoke" and found.name == CARD_ACTION)


async def _body(request: Request) -> dict[str, Any]:
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > MOST_BYTES:
            raise TooLarge
    try:
        body = json.loads(read)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(body, dict):
        raise Unreadable
    return body


def _refused(refusal: Refusal, request: Request) -> JSONResponse:
    lang = language(request.headers.get("accept-language", "").split(",")[0])
    headers = {}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    content = {"error": refusal.key, "message": refusal.text(lang)}
    return JSONResponse(content, status_code=refusal.status, headers=headers)
