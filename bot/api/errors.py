"""What becomes of every error: a key for programs and a message with the mend for people."""

import re
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from bot.api.language import wanted
from bot.api.texts import API
from bot.asking.errors import AskingError, TooManyQuestions
from bot.words import Words

_LIKE_OURS = re.compile("[a-z_]{1,20}")

_BY_STATUS = {404: "not_found", 405: "method_not_allowed"}


class ApiError(Exception):
    """A refusal in the API's own words. ``found`` fills the text."""

    def __init__(self, status: int, key: str, **found: object) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.found = found


def error_response(
    status: int, key: str, lang: str, headers: dict[str, str] | None = None, **found: object
) -> JSONResponse:
    """The error's body in ``lang``."""
    body = {"error": key, "message": Words(lang, API)(key, **found)}
    return JSONResponse(body, status, headers)


def add_error_handlers(app: FastAPI) -> None:
    """Every error of the application leaves as ``ErrorBody``."""
    app.add_exception_handler(AskingError, _asking)
    app.add_exception_handler(ApiError, _api)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def spoken(request: Request) -> str:
    """The language that the body asked for, else the request's."""
    return getattr(request.state, "lang", None) or wanted(request)


async def _asking(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, AskingError):
        raise error
    headers = {}
    if isinstance(error, TooManyQuestions):
        headers["Retry-After"] = str(error.seconds)
    body = {"error": error.key, "message": error.text(spoken(request))}
    return JSONResponse(body, error.status, headers)


async def _api(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, ApiError):
        raise error
    return error_response(error.status, error.key, spoken(request), None, **error.found)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    status, key, field = _fault(error.errors())
    if key == "invalid_json" and "json" not in request.headers.get("content-type", ""):
        status, key = 415, "not_json"
    return error_response(status, key, spoken(request), field=field)


async def _http(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    key = _BY_STATUS.get(error.status_code, "unreadable")
    headers = dict(error.headers or {})
    return error_response(error.status_code, key, spoken(request), headers)


def _fault(faults: Sequence[Any]) -> tuple[int, str, str]:
    """Status, key and field of the first fault; what was sent is never repeated."""
    fault = faults[0]
    kind = str(fault["type"])
    names = [part for part in fault["loc"][1:] if isinstance(part, str)]
    # A name that the client made up is not repeated either, unless it looks like one of ours.
    field = names[0] if names and _LIKE_OURS.fullmatch(names[0]) else "?"
    if kind == "json_invalid" or not names:
        return 400, "invalid_json", field
    if kind.startswith("date"):
        return 422, "invalid_date", field
    if kind == "missing":
        return 422, "missing_field", field
    if kind == "extra_forbidden":
        return 422, "unknown_field", field
    return 422, "invalid_field", field
