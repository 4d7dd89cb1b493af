"""Only requests that are meant for this program: those that carry one of its own host names."""

import re
from collections.abc import Sequence

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.refusing import Refusing

_HOST = re.compile(
    r"(?:\[(?P<six>[0-9a-f]*:[0-9a-f:.]*)\]|(?P<name>[a-z0-9_.-]+))(?::\d{1,5})?", re.IGNORECASE
)


class KnownHosts:
    """Refuses requests whose Host is none of ``names``; ``*.name`` takes in names below.

    A page of another site could otherwise be pointed at this program by its own name, and read
    what it answers. Starlette's TrustedHostMiddleware refuses in plain English text; people are
    to get a page here, in their language.
    """

    def __init__(self, app: ASGIApp, *, names: Sequence[str], refusing: Refusing) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in names if not name.startswith("*."))
        self._endings = tuple(name[1:].casefold() for name in names if name.startswith("*."))
        self._refusing = refusing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http"
        if asked and not self._is_known(HTTPConnection(scope).headers.get("host", "")):
            await self._refusing(scope, 400, "wrong_host")(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        name = (found["six"] or found["name"]).casefold()
        return name in self._names or name.endswith(self._endings)
