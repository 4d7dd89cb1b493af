"""Addresses of the web page that answers link to."""

from bot import addresses
from bot.slack import limits


def clause_url(public_url: str, reference: str) -> str | None:
    """The clause's page, or None when the address is too long for a button."""
    address = addresses.clause_url(public_url, reference)
    return address if len(address) <= limits.BUTTON_URL else None
