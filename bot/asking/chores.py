"""What is done beside the answering: taking new indexes into use, and forgetting."""

import asyncio
import logging
import traceback
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
    return asyncio.create_task(_repeat(name, seconds, chore), name=name)


async def _repeat(name: str, seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    """Round after round; one that fails in a way that nobody foresaw is not the last."""
    while True:
        one = asyncio.ensure_future(chore())
        try:
            await asyncio.wait({one})
        finally:
            one.cancel()
        if not one.cancelled() and (error := one.exception()) is not None:
            where = "".join(traceback.format_tb(error.__traceback__))
            _log.error("the chore %s failed: %s at\n%s", name, type(error).__name__, where)
        await asyncio.sleep(seconds)
