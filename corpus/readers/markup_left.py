"""Markup that stays in plain text when it is saved from another program."""

import re

_LINK = re.compile(r"\[([^\[\]\n]+)\]\((?:#|https?://|mailto:)[^()\s]*\)")
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?!\w)")


def without_markup(text: str) -> str:
    """``text`` with links reduced to their words and bold and slanted marks taken away.

    A single asterisk that marks nothing, such as a footnote's, stays.
    """
    return _SLANTED.sub(r"\1", _LINK.sub(r"\1", text).replace("**", ""))
