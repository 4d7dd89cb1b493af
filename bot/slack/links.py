"""Addresses of the web page that answers link to."""

from urllib.parse import quote

from bot.slack import limits


def clause_url(public_url: str, reference: str) -> str | None:
    """The clause's page, or None when the address is too long for a button."""
    document, _, clause = reference.partition("#")
    address = f"{public_url.rstrip('/')}/punkt/{quote(document, safe='')}/{quote(clause, safe=':')}"
    return address if len(address) <= limits.BUTTON_URL else None
