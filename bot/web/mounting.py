"""The web page, put on the application."""

from typing import Any

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.asking.asker import Asker
from bot.settings import BotSettings
from bot.web.asking_pages import PART, AskingPages
from bot.web.comparing import ComparingPages
from bot.web.findings_page import FindingsPage
from bot.web.headers import SafetyHeaders
from bot.web.matrix import MatrixPages
from bot.web.pages import STATIC, Pages, Site, words
from bot.web.reading_pages import ReadingPages
from bot.web.refused import Refused, refusal
from bot.web.thread_memory import ThreadMemory

FOR_PROGRAMS = ("/api/", "/slack/", "/metrics")
"""Addresses whose errors are told in JSON by the application itself."""


def mount(app: FastAPI, asker: Asker, settings: BotSettings) -> None:
    """Answer every address that nothing else on ``app`` does, with a page.

    It does not matter whether other surfaces are put on before or after.
    """
    web = web_page(asker, settings)
    otherwise = app.router.default

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and not scope["path"].startswith(FOR_PROGRAMS)
        await (web if is_page else otherwise)(scope, receive, send)

    app.router.default = pages


def web_page(asker: Asker, settings: BotSettings) -> ASGIApp:
    """The web page as an application of its own, with its own error pages."""
    site = Site(
        asker=asker,
        settings=settings,
        memory=ThreadMemory(settings.thread_minutes * 60),
        pages=Pages(settings.public_url),
    )

    async def told(request: Request, error: Exception) -> Response:
        found = refusal(error)
        if PART in request.headers:
            text = words(request)(f"error.{found.key}")
            return site.pages.draw(request, "_problem.html", status=found.status, text=text)
        return site.pages.draw(request, "error.html", status=found.status, key=found.key)

    return SafetyHeaders(
        Starlette(
            routes=[
                *AskingPages(site).routes(),
                *ReadingPages(site).routes(),
                *MatrixPages(site).routes(),
                *ComparingPages(site).routes(),
                *FindingsPage(site).routes(),
                Mount("/static", _Assets(directory=STATIC)),
            ],
            exception_handlers={Refused: told, HTTPException: told, Exception: told},
        )
    )


class _Assets(StaticFiles):
    """Files whose address changes with their content, so a browser may keep them."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
