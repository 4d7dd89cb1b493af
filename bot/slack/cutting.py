"""A quote that is longer than a message holds: the deciding sentence is the last to be cut."""

from collections.abc import Sequence
from typing import Protocol

from bot.slack.blocks import Piece

CUT = " […] "
"""Stands where text was left out."""


class Quoted(Protocol):
    """A quote in three parts; ``decisive`` is the deciding sentence."""

    @property
    def before(self) -> str: ...
    @property
    def decisive(self) -> str: ...
    @property
    def after(self) -> str: ...


def size(quote: Quoted) -> int:
    """The quote's characters."""
    return len(quote.before) + len(quote.decisive) + len(quote.after)


def pieces(quote: Quoted, most: int) -> list[Piece]:
    """The quote, the deciding sentence bold, in at most ``most`` characters and the marks of
    what was left out. What stands nearest the deciding sentence is kept."""
    decisive = quote.decisive[:most]
    room = most - len(decisive)
    # A short side leaves its room to the other.
    before = min(len(quote.before), max(room // 2, room - len(quote.after)))
    after = min(len(quote.after), room - before)
    found: list[Piece] = []
    if before < len(quote.before):
        found.append((CUT, "italic"))
    found.append((quote.before[len(quote.before) - before :], None))
    found.append((decisive, "bold"))
    found.append((quote.after[:after], None))
    if len(decisive) < len(quote.decisive) or after < len(quote.after):
        found.append((CUT, "italic"))
    return [piece for piece in found if piece[0]]


def shares(sizes: Sequence[int], room: int) -> list[int]:
    """How many characters each quote gets of ``room``: the short ones all they need, and the
    long ones equally much of the rest."""
    given = [0] * len(sizes)
    waiting = sorted(range(len(sizes)), key=lambda each: sizes[each])
    while waiting:
        each = waiting[0]
        given[each] = min(sizes[each], max(0, room // len(waiting)))
        room -= given[each]
        waiting = waiting[1:]
    return given
