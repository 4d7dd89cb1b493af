"""What a single setting must look like."""

import ipaddress
import re
from urllib.parse import urlsplit

from pydantic import SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.settings_faults import refused

LEAST_KEY = 32
"""Characters in a key that is given."""

_HOST = re.compile(r"(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]*", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine and nobody else's way to it."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_of(address: str) -> str:
    """The host name of a web address, in lower case without port."""
    return urlsplit(address).hostname or ""


def bracketed(host: str) -> str:
    """``host`` as it stands in a web address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def web_address(address: str) -> str:
    """A whole address without the last slash; empty stays empty."""
    if not address:
        return address
    try:
        parts = urlsplit(address)
        well = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise refused("bad_address") from error
    strange = parts.query or parts.fragment or "@" in parts.netloc or len(address.split()) != 1
    if parts.scheme not in ("http", "https") or not well or strange:
        raise refused("bad_address")
    return address.rstrip("/")


def divided_by_commas(value: object) -> object:
    """A list of what stands between commas; anything but a text is left to the next check."""
    if not isinstance(value, str):
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def host_names(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if not _HOST.fullmatch(name):
            raise refused("bad_hosts", name=name)
    return names


def database(address: SecretStr) -> SecretStr:
    """SQLite in a file, or PostgreSQL, whose short name ``postgres://`` is taken too."""
    whole = address.get_secret_value().replace("postgres://", "postgresql://", 1)
    try:
        url = make_url(whole)
    except (ArgumentError, ValueError):
        # Not chained: the message would repeat the address, which may hold a password.
        raise refused("bad_database") from None
    kind = url.get_backend_name()
    in_file = kind == "sqlite" and url.database not in (None, "", ":memory:")
    if not (in_file or kind == "postgresql"):
        raise refused("bad_database")
    return SecretStr(whole)


def long_key(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value()) < LEAST_KEY:
        raise refused("short_key", least=LEAST_KEY)
    return key


def bot_token(token: SecretStr) -> SecretStr:
    return _beginning_with("xoxb-", token)


def app_token(token: SecretStr) -> SecretStr:
    return _beginning_with("xapp-", token)


def _beginning_with(prefix: str, token: SecretStr) -> SecretStr:
    if not token.get_secret_value().startswith(prefix):
        raise refused("wrong_token", prefix=prefix)
    return token
