"""The web page: ask, read the clause in its document, say what one thought of the answer."""

from bot.web.mounting import mount

__all__ = ["mount"]
