# ruff: noqa: N818 - the names say what was found
"""Why a call from outside was not let in.

Refusal
├── NoToken, BadToken                     401: who calls is not known
├── WrongService, WrongTenant,
│   WrongChannel, TooOld                  403: known, but not allowed
├── Unreadable                            400
├── TooLarge                              413
├── Busy                                  429
└── NoKeys                                503: it cannot be checked now
"""

from bot.teams.texts import TEAMS
from bot.words import Words


class Refusal(Exception):
    """A call that is not let in. ``status`` is the HTTP status, ``key`` names the reason and
    ``retry_after`` the seconds after which it may go better."""

    status = 400
    key = "unreadable"
    retry_after: int | None = None

    def __init__(self) -> None:
        super().__init__(self.key)

    def text(self, lang: str) -> str:
        """The reason in Swedish or English."""
        return Words(lang, TEAMS)(f"refused.{self.key}")


class NoToken(Refusal):
    """There is no bearer token."""

    status = 401
    key = "no_token"


class BadToken(Refusal):
    """Signature, issuer, audience or time is wrong."""

    status = 401
    key = "bad_token"


class NoKeys(Refusal):
    """The signing keys could not be fetched."""

    status = 503
    key = "no_keys"
    retry_after = 30


class WrongService(Refusal):
    """The address that answers would be sent to is not the token's, or not an allowed one."""

    status = 403
    key = "wrong_service"


class WrongTenant(Refusal):
    """Another organisation than the one in the settings."""

    status = 403
    key = "wrong_tenant"


class WrongChannel(Refusal):
    """Another channel than Teams."""

    status = 403
    key = "wrong_channel"


class TooOld(Refusal):
    """A replayed message, or one from a clock that is wrong."""

    status = 403
    key = "too_old"


class Unreadable(Refusal):
    """No JSON object, or not an activity."""


class TooLarge(Refusal):
    """More bytes than a message from Teams has."""

    status = 413
    key = "too_large"


class Busy(Refusal):
    """As many messages are being answered as there is room for."""

    status = 429
    key = "busy"
    retry_after = 5
