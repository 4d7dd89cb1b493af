"""Work that goes on after Teams has got its receipt."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.teams.refusals import Busy

LOG = logging.getLogger("ansvarslots.teams")

MOST = 200
"""Messages being answered at once. A message waits for its answer a second or so."""

FINISH_SECONDS = 10.0
"""How long a stopping server waits for answers that are under way."""


class Background:
    """A bounded number of tasks, none of which is lost or fails silently."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def full(self) -> bool:
        """Whether there is no room for another one."""
        return len(self._tasks) >= self._most

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin ``work``. Raises Busy when there is no room."""
        if self.full:
            work.close()
            raise Busy
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def finish(self, seconds: float = FINISH_SECONDS) -> None:
        """Wait for what is under way; after ``seconds`` drop the rest."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(set(self._tasks), timeout=seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # Its text may hold what somebody wrote.
            LOG.error("Teams: an activity was not handled: %s", type(error).__name__)
