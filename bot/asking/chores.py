"""What is done beside the answering: taking new indexes into use, and forgetting."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.asking.asker import Asker
from bot.asking.index_watch import IndexWatch

WATCH_SECONDS = 2.0
FORGET_SECONDS = 3600.0

_log = logging.getLogger("ansvarslots.chores")


@asynccontextmanager
async def chores(asker: Asker, watch: IndexWatch, *, keep_days: int) -> AsyncIterator[None]:
    """Do the chores while inside; the asker is closed at the end."""
    tasks = [
        _repeated("index", WATCH_SECONDS, lambda: asker.renew(watch)),
        _repeated("forget", FORGET_SECONDS, lambda: asker.forget(keep_days)),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(asker.close)


def _repeated(
    name: str, seconds: float, chore: Callable[[], Awaitable[None]]
) -> asyncio.Task[None]:
    task = asyncio.create_task(_repeat(seconds, chore), name=name)
    task.add_done_callback(_tell_if_it_fell)
    return task


async def _repeat(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    while True:
        await chore()
        await asyncio.sleep(seconds)


def _tell_if_it_fell(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.error("the chore %s has stopped: %s", task.get_name(), type(error).__name__)
