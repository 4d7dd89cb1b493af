"""What runs as long as the application does."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import FastAPI

Running = Callable[[], AbstractAsyncContextManager[None]]


def running_app(**facts: Any) -> FastAPI:
    """An application, with these ``facts`` for FastAPI, that ``while_running`` can be told of."""
    app = FastAPI(lifespan=lifespan, **facts)
    app.state.running = []
    return app


def while_running(app: FastAPI, context: Running) -> None:
    """Enter what ``context`` makes when the application starts, and leave it when it stops.

    For a surface's own connection, such as Slack's Socket Mode: call it from ``mount``.
    """
    app.state.running.append(context)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """The application's life: everything is entered in turn and left in the opposite order."""
    async with AsyncExitStack() as stack:
        for context in app.state.running:
            await stack.enter_async_context(context())
        yield
