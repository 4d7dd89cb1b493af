"""Connections that must get on: there is room for so many, and one that neither asks nor reads
would keep its place for ever."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""Until a request has begun: its address and headers have arrived."""

READING_SECONDS = 60.0
"""Until what is sent is read, whenever the client's end is full."""


class PromptConnection(H11Protocol):
    """The server's own handling of a connection, with an end to every wait for the client.

    Between two requests, and for a body, there are limits elsewhere (``timeout_keep_alive`` and
    ``bot.api.incoming``).
    """

    head_seconds = HEAD_SECONDS
    reading_seconds = READING_SECONDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head: asyncio.TimerHandle | None = None
        self._reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first request."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Wait on, unless a request has begun with this."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop_waiting()
        else:
            self._await_head()

    def pause_writing(self) -> None:
        """The client's end is full."""
        super().pause_writing()
        if self._reading is None:
            self._reading = self.loop.call_later(self.reading_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """The client has read."""
        super().resume_writing()
        self._stop_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more to wait for."""
        self._stop_waiting()
        self._stop_reading()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        """From the first byte, not the latest: a byte now and then does not prolong it."""
        if self._head is None:
            self._head = self.loop.call_later(self.head_seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
