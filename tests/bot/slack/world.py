"""The whole program with Slack played beside it, for scenarios from a signed request to what
Slack was told."""

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from pydantic import SecretStr

from bot.answer_view import AnswerView, view
from bot.api.app import app_of
from bot.asking.asker import Asker
from bot.asking.index_watch import IndexWatch
from bot.asking.open import asker_on
from bot.settings import BotSettings
from bot.slack.installations import scopes
from retrieval.service import AnsweringService
from tests.bot.slack.played import BOT, TEAM, PlayedSlack

SECRET = "signing-secret-of-the-tests"
PUBLIC = "https://ansvar.example.se"
QUESTION = "Vem får besked när någon skrivs in på sjukhus?"
USER, CHANNEL, DIRECT = "U1", "C1", "D1"

_numbers = itertools.count(1)


@dataclass
class World:
    slack: PlayedSlack
    http: httpx.AsyncClient
    asker: Asker
    settings: BotSettings

    async def send(
        self, body: bytes, *, form: bool, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        given = {"content-type": kind, **signed(body), **(headers or {})}
        return await self.http.post("/slack/events", content=body, headers=given)

    async def event(
        self, event: dict[str, Any], *, id: str | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        body = json.dumps(envelope(event, id or f"Ev{next(_numbers)}")).encode()
        return await self.send(body, form=False, headers=headers)

    async def direct(self, text: str, ts: str = "100.1", **more: Any) -> httpx.Response:
        """A direct message to the bot."""
        return await self.event(direct_message(text, ts, **more))

    async def mention(self, text: str, ts: str = "200.1", **more: Any) -> httpx.Response:
        """A message in a channel that names the bot."""
        return await self.event(mention_of(text, ts, **more))

    async def command(self, text: str, name: str = "one") -> httpx.Response:
        return await self.send(urlencode(command_body(self.slack, text, name)).encode(), form=True)

    async def interact(self, payload: dict[str, Any]) -> httpx.Response:
        whole = {
            "team": {"id": TEAM},
            "user": {"id": USER, "team_id": TEAM},
            "trigger_id": f"trigger{next(_numbers)}",
            **payload,
        }
        return await self.send(urlencode({"payload": json.dumps(whole)}).encode(), form=True)

    async def click(self, action: dict[str, Any], **more: Any) -> httpx.Response:
        """A click on ``action``, an element of a message that was posted."""
        payload = {
            "type": "block_actions",
            "actions": [{"block_id": "b", "action_ts": "1", **action}],
            "container": {"type": "message", "channel_id": CHANNEL},
            "channel": {"id": CHANNEL},
            "response_url": self.slack.response_url("click"),
            **more,
        }
        return await self.interact(payload)

    def answer(self) -> AnswerView:
        """What the program itself says to ``QUESTION``."""
        return view(self.asker.service.ask(QUESTION, on=date.today()))

    def headline(self) -> str:
        return self.answer().headline

    async def settle(self) -> None:
        """Time for what should not happen to happen."""
        await asyncio.sleep(0.3)


def signed(body: bytes, *, at: int | None = None, secret: str = SECRET) -> dict[str, str]:
    """Slack's headers for ``body``."""
    stamp = str(int(time.time()) if at is None else at)
    base = b"v0:" + stamp.encode() + b":" + body
    signature = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={signature}"}


def envelope(event: dict[str, Any], id: str) -> dict[str, Any]:
    bot = {"team_id": TEAM, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A1",
        "event_id": id,
        "event_time": 1,
        "authorizations": [bot],
        "event": event,
    }


def direct_message(text: str, ts: str = "100.1", **more: Any) -> dict[str, Any]:
    said = {"type": "message", "channel": DIRECT, "channel_type": "im", "user": USER}
    return {**said, "text": text, "ts": ts, **more}


def mention_of(text: str, ts: str = "200.1", **more: Any) -> dict[str, Any]:
    said = {"type": "app_mention", "channel": CHANNEL, "user": USER}
    return {**said, "text": f"<@{BOT}> {text}", "ts": ts, **more}


def command_body(slack: PlayedSlack, text: str, name: str = "one") -> dict[str, str]:
    return {
        "command": "/ansvar",
        "text": text,
        "team_id": TEAM,
        "user_id": USER,
        "channel_id": CHANNEL,
        "trigger_id": f"trigger{next(_numbers)}",
        "response_url": slack.response_url(name),
    }


def elements(message: dict[str, Any], action: str) -> list[dict[str, Any]]:
    """The buttons of a message whose action id begins with ``action``."""
    rows = (block.get("elements", []) for block in message["blocks"])
    return [each for row in rows for each in row if each.get("action_id", "").startswith(action)]


def thumb(message: dict[str, Any], way: str) -> dict[str, Any]:
    """What Slack sends when the thumb is clicked."""
    [found] = elements(message, "feedback")
    value = found[f"{'positive' if way == 'up' else 'negative'}_button"]["value"]
    return {"type": "feedback_buttons", "action_id": found["action_id"], "value": value}


def quoted(message: dict[str, Any]) -> str:
    """The quotes of a message put together."""
    return "".join(
        run["text"]
        for block in message["blocks"]
        for part in block.get("elements", [])
        if part.get("type") == "rich_text_quote"
        for run in part["elements"]
    )


def shown(message: dict[str, Any]) -> str:
    """Every text of a message's blocks, in order."""
    found: list[str] = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("text"), str):
                found.append(value["text"])
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    look(message["blocks"])
    return "\n".join(found)


@asynccontextmanager
async def world(service: AnsweringService, folder: Path, **settings: Any) -> AsyncIterator[World]:
    """The program, served; by HTTP with one workspace's token unless ``settings`` say else."""
    async with PlayedSlack(set(scopes())) as slack:
        given = {
            "slack_bot_token": SecretStr("xoxb-tests"),
            "slack_signing_secret": SecretStr(SECRET),
            **settings,
        }
        chosen = BotSettings(data=folder, public_url=PUBLIC, slack_api_url=slack.api_url, **given)
        asker = asker_on(service, chosen)
        app = app_of(asker, IndexWatch(folder / "index", chosen), chosen)
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url=PUBLIC) as http:
                yield World(slack, http, asker, chosen)
        assert not slack.refused, slack.refused


def scenario(
    service: AnsweringService,
    folder: Path,
    told: Callable[[World], Awaitable[None]],
    **settings: Any,
) -> None:
    """Run ``told`` in a world of its own."""

    async def run() -> None:
        async with world(service, folder, **settings) as found:
            await told(found)

    asyncio.run(run())
