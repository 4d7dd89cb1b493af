"""When a call to Slack is tried again: too fast, a fault at Slack's, a broken connection."""

from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

LONGEST_WAIT = 30
"""Seconds. Somebody who is told to wait longer than this has stopped looking at the answer."""

_TIMES = 2


class RateLimit(AsyncRateLimitErrorRetryHandler):
    """Waits as long as ``Retry-After`` says, unless that is longer than ``LONGEST_WAIT``."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is None or response.status_code != 429:
            return False
        named = {name.lower(): value for name, value in response.headers.items()}
        given = named.get("retry-after", ["1"])[0]
        return given.isascii() and given.isdigit() and int(given) <= LONGEST_WAIT


class ServerFault(AsyncServerErrorRetryHandler):
    """Tries again after any of the answers 500 to 599."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return response is not None and 500 <= response.status_code < 600


def retry_handlers() -> list[AsyncRetryHandler]:
    """Fresh handlers for one client."""
    return [
        RateLimit(max_retry_count=_TIMES),
        ServerFault(max_retry_count=_TIMES),
        AsyncConnectionErrorRetryHandler(max_retry_count=_TIMES),
    ]
