"""Headings in text that does not mark them."""

import re

from corpus.readers.joining import is_left_open
from corpus.readers.markers import MarkerKind, marker

_MAX_LENGTH = 160
_MAX_NUMBERED = 110
_MAX_CONTINUED = 250
NUMBERED_LEVEL = 2
_DIVISION = re.compile(r"(AVDELNING|AVD\.|DEL)\s+[IVXLC\d]+\b\.?|Bilaga\s+\w{1,3}\b", re.IGNORECASE)
_CHAPTER = re.compile(r"(\d+\s?[a-z]?\s+kap\.|kapitel\s+\d+)\s", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=[A-ZÅÄÖ])")
_PARAGRAPH_SIGN = re.compile(r"\d+\s?[a-z]?\s§")
_ENDS_OPEN = re.compile(r"[.,;:!…/–-]$")
_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3}[.!?:]\s")
_KEY_AND_VALUE = re.compile(r"[^:]{1,40}:\s+\S")

_VERB = re.compile(
    r"\b(ska|skall|får|kan|bör|måste|är|har|avses|gäller|omfattar|ansvarar|svarar|innehåller)\b"
)


def heading_level(text: str, following: str) -> int:
    """The level of the heading that a paragraph standing alone seems to be, else 0.

    1 for divisions and lines in capitals, 2 for chapters and numbered headings (one more for
    each further figure), 3 for the rest. A heading is short, begins with a capital, ends
    without a mark and has something after it. ``following`` is the next paragraph.
    """
    if not following or not _has_shape(text) or _leads_a_list(text, following):
        return 0
    if _DIVISION.match(text):
        return 1
    if _CHAPTER.match(text):
        return 2
    return _numbered(text, following) or _unnumbered(text)


def _has_shape(text: str) -> bool:
    return (
        len(text) <= _MAX_LENGTH
        and "\n" not in text
        and not _ENDS_OPEN.search(text)
        and not _PARAGRAPH_SIGN.match(text)
        and not is_left_open(text)
        and not _SENTENCE_WITHIN.search(_CHAPTER.sub("", _DIVISION.sub("", text)).rstrip("?"))
    )


def _leads_a_list(text: str, following: str) -> bool:
    """Whether ``text`` is a statement that the items after it complete."""
    return marker(following) is not None and bool(_VERB.search(text))


def continues_numbering(text: str, last: int) -> bool:
    """Whether ``text`` is the numbered title after title number ``last``, though it is long or
    ends with a colon."""
    mark = marker(text)
    return (
        mark is not None
        and mark.kind is MarkerKind.NUMBER
        and int(mark.sign[:-1]) == last + 1
        and _begins_large(mark.rest)
        and len(text) <= _MAX_CONTINUED
        and not _ENDS_OPEN.search(text.removesuffix(":"))
        and not _SENTENCE_WITHIN.search(mark.rest)
    )


def _numbered(text: str, following: str) -> int:
    """A number or a letter before a short title, unless the next paragraph is its neighbour."""
    mark = marker(text)
    after = marker(following)
    if len(text) > _MAX_NUMBERED:
        return 0
    if mark and mark.kind is not MarkerKind.BULLET:
        neighbours = after is not None and after.kind is mark.kind
        if neighbours or not _begins_large(mark.rest):
            return 0
        return NUMBERED_LEVEL + mark.sign[0].isalpha()
    found = _NUMBERED.match(text)
    if found and not _KEY_AND_VALUE.match(text):
        return NUMBERED_LEVEL + found[1].count(".")
    return 0


def _unnumbered(text: str) -> int:
    if marker(text) or not _begins_large(text) or _KEY_AND_VALUE.match(text):
        return 0
    letters = [char for char in text if char.isalpha()]
    return 1 if len(letters) > 3 and all(char.isupper() for char in letters) else 3


def _begins_large(text: str) -> bool:
    return text[:1].isupper()
