"""The language that a client wants."""

from starlette.requests import HTTPConnection

from bot.words import LANGUAGES


def wanted(connection: HTTPConnection) -> str:
    """``lang`` in the address, else the best of Accept-Language, else Swedish."""
    named = connection.query_params.get("lang", "")
    if named in LANGUAGES:
        return named
    return accepted(connection.headers.get("accept-language", ""))


def accepted(header: str) -> str:
    """The first of our languages by quality (RFC 9110, 12.5.4); Swedish when none is named."""
    ranked = sorted(map(_weighed, header.split(",")), key=lambda pair: -pair[0])
    ours = [tag for quality, tag in ranked if quality > 0 and tag in LANGUAGES]
    return ours[0] if ours else LANGUAGES[0]


def _weighed(part: str) -> tuple[float, str]:
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.partition("=")
    try:
        quality = float(value) if name.strip() == "q" else 1.0
    except ValueError:
        quality = 0.0
    return quality, tag.strip().lower().split("-")[0]
