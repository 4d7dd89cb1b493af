"""Ansvarslotsen and a played Teams on one event loop."""

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from bot.api.running import running_app
from bot.asking.asker import Asker
from bot.asking.open import asker_on
from bot.settings import BotSettings
from bot.teams import mount
from bot.teams.connector import Connector
from retrieval.service import AnsweringService
from tests.bot.teams.played_service import PlayedService, Sent, playing
from tests.bot.teams.tokens import APP_ID, TENANT, Signer, new_key

KEY = new_key()
SENDING_TOKEN = Signer("sender", key=KEY).token("https://api.botframework.com")

BOT = {"id": f"28:{APP_ID}", "name": "Ansvarslotsen"}
ANNA = {"id": "29:anna", "name": "Anna Ek", "aadObjectId": "00000000-0000-4000-8000-00000000000a"}
PERSONAL = {"conversationType": "personal", "id": "a:personal", "tenantId": TENANT}
CHANNEL = {
    "conversationType": "channel",
    "isGroup": True,
    "id": "19:kanal@thread.tacv2;messageid=1700000000001",
    "tenantId": TENANT,
}


@dataclass
class Stage:
    client: httpx.AsyncClient
    service: PlayedService
    signer: Signer
    asker: Any
    slept: list[float] = field(default_factory=list)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    def activity(self, type: str = "message", **given: Any) -> dict[str, Any]:
        return {
            "type": type,
            "id": f"170000000{next(self._numbers):04d}",
            "timestamp": datetime.now(UTC).isoformat(),
            "serviceUrl": self.service.address + "/emea/",
            "channelId": "msteams",
            "from": ANNA,
            "conversation": PERSONAL,
            "recipient": BOT,
            "locale": "sv-SE",
            "textFormat": "plain",
            "entities": [
                {"type": "clientInfo", "locale": "sv-SE", "country": "SE", "platform": "Web"}
            ],
            "channelData": {"tenant": {"id": TENANT}},
            **given,
        }

    async def post(
        self, activity: Any, *, token: str | None = "", **headers: str
    ) -> httpx.Response:
        """``token`` empty: a good one; None: none at all."""
        if token == "":
            token = self.signer.token(self.service.address + "/emea/")
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        content = {"content": activity} if isinstance(activity, bytes) else {"json": activity}
        return await self.client.post("/api/messages", headers=headers, **content)

    async def says(self, text: str, **given: Any) -> dict[str, Any]:
        """A message, taken; the activity as it was sent."""
        activity = self.activity(text=text, **given)
        response = await self.post(activity)
        assert response.status_code == 200, response.text
        return activity

    async def messages(self, count: int = 1) -> list[Sent]:
        """The messages sent so far, once there are ``count`` of them."""
        for _ in range(2_000):
            if len(self.service.messages) >= count:
                return self.service.messages
            await asyncio.sleep(0.005)
        raise AssertionError(f"{len(self.service.messages)} messages of {count}")

    async def nothing_more(self) -> None:
        """Long enough for anything that is under way to be sent."""
        before = len(self.service.sent)
        await asyncio.sleep(0.4)
        assert len(self.service.sent) == before

    async def press(self, data: dict[str, Any], **given: Any) -> httpx.Response:
        value = {"action": {"type": "Action.Execute", "verb": data.get("verb"), "data": data}}
        return await self.post(
            self.activity("invoke", name="adaptiveCard/action", value=value, **given)
        )


Scenario = Callable[[Stage], Awaitable[None]]


@dataclass
class Play:
    """Runs scenarios."""

    service: AnsweringService
    data: Path
    change: Callable[[Asker], Any] = field(default=lambda asker: asker)

    def __call__(self, scenario: Scenario, **settings: Any) -> None:
        asyncio.run(self._run(scenario, settings))

    async def _run(self, scenario: Scenario, given: dict[str, Any]) -> None:
        async with self._stage(given) as stage:
            await scenario(stage)

    @contextlib.asynccontextmanager
    async def _stage(self, given: dict[str, Any]) -> AsyncIterator[Stage]:
        settings = BotSettings(
            data=self.data,
            public_url="https://ansvar.region.se",
            **{
                "teams_client_id": APP_ID,
                "teams_client_secret": "hemlig",
                "teams_tenant_id": TENANT,
                **given,
            },
        )
        asker = self.change(asker_on(self.service, settings))
        signer = Signer(key=KEY)
        async with playing(PlayedService(signers=[signer])) as service:
            app = running_app()
            slept: list[float] = []
            mount(
                app,
                asker,
                settings,
                connector=Connector(
                    openid_url=f"{service.address}/openid",
                    loopback=True,
                    token=lambda _scope, _tenant: SENDING_TOKEN,
                ),
                sleep=_noting(slept),
            )
            transport = httpx.ASGITransport(app)
            async with (
                app.router.lifespan_context(app),
                httpx.AsyncClient(transport=transport, base_url="https://ansvar.region.se") as to,
            ):
                yield Stage(to, service, signer, asker, slept)


def _noting(slept: list[float]) -> Callable[[float], Awaitable[None]]:
    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    return sleep


def card(sent: Sent) -> dict[str, Any]:
    (attachment,) = sent.body["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    content: dict[str, Any] = attachment["content"]
    return content
