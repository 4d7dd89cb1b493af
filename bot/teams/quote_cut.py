"""A quote within a number of characters, the deciding sentence kept the longest."""

from dataclasses import dataclass

from bot.answer_view import SourceView

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutQuote:
    """Three parts as in ``SourceView``; ``cut``: something was left out, an ellipsis shows
    where. Taken out of it, what is left stands in the quote letter for letter."""

    before: str
    decisive: str
    after: str
    cut: bool


def cut(source: SourceView, most: int) -> CutQuote:
    """At most ``most`` characters of the quote, besides the ellipses.

    The deciding sentence comes first, then what surrounds it, as near as there is room for.
    """
    whole = len(source.before) + len(source.decisive) + len(source.after)
    if whole <= most:
        return CutQuote(
            before=source.before, decisive=source.decisive, after=source.after, cut=False
        )
    decisive = _start(source.decisive, most)
    room = most - len(source.decisive) if decisive == source.decisive else 0
    before_room = min(len(source.before), max(room // 2, room - len(source.after)))
    return CutQuote(
        before=_end(source.before, before_room),
        decisive=decisive,
        after=_start(source.after, max(room - before_room, 0)),
        cut=True,
    )


def _start(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[:most]
    return f"{kept[: kept.rfind(' ') + 1] or kept}{ELLIPSIS}"


def _end(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[len(text) - most :]
    return f"{ELLIPSIS}{kept[kept.find(' ') :] if ' ' in kept else kept}"
