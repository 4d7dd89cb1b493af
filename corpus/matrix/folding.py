"""Text as a search compares it: ``lakarmedverkan`` finds ``läkarmedverkan``."""

import unicodedata


def folded(text: str) -> str:
    """``text`` in lower case, without accents and other marks over letters."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
