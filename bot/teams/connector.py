"""Where Microsoft's side of Teams is, and what vouches for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.settings_checks import is_loopback


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """The service that calls us and that answers are sent to.

    ``service_hosts`` are whole host names; one that begins with a dot takes in every name
    below it. ``loopback`` also lets this machine's own addresses in, over plain HTTP.
    ``token`` gives the bearer token for sending; None: it is fetched with the client secret.
    """

    openid_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    issuer: str = "https://api.botframework.com"
    # Anybody can take a name under trafficmanager.net, so those hosts are named whole.
    service_hosts: tuple[str, ...] = (
        "smba.trafficmanager.net",
        "smba.onyx.prod.teams.trafficmanager.net",
        ".teams.microsoft.com",
        ".botframework.com",
    )
    loopback: bool = False
    token: Callable[[str, str | None], str | None] | None = field(default=None, repr=False)

    def allows(self, service_url: str) -> bool:
        """Whether answers may be sent to this address."""
        try:
            parts = urlsplit(service_url)
            host = (parts.hostname or "").casefold()
        except ValueError:
            return False
        if parts.username is not None or not host:
            return False
        if self.loopback and is_loopback(host):
            return parts.scheme in ("http", "https")
        return parts.scheme == "https" and any(
            host.endswith(each) if each.startswith(".") else host == each
            for each in self.service_hosts
        )


MICROSOFT = Connector()
"""The public cloud."""
