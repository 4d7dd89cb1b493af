"""A Bot Framework service on loopback: it hands out keys and records what is sent to it."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.bot.teams.tokens import Signer

ACTIVITIES = "/emea/v3/conversations/{conversation}/activities"


@dataclass
class Sent:
    method: str
    conversation: str
    body: dict[str, Any]
    authorization: str | None
    replaced: str | None = None


@dataclass
class PlayedService:
    signers: list[Signer]
    sent: list[Sent] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    """What the next messages are answered with, before it goes well."""
    refuse_cards: bool = False
    refuse_typing: bool = False
    keys_asked: int = 0
    keys_down: bool = False
    address: str = ""

    @property
    def messages(self) -> list[Sent]:
        return [each for each in self.sent if each.body["type"] == "message"]

    async def _metadata(self, _: Request) -> Response:
        self.keys_asked += 1
        if self.keys_down:
            return Response(status_code=500)
        return JSONResponse({"jwks_uri": f"{self.address}/keys"})

    async def _keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [each.public() for each in self.signers]})

    async def _activity(self, request: Request) -> Response:
        body = await request.json()
        if body["type"] == "typing" and self.refuse_typing:
            return Response(status_code=503)
        if body["type"] == "message" and self.answers:
            return self.answers.pop(0)
        if self.refuse_cards and body.get("attachments"):
            return JSONResponse({"error": {"code": "BadSyntax"}}, status_code=400)
        self.sent.append(
            Sent(
                method=request.method,
                conversation=request.path_params["conversation"],
                body=body,
                authorization=request.headers.get("authorization"),
                replaced=request.path_params.get("activity"),
            )
        )
        return JSONResponse({"id": f"sent-{len(self.messages)}"}, status_code=201)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/openid", self._metadata),
                Route("/keys", self._keys),
                Route(ACTIVITIES, self._activity, methods=["POST"]),
                Route(ACTIVITIES + "/{activity}", self._activity, methods=["PUT"]),
            ]
        )


@contextlib.asynccontextmanager
async def playing(service: PlayedService) -> AsyncIterator[PlayedService]:
    """``service`` on a free port of this machine."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        service.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(service.app(), log_level="error", lifespan="off"))
        serving = asyncio.create_task(server._serve([listening]))  # without signal handlers
        while not server.started:
            await asyncio.sleep(0.005)
        try:
            yield service
        finally:
            server.should_exit = True
            await serving
