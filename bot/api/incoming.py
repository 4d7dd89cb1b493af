"""The door of the house: bodies of a bearable size that arrive in bearable time, and a log that
tells of requests without telling what was in them."""

import asyncio
import logging
import time
import traceback
from collections.abc import Mapping

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.errors import error_response
from bot.api.language import wanted

KILOBYTES = 64
"""The greatest body, where nothing else is said. A question is at most 16 kB of it."""

BODY_SECONDS = 10.0
"""A body that has not arrived by then is given up."""

_log = logging.getLogger("ansvarslots.requests")


class WholeBody:
    """Hands on a request when its whole body is there: not too large and not too slow.

    ``larger`` gives the kilobytes for addresses that begin so.
    """

    def __init__(
        self, app: ASGIApp, *, seconds: float = BODY_SECONDS, larger: Mapping[str, int]
    ) -> None:
        self._app = app
        self._seconds = seconds
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        kilobytes = self._most(scope["path"])
        lang = wanted(HTTPConnection(scope))
        try:
            async with asyncio.timeout(self._seconds):
                body = await _read(receive, kilobytes * 1024)
        except TimeoutError:
            seconds = round(self._seconds)
            refusal = error_response(408, "too_slow", lang, _CLOSE, seconds=seconds)
            await refusal(scope, receive, send)
            return
        except ConnectionResetError:
            return  # nobody is there to be answered
        if body is None:
            refusal = error_response(413, "too_large", lang, _CLOSE, kilobytes=kilobytes)
            await refusal(scope, receive, send)
        elif _is_json(scope) and not _is_utf8(body):
            await error_response(400, "invalid_encoding", lang)(scope, receive, send)
        else:
            await self._app(scope, _again(body, receive), send)

    def _most(self, path: str) -> int:
        return next(
            (most for start, most in self._larger.items() if path.startswith(start)), KILOBYTES
        )


_CLOSE = {"Connection": "close"}


async def _read(receive: Receive, most: int) -> bytes | None:
    """The whole body; None when it is larger than ``most`` bytes.

    Raises ConnectionResetError when the client has gone before its end.
    """
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionResetError
        body += message.get("body", b"")
        if len(body) > most:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more as one message, then whatever comes after it."""
    given = False

    async def once() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


def _is_json(scope: Scope) -> bool:
    return "json" in HTTPConnection(scope).headers.get("content-type", "json")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class RequestLog:
    """One line a request: method, route, status and time. Addresses, queries, bodies and the
    words of unexpected errors are left out, for a question or a name may stand in them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:  # noqa: BLE001 - the outermost frame: told, never swallowed
            _tell(error)
            if not status:
                lang = wanted(HTTPConnection(scope))
                await error_response(500, "unexpected", lang)(scope, receive, noted)
        spent = round((time.perf_counter() - begun) * 1000)
        _log.info("%s %s %s %d ms", scope["method"], _route(scope), status, spent)


def _tell(error: Exception) -> None:
    """Where it happened and what kind it is; its own words could repeat a question."""
    where = "".join(traceback.format_tb(error.__traceback__))
    _log.error("unexpected %s at\n%s", type(error).__name__, where)


def _route(scope: Scope) -> str:
    """The route as the program wrote it, ``/api/clauses/{reference}``; never the address."""
    return str(getattr(scope.get("route"), "path", "-"))
