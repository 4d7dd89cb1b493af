"""Slack over HTTP: events and clicks at one address, and the installation pages."""

from fastapi import FastAPI
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.internals import parse_body
from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.slack.installations import INSTALL, REDIRECT

EVENTS = "/slack/events"

_STAMP_DIGITS = 12


def add_routes(app: FastAPI, bolt: AsyncApp, signing_secret: str) -> None:
    """Add the routes. What is not signed with the secret within five minutes gets 401, before
    anything in it is read."""
    verifier = SignatureVerifier(signing_secret)
    handler = AsyncSlackRequestHandler(bolt)

    async def events(request: Request) -> Response:
        body = await request.body()
        if not _signed(verifier, body, request):
            return PlainTextResponse("invalid signature", status_code=401)
        if not _readable(body.decode("utf-8"), request.headers.get("content-type")):
            return PlainTextResponse("unreadable body", status_code=400)
        return await handler.handle(request)

    async def installation(request: Request) -> Response:
        return await handler.handle(request)

    app.add_api_route(EVENTS, events, methods=["POST"], include_in_schema=False)
    if bolt.oauth_flow is not None:
        for path in (INSTALL, REDIRECT):
            app.add_api_route(path, installation, methods=["GET"], include_in_schema=False)


def _readable(body: str, content_type: str | None) -> bool:
    """Whether the library can take it in: it fails on what is no object, or nested too deep."""
    try:
        return isinstance(parse_body(body, content_type), dict)
    except (ValueError, RecursionError):
        return False


def _signed(verifier: SignatureVerifier, body: bytes, request: Request) -> bool:
    stamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    # The verifier turns both into numbers and text, and fails on what is neither.
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= _STAMP_DIGITS):
        return False
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return signature.isascii() and verifier.is_valid(text, stamp, signature)
