"""Slack's text markup: read out of what people write, and made harmless in what we send."""

import re

_ENCLOSED = re.compile(r"<([^<>]*)>")
_NAMED_TIME = re.compile(r"!date\^.*\|(.+)", re.DOTALL)
_SCHEMES = ("mailto:", "tel:")
_SOMEBODY = {"sv": "någon", "en": "somebody"}

# A character that formats is replaced by one that looks like it: nothing is left to interpret.
_LOOKALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_EMOJI = re.compile(r":(?=[a-z0-9_+'-]+:)", re.IGNORECASE)


def plain(text: str, bot: str | None = None, lang: str = "sv") -> str:
    """What a person wrote, from Slack's markup to plain text.

    The mention of ``bot`` is taken away; another person's is ``någon``, since an id or a name
    is nothing to search for. Links and channels keep the words that the reader saw.
    """

    def shown(match: re.Match[str]) -> str:
        target, _, label = match.group(1).partition("|")
        if target.startswith("@"):
            return "" if target[1:] == bot else _SOMEBODY.get(lang, _SOMEBODY["sv"])
        if target.startswith("#"):
            return f"#{label}" if label else ""
        if target.startswith("!"):
            date = _NAMED_TIME.fullmatch(match.group(1))
            return date.group(1) if date else ""
        if label:
            return label
        return next((target.removeprefix(s) for s in _SCHEMES if target.startswith(s)), target)

    # The ampersand last: an escaped "&lt;" that somebody typed is text and not a bracket.
    bare = _ENCLOSED.sub(shown, text)
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def literal(text: str) -> str:
    """``text`` for a place where Slack would read markup: shown as it is, never interpreted."""
    named = _EMOJI.sub("∶", text.translate(_LOOKALIKES))
    return named.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
