"""The door of the house: bodies of a bearable size that arrive in bearable time, and a log that
tells of requests without telling what was in them."""

import asyncio
import logging
import time
import traceback
from collections.abc import AsyncIterator, Mapping

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.refusing import Refusing

KILOBYTES = 64
"""The greatest body, where nothing else is said. A question is at most 16 kB of it."""

BODY_SECONDS = 10.0
"""A body that has not arrived by then is given up."""

HELD_MEGABYTES = 96
"""What all bodies that are larger than ``KILOBYTES`` may take up together."""

DROPPED_MEGABYTES = 32
"""Of a body that is too large, so much more is read and dropped: a browser that is cut off while
it sends does not show why."""

_log = logging.getLogger("ansvarslots.requests")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


class _Gone(Exception):  # noqa: N818 - the name says what happened
    """The client has gone before the end of its body."""


class WholeBody:
    """Hands on a request when its whole body is there: not too large and not too slow.

    ``larger`` gives the kilobytes for addresses that begin so.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        seconds: float = BODY_SECONDS,
        larger: Mapping[str, int],
        refusing: Refusing | None = None,
        held_megabytes: int = HELD_MEGABYTES,
    ) -> None:
        self._app = app
        self._seconds = seconds
        self._larger = larger
        self._refusing = refusing or Refusing()
        self._most_held = held_megabytes * 1024 * 1024
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = bytearray()
        try:
            refusal = await self._read(scope, receive, body)
            if refusal is not None:
                await refusal(scope, receive, send)
            else:
                await self._app(scope, _again(bytes(body), receive), send)
        except _Gone:
            return  # nobody is there to be answered
        finally:
            self._held -= len(body)

    async def _read(self, scope: Scope, receive: Receive, body: bytearray) -> ASGIApp | None:
        """Fill ``body``; what to answer instead when that cannot be done.

        Raises _Gone when the client has gone before its end.
        """
        kilobytes, pieces = self._most(scope["path"]), _pieces(receive)
        try:
            async with asyncio.timeout(self._seconds):
                async for piece in pieces:
                    body += piece
                    self._held += len(piece)
                    if len(body) > kilobytes * 1024:
                        await self._drop(body, pieces)
                        return self._refused(scope, 413, "too_large", kilobytes=kilobytes)
                    if len(body) > KILOBYTES * 1024 and self._held > self._most_held:
                        await self._drop(body, pieces)
                        return self._refused(scope, 503, "full")
        except TimeoutError:
            return self._refused(scope, 408, "too_slow", seconds=round(self._seconds))
        if _is_json(scope) and not _is_utf8(body):
            return self._refusing(scope, 400, "invalid_encoding")
        return None

    async def _drop(self, body: bytearray, pieces: AsyncIterator[bytes]) -> None:
        """Let go of ``body``, and read what is left, in bounds."""
        self._held -= len(body)
        body.clear()
        dropped = 0
        async for piece in pieces:
            dropped += len(piece)
            if dropped > DROPPED_MEGABYTES * 1024 * 1024:
                return

    def _refused(self, scope: Scope, status: int, key: str, **found: object) -> ASGIApp:
        return self._refusing(scope, status, key, {"Connection": "close"}, **found)

    def _most(self, path: str) -> int:
        return next(
            (most for start, most in self._larger.items() if path.startswith(start)), KILOBYTES
        )


async def _pieces(receive: Receive) -> AsyncIterator[bytes]:
    """The body as it comes. Raises _Gone when the client goes in the middle."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return


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


def _is_utf8(body: bytearray) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class RequestLog:
    """One line a request: method, route, status and time. Addresses, queries, bodies and the
    words of unexpected errors are left out, for a question or a name may stand in them."""

    def __init__(self, app: ASGIApp, refusing: Refusing) -> None:
        self._app = app
        self._refusing = refusing

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
                await self._refusing(scope, 500, "unexpected")(scope, receive, noted)
        spent = round((time.perf_counter() - begun) * 1000)
        _log.info("%s %s %s %d ms", _method(scope), _route(scope), status, spent)


def _tell(error: Exception) -> None:
    """Where it happened and what kind it is; its own words could repeat a question."""
    where = "".join(traceback.format_tb(error.__traceback__))
    _log.error("unexpected %s at\n%s", type(error).__name__, where)


def _method(scope: Scope) -> str:
    """One that there is: a client may write anything in its place."""
    method = str(scope["method"])
    return method if method in _METHODS else "-"


def _route(scope: Scope) -> str:
    """The route as the program wrote it, ``/api/clauses/{reference}``; never the address."""
    return str(getattr(scope.get("route"), "path", "-"))
