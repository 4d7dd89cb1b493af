"""The application as the tests call it: in this process, with its whole life around it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from fastapi import FastAPI

from bot.api.app import app_of
from bot.asking.asker import Asker
from bot.asking.index_watch import IndexWatch
from bot.asking.open import asker_on
from bot.settings import BotSettings
from retrieval.service import AnsweringService

ADDRESS = "http://127.0.0.1:8440"


@asynccontextmanager
async def served(
    service: AnsweringService, data: Path, index: Path, **settings: object
) -> AsyncIterator[tuple[httpx.AsyncClient, Asker]]:
    """A client of the application and the asker behind it; ``data`` holds the store."""
    given = BotSettings(data=data, **settings)
    asker = asker_on(service, given)
    app = app_of(asker, IndexWatch(index, given), given)
    async with app.router.lifespan_context(app), client_of(app) as client:
        yield client, asker


def client_of(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ADDRESS)
