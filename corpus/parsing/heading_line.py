"""Lines that are headings though the format does not say so."""

import re

_MAX_CHARACTERS = 150
_ABBREVIATION_AT_END = re.compile(r"\b(?:m\.\s?m|m\.\s?fl|o\.\s?d|etc)\.$")
_LOOKS_LIKE_VALUE = re.compile(r"^[\w\s-]{1,25}:\s+\S")
_AMENDMENT_NOTE = re.compile(r"\((?:SFS )?\d{4}:\d+\)\.?$")


def looks_like_heading(text: str, *, longest: int = _MAX_CHARACTERS) -> bool:
    """Whether ``text`` alone on its line reads as a heading.

    It begins with a capital (or a number before one), is at most ``longest`` characters, and does
    not end as a sentence, a list or an address does. ``m.m.`` may end it.
    """
    line = " ".join(text.split()).strip("*_ ")
    if not line or len(line) > longest or "\n" in text.strip():
        return False
    if line[-1] in ".,;!" and not _ABBREVIATION_AT_END.search(line):
        return False
    if _LOOKS_LIKE_VALUE.match(line) or _AMENDMENT_NOTE.search(line):
        return False
    first = next((char for char in line if char.isalpha()), "")
    return first.isupper() and not line.startswith(("-", "–", "•", "|"))
