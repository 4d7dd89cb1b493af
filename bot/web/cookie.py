"""The one cookie: a random name for a browser's thread."""

import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "ansvarslots_trad"

_WHOLE = re.compile(r"[A-Za-z0-9_-]{32}")


def thread_of(request: Request) -> str | None:
    """The thread that the browser names, if it has one."""
    name = request.cookies.get(COOKIE, "")
    return name if _WHOLE.fullmatch(name) else None


def new_thread() -> str:
    """A name that nobody can guess."""
    return secrets.token_urlsafe(24)


def set_thread(response: Response, name: str, *, secure: bool) -> None:
    """Hand the name to the browser until it is closed. ``secure``: over https only."""
    response.set_cookie(COOKIE, name, httponly=True, samesite="strict", secure=secure)


def forget_thread(response: Response, *, secure: bool) -> None:
    """Take the name back."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=secure)
