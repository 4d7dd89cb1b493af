"""Why a page cannot be shown."""

from starlette.exceptions import HTTPException

_KEYS = {404: "no_page", 405: "wrong_method"}


class Refused(Exception):  # noqa: N818 - the name says what happened
    """A request that is met by a page with a kind word. ``key`` names its texts, ``status`` is
    the HTTP status."""

    def __init__(self, key: str, status: int) -> None:
        super().__init__(key)
        self.key = key
        self.status = status


def refusal(error: Exception) -> Refused:
    """What to tell of ``error``; of what was never foreseen, that it is broken on our side."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, HTTPException):
        return Refused(_KEYS.get(error.status_code, "not_read"), error.status_code)
    return Refused("broken", 500)
