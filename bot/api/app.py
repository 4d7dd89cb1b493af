"""The one application: the API, and the surfaces that mount themselves on it."""

from pathlib import Path

from fastapi import FastAPI

from bot.api.asking import asking_routes
from bot.api.documents import document_routes
from bot.api.errors import add_error_handlers
from bot.api.health import health_routes
from bot.api.incoming import RequestLog, WholeBody
from bot.api.known_hosts import KnownHosts
from bot.api.matrix import matrix_routes
from bot.api.refusing import Refusing
from bot.api.running import running_app, while_running
from bot.asking.asker import Asker
from bot.asking.chores import chores
from bot.asking.index_watch import IndexWatch
from bot.asking.open import answering, asker_on
from bot.cli.places import default_index
from bot.settings import BotSettings
from bot.web import mount as mount_web
from bot.web.comparing import BODY_KILOBYTES

LARGER = {"/slack/": 1024, "/api/messages": 512, "/jamfor": BODY_KILOBYTES}
"""Kilobytes that the chat services may send, whole messages with their cards, and that a
document to compare may have."""

_ABOUT = (
    "Svarar på vem som ansvarar för vad mellan region och kommun, med avtalets egna ord. "
    "Answers who is responsible for what between a Swedish region and its municipalities."
)


def create_app(settings: BotSettings, index: Path | None = None) -> FastAPI:
    """The whole application on ``index``, or on the default index.

    Raises ``MissingIndex``, ``UnusableIndex``, ``WrongModel``, ``ModelError`` and
    ``UnusableKey``; a store that is down is no hindrance.
    """
    index = index or default_index(settings)
    # Before the index is read, so that one put in place meanwhile is met.
    watch = IndexWatch(index, settings)
    asker = asker_on(answering(index, settings), settings)
    return app_of(asker, watch, settings)


def app_of(asker: Asker, watch: IndexWatch, settings: BotSettings) -> FastAPI:
    """The application around an asker, with every surface that is configured."""
    app = running_app(
        title="Ansvarslotsen",
        description=_ABOUT,
        version="1",
        # The usual pages for trying the API are fetched from other people's servers.
        docs_url=None,
        redoc_url=None,
    )
    refusing = Refusing()
    app.add_middleware(WholeBody, larger=LARGER, refusing=refusing)
    app.add_middleware(KnownHosts, names=settings.allowed_hosts, refusing=refusing)
    app.add_middleware(RequestLog, refusing=refusing)
    add_error_handlers(app)
    while_running(app, lambda: chores(asker, watch, keep_days=settings.keep_days))
    app.include_router(asking_routes(asker))
    app.include_router(document_routes(asker))
    app.include_router(matrix_routes(asker))
    app.include_router(health_routes(asker, watch))
    refusing.page = mount_web(app, asker, settings)
    _mount_chats(app, asker, settings)
    return app


def _mount_chats(app: FastAPI, asker: Asker, settings: BotSettings) -> None:
    """The chat services that are set up; their libraries take seconds to import, so that is
    done only then."""
    if settings.slack_configured:
        from bot.slack import mount as mount_slack

        mount_slack(app, asker, settings)
    if settings.teams_configured:
        from bot.teams import mount as mount_teams

        mount_teams(app, asker, settings)
