"""The Teams library's application with our handlers in it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, TypeVar, cast

import httpx
from pydantic import ValidationError

from bot.asking.asker import Asker
from bot.asking.errors import AskingError
from bot.settings import BotSettings
from bot.teams.background import Background
from bot.teams.connector import Connector
from bot.teams.feedback_card import is_feedback, read_feedback
from bot.teams.library import (
    PUBLIC,
    ActivityContext,
    ActivityEvent,
    AdaptiveCardActionMessageResponse,
    AdaptiveCardInvokeActivity,
    App,
    Client,
    ClientOptions,
    CoreActivity,
    HttpMethod,
    HttpRouteHandler,
    InstalledActivity,
    InvokeResponse,
    MessageActivity,
    MessageUpdateActivity,
)
from bot.teams.messages import with_text
from bot.teams.persistence import Persistent
from bot.teams.question import language
from bot.teams.refusals import Unreadable
from bot.teams.texts import TEAMS
from bot.teams.turn import Turn, Turns, spoken, user_id
from bot.words import Words

LOG = logging.getLogger("ansvarslots.teams")

SEND_SECONDS = 10.0
"""For each attempt. The library itself would wait for ever."""

Sleep = Callable[[float], Awaitable[None]]
T = TypeVar("T", bound=Turn)


class _NoRoutes:
    """The library's own door stays shut: ours (``door.py``) stands before it."""

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        LOG.debug("%s %s is served by our own door", method, path)

    def serve_static(self, path: str, directory: str) -> None:
        """No pages of the library's are served."""

    async def start(self, port: int) -> None:
        """The program itself listens."""

    async def stop(self) -> None:
        """There is nothing to stop."""


class TeamsBot:
    """Takes activities that have been let in, and answers them."""

    def __init__(
        self,
        asker: Asker,
        settings: BotSettings,
        connector: Connector,
        *,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        _keep_quiet()
        self._asker = asker
        self._turns = Turns(asker, settings)
        self._background = Background()
        self._ready = asyncio.Lock()
        self._initialized = False
        self._app = _library_app(settings, connector, sleep)
        self._app.on_message(self._on_message)
        self._app.on_edit_message(self._on_edit)
        self._app.on_install_add(self._on_install)
        self._app.on_card_action(self._on_card_action)

    async def handle(self, body: dict[str, Any], service_url: str) -> InvokeResponse[Any]:
        """What the activity ``body`` is answered with at once; the rest is sent afterwards.

        Raises Unreadable and Busy.
        """
        await self._initialize()
        handler = self._app.server.on_request
        if handler is None:  # the library sets it when it is initialized
            raise Unreadable
        # The token has been checked; of it the library only reads where to answer.
        token = cast(Any, SimpleNamespace(service_url=service_url))
        try:
            return await handler(ActivityEvent(body=CoreActivity.model_validate(body), token=token))
        except ValidationError as error:
            raise Unreadable from error

    async def close(self) -> None:
        """Let the answers that are under way be sent, then hang up."""
        await self._background.finish()
        await self._app.http_client.http.aclose()

    async def _initialize(self) -> None:
        async with self._ready:
            if not self._initialized:
                await self._app.initialize()
                self._initialized = True

    async def _on_message(self, turn: ActivityContext[MessageActivity]) -> None:
        self._begin(turn, self._thumb if is_feedback(turn.activity.value) else self._turns.answer)

    async def _on_edit(self, turn: ActivityContext[MessageUpdateActivity]) -> None:
        self._begin(turn, self._turns.answer)

    async def _on_install(self, turn: ActivityContext[InstalledActivity]) -> None:
        self._begin(turn, self._turns.welcome)

    def _begin(self, turn: T, work: Callable[[T], Awaitable[None]]) -> None:
        self._background.start(self._told(turn, work))

    async def _told(self, turn: T, work: Callable[[T], Awaitable[None]]) -> None:
        try:
            await work(turn)
        except httpx.HTTPError as error:
            # Not even a line of text gets there: Teams does not let us in, or is gone.
            LOG.error("Teams: a message was not sent: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - the outermost frame: told, never swallowed
            # Its text may hold what somebody wrote.
            LOG.error("Teams: a question was not answered: %s", type(error).__name__)
            await self._turns.say(turn, "error.unexpected")

    async def _thumb(self, turn: ActivityContext[MessageActivity]) -> None:
        """A thumb from a client that sends it as a message."""
        user, value = user_id(turn.activity.from_), turn.activity.value
        await turn.send(with_text(await self._judged(value, user, spoken(turn))))

    async def _on_card_action(
        self, turn: ActivityContext[AdaptiveCardInvokeActivity]
    ) -> AdaptiveCardActionMessageResponse:
        activity = turn.activity
        text = await self._judged(
            activity.value.action.data, user_id(activity.from_), language(activity.locale)
        )
        return AdaptiveCardActionMessageResponse(value=text)

    async def _judged(self, value: Any, user: str, lang: str) -> str:
        """Keep a verdict, and say whether that went well."""
        say = Words(lang, TEAMS)
        feedback = read_feedback(value, user) if is_feedback(value) else None
        if feedback is None:
            return say("feedback.unreadable")
        try:
            await self._asker.give_feedback(feedback)
        except AskingError as error:
            return error.text(lang)
        return say("feedback.thanks")


def _library_app(settings: BotSettings, connector: Connector, sleep: Sleep) -> App:
    client = Client(ClientOptions(timeout=SEND_SECONDS))
    client.use(Persistent(sleep))
    return App(
        client_id=settings.teams_client_id or "unauthenticated",
        tenant_id=settings.teams_tenant_id,
        client=client,
        cloud=PUBLIC,
        http_server_adapter=_NoRoutes(),
        dangerously_allow_unauthenticated_requests=False,
        fetch_user_token=False,
        state=False,
        telemetry={"agent365": False},
        **_credentials(settings, connector),
    )


def _credentials(settings: BotSettings, connector: Connector) -> Any:
    if connector.token is not None:
        return {"token": connector.token}
    if settings.teams_client_secret is None:
        return {"token": lambda _scope, _tenant: None}
    return {"client_secret": settings.teams_client_secret.get_secret_value()}


def _keep_quiet() -> None:
    """The library logs whole activities, and through httpx the addresses of conversations."""
    for name in ("microsoft_teams", "microsoft_teams.common.http.client"):
        logging.getLogger(name).setLevel(logging.ERROR)
