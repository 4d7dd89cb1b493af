"""A message that could not be sent is sent again, when and as often as Teams asks for."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from bot.teams.library import MiddlewareContext, MiddlewareNext

LOG = logging.getLogger("ansvarslots.teams")

ATTEMPTS = 5
FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 60.0
"""A longer wait than this is not waited for: nobody is left to read the answer."""

AGAIN = frozenset({408, 412, 429, 500, 502, 503, 504})
"""The statuses after which Teams wants the same message once more."""

_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# After these nothing has arrived. After a read timeout it may have: sent again it would stand
# there twice.


class Persistent:
    """A step around every call to Teams. A typing status is not worth a second try."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep

    async def send(self, context: MiddlewareContext, next: MiddlewareNext) -> httpx.Response:
        """Raises the last httpx error when all attempts have failed."""
        once = isinstance(context.json, dict) and context.json.get("type") == "typing"
        attempts = 1 if once else ATTEMPTS
        for attempt in range(1, attempts):
            try:
                return await next()
            except httpx.HTTPStatusError as error:
                status = error.response.status_code
                wait = _wait(error.response, attempt)
                if status not in AGAIN or wait > LONGEST_WAIT_SECONDS:
                    raise
                LOG.warning("Teams answered %s; sent again in %.0f s", status, wait)
            except _UNSENT as error:
                wait = FIRST_WAIT_SECONDS * 2 ** (attempt - 1)
                LOG.warning("Teams: %s; sent again in %.0f s", type(error).__name__, wait)
            await self._sleep(wait)
        return await next()


def _wait(response: httpx.Response, attempt: int) -> float:
    """Seconds: what Retry-After says, as a number or a date, or twice the last wait."""
    asked = response.headers.get("retry-after", "").strip()
    if asked.isdigit():
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
    except ValueError:
        return FIRST_WAIT_SECONDS * 2.0 ** (attempt - 1)
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max((until - datetime.now(UTC)).total_seconds(), 0.0)
