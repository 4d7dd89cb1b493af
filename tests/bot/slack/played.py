"""Slack, played on loopback: its Web API, response URLs and Socket Mode's link.

It keeps what was called, refuses what Slack would refuse (see ``rules``), and can be told to
answer slowly, with a fault, or that we call too often.
"""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

from tests.bot.slack.rules import SCOPES, faults, view_faults

BOT, BOT_ID, TEAM = "UBOT", "BBOT", "T1"


@dataclass
class Trouble:
    """An answer to give in place of the usual one."""

    status: int = 200
    error: str = "fatal_error"
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


class PlayedSlack:
    def __init__(self, scopes: set[str]) -> None:
        self.scopes = scopes
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refused: list[str] = []
        self.trouble: dict[str, list[Trouble]] = {}
        self.acked: list[dict[str, Any]] = []
        self.links = 0
        self._link: web.WebSocketResponse | None = None
        self._news = asyncio.Condition()
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_get("/link", self._socket)
        self._server = TestServer(app)

    async def __aenter__(self) -> "PlayedSlack":
        await self._server.start_server()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._server.close()

    @property
    def api_url(self) -> str:
        return str(self._server.make_url("/api"))

    def response_url(self, name: str = "one") -> str:
        return str(self._server.make_url(f"/respond/{name}"))

    def of(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of ``method`` that was taken, in order."""
        return [arguments for name, arguments in self.calls if name == method]

    async def wait(self, method: str, count: int = 1, seconds: float = 10) -> list[dict[str, Any]]:
        """The calls of ``method``, once there are ``count``."""
        async with self._news, asyncio.timeout(seconds):
            await self._news.wait_for(lambda: len(self.of(method)) >= count)
        return self.of(method)

    async def wait_ack(self, envelope: str, seconds: float = 10) -> dict[str, Any]:
        def found() -> list[dict[str, Any]]:
            return [each for each in self.acked if each.get("envelope_id") == envelope]

        async with self._news, asyncio.timeout(seconds):
            await self._news.wait_for(lambda: bool(found()))
        return found()[0]

    async def linked(self, times: int = 1) -> None:
        async with self._news, asyncio.timeout(15):
            await self._news.wait_for(lambda: self.links >= times)

    async def push(self, envelope: str, kind: str, payload: dict[str, Any]) -> None:
        """Send through the link, as Slack does in Socket Mode."""
        assert self._link is not None
        body = {"envelope_id": envelope, "type": kind, "payload": payload}
        await self._link.send_str(json.dumps({**body, "accepts_response_payload": True}))

    async def drop_link(self) -> None:
        assert self._link is not None
        await self._link.send_str(json.dumps({"type": "disconnect", "reason": "refresh_requested"}))

    async def _keep(self, method: str, arguments: dict[str, Any]) -> None:
        async with self._news:
            self.calls.append((method, arguments))
            self._news.notify_all()

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        if (answer := await self._troubled(method)) is not None:
            return answer
        if method == "apps.connections.open":
            url = str(self._server.make_url("/link")).replace("http", "ws")
            return web.json_response({"ok": True, "url": url})
        if method == "oauth.v2.access":
            await self._keep(method, arguments)
            return web.json_response(_installed(",".join(self.scopes)))
        refusal = self._refusal(method, arguments)
        if refusal is not None:
            self.refused.append(f"{method}: {refusal}")
            return web.json_response({"ok": False, "error": refusal.split(":")[0]})
        await self._keep(method, arguments)
        return web.json_response({"ok": True, **self._given(method, arguments)})

    async def _respond(self, request: web.Request) -> web.Response:
        body = await request.json()
        if (answer := await self._troubled("respond")) is not None:
            return answer
        wrong = faults(body["blocks"]) if "blocks" in body else []
        if wrong:
            self.refused.append(f"respond: {wrong}")
            return web.Response(status=400, text="invalid_blocks")
        await self._keep("respond", {**body, "at": request.match_info["name"]})
        return web.Response(text="ok")

    async def _troubled(self, method: str) -> web.Response | None:
        waiting = self.trouble.get(method)
        if not waiting:
            return None
        trouble = waiting.pop(0)
        await self._keep(f"{method} in trouble", {})
        await asyncio.sleep(trouble.seconds)
        body = {"ok": False, "error": trouble.error}
        return web.json_response(body, status=trouble.status, headers=trouble.headers)

    def _refusal(self, method: str, arguments: dict[str, Any]) -> str | None:
        if method not in SCOPES:
            return f"unknown_method: {method}"
        needed = SCOPES[method]
        if needed is not None and needed not in self.scopes:
            return f"missing_scope: {needed}"
        if "blocks" in arguments and (wrong := faults(arguments["blocks"])):
            return f"invalid_blocks: {wrong}"
        if "view" in arguments and (wrong := view_faults(arguments["view"])):
            return f"invalid_arguments: {wrong}"
        if len(arguments.get("text", "")) > 4_000:
            return "msg_too_long: text"
        return None

    def _given(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        if method == "auth.test":
            return {"url": "https://x.slack.com/", "team": "x", "user": "ansvarslotsen",
                    "team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID}  # fmt: skip
        if method == "chat.postMessage":
            channel = arguments["channel"].replace("U", "D", 1)
            return {"channel": channel, "ts": f"900.{len(self.calls):06}", "message": {}}
        return {}

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        link = web.WebSocketResponse()
        await link.prepare(request)
        await link.send_str(json.dumps({"type": "hello", "num_connections": 1}))
        async with self._news:
            self._link, self.links = link, self.links + 1
            self._news.notify_all()
        async for message in link:
            if message.type is WSMsgType.TEXT:
                async with self._news:
                    self.acked.append(json.loads(message.data))
                    self._news.notify_all()
        return link


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    sent = dict(await request.post())
    named = {"blocks", "view", "prompts"}
    return {key: json.loads(str(v)) if key in named else v for key, v in sent.items()}


def _installed(scope: str) -> dict[str, Any]:
    return {
        "ok": True,
        "app_id": "A1",
        "authed_user": {"id": "UADMIN"},
        "scope": scope,
        "token_type": "bot",
        "access_token": "xoxb-installed",
        "bot_user_id": BOT,
        "team": {"id": TEAM, "name": "x"},
        "enterprise": None,
        "is_enterprise_install": False,
    }
