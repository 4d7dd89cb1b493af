"""The web page, put on the application."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.refusing import PageOf, TextIn
from bot.asking.asker import Asker
from bot.settings import BotSettings
from bot.web.asking_pages import PART, AskingPages
from bot.web.comparing import ComparingPages
from bot.web.findings_page import FindingsPage
from bot.web.headers import SafetyHeaders
from bot.web.matrix import MatrixPages
from bot.web.pages import STATIC, Pages, Site, language, words
from bot.web.reading_pages import ReadingPages
from bot.web.refused import Refused, refusal
from bot.web.thread_memory import ThreadMemory

FOR_PROGRAMS = ("/api/", "/slack/", "/metrics", "/healthz", "/readyz", "/openapi.json")
"""Addresses whose errors are told in JSON by the application itself."""


def mount(app: FastAPI, asker: Asker, settings: BotSettings) -> PageOf:
    """Answer every address that nothing else on ``app`` does, with a page; returns how what is
    refused before that is told.

    It does not matter whether other surfaces are put on before or after.
    """
    site = Site(
        asker=asker,
        settings=settings,
        memory=ThreadMemory(settings.thread_minutes * 60),
        pages=Pages(settings.public_url),
    )
    web = _served(site)
    otherwise = app.router.default

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        await (web if _is_page(scope) else otherwise)(scope, receive, send)

    app.router.default = pages
    return partial(_refused, site.pages)


def _is_page(scope: Scope) -> bool:
    return scope["type"] == "http" and not scope["path"].startswith(FOR_PROGRAMS)


def _refused(
    pages: Pages,
    scope: Scope,
    status: int,
    text_in: TextIn,
    headers: Mapping[str, str],
) -> ASGIApp | None:
    if not _is_page(scope):
        return None
    request = Request(scope)
    response = _error(pages, request, status, "error.not_taken.title", text_in(language(request)))
    response.headers.update(headers)
    return SafetyHeaders(response)


def _error(pages: Pages, request: Request, status: int, title: str, text: str) -> Response:
    """A page with the title of that key and a text, or the text alone where our own script asks."""
    if PART in request.headers:
        return pages.draw(request, "_problem.html", status=status, text=text)
    return pages.draw(request, "error.html", status=status, title=title, text=text)


def _served(site: Site) -> ASGIApp:
    async def told(request: Request, error: Exception) -> Response:
        found = refusal(error)
        text = words(request)(f"error.{found.key}")
        return _error(site.pages, request, found.status, f"error.{found.key}.title", text)

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
