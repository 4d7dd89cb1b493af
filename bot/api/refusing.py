"""Refusals at the door, before any surface has seen the request: programs get the error's body,
people a page."""

from collections.abc import Callable, Mapping

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Scope

from bot.api.errors import error_response
from bot.api.language import wanted
from bot.api.texts import API
from bot.words import Words

TextIn = Callable[[str], str]
"""The message in a language."""

PageOf = Callable[[Scope, int, TextIn, Mapping[str, str]], ASGIApp | None]
"""The page with a status, a message and headers; None where no person asks."""


class Refusing:
    """Makes refusals. ``page`` is how a page is drawn, None as long as there are no pages."""

    def __init__(self) -> None:
        self.page: PageOf | None = None

    def __call__(
        self,
        scope: Scope,
        status: int,
        key: str,
        headers: Mapping[str, str] | None = None,
        **found: object,
    ) -> ASGIApp:
        """The refusal ``key``, one of the API's texts, that ``found`` fills."""

        def text_in(lang: str) -> str:
            return Words(lang, API)(key, **found)

        page = self.page(scope, status, text_in, headers or {}) if self.page else None
        lang = wanted(HTTPConnection(scope))
        return page or error_response(status, key, lang, dict(headers or {}), **found)
