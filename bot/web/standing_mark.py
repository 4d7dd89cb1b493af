"""A standing with what the eye needs beside the words: whether it binds."""

from dataclasses import dataclass
from datetime import date

from bot.standing import dates, standing
from bot.words import Words
from corpus.clause import Clause
from corpus.document import Document
from corpus.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingMark:
    """``words`` in capitals, ``dates`` in words; ``binds`` only colours what they say."""

    words: str
    dates: str
    binds: bool


def standing_mark(
    document: Document, on: date, say: Words, clause: Clause | None = None
) -> StandingMark:
    """The standing of a document on the day ``on``, or of a clause with dates of its own."""
    start = (clause.valid_from if clause else None) or document.valid_from
    end = (clause.valid_to if clause else None) or document.valid_to
    words = standing(document.status, start, end, on, say)
    return StandingMark(
        words=words,
        dates=dates(document.status, start, end, on, say),
        binds=binds(words, say),
    )


def binds(words: str, say: Words) -> bool:
    """Whether a standing in words is the one of a text in force."""
    return words == say(f"standing.{Status.IN_FORCE}")
