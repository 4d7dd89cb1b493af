"""Which language a question is asked in: Swedish, English or another."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Literal

from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Word
from retrieval.understanding.vocabulary import vocabulary

Language = Literal["sv", "en", "other"]
_SWEDISH_LETTERS = frozenset("åäö")


@cache
def small_words(lang: str) -> frozenset[str]:
    """The function words of ``sv`` or ``en``."""
    return frozenset(read_data("languages")[lang].split())


@cache
def _others() -> dict[str, frozenset[str]]:
    ours = small_words("sv") | small_words("en")
    tables: dict[str, str] = read_data("languages")["other"]
    return {lang: frozenset(text.split()) - ours for lang, text in tables.items()}


def detect(text: str, there: Sequence[Word]) -> Language:
    """Count function words. In doubt, and for bare catchwords, it is Swedish: a question turned
    away by mistake is worse than one searched in vain."""
    if _foreign_script(text):
        return "other"
    swedish = sum(w.plain in small_words("sv") for w in there)
    swedish += sum(not _SWEDISH_LETTERS.isdisjoint(w.plain) for w in there)
    english = sum(w.plain in small_words("en") for w in there)
    other = max(sum(w.plain in ws for w in there) for ws in _others().values())
    if other >= 2 and other > swedish + 1 and other > english + 1:
        return "other"
    if english == swedish:
        return "en" if not swedish and vocabulary().knows_english(there) else "sv"
    return "en" if english > swedish else "sv"


def _foreign_script(text: str) -> bool:
    letters = [c for c in text[:2000] if c.isalpha()]
    latin = sum(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in letters)
    return bool(letters) and latin < len(letters) / 2
