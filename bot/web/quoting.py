"""Long texts on a small screen: lines apart, and what is far from the deciding sentence folded.

Nothing is ever left out: the parts put together again are the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer_view import SourceView

KEPT = 420
"""Characters shown on each side of the deciding sentence before the rest is folded."""

SLACK = 160
"""A fold that would hide fewer characters than this is not worth a tap."""

_LINE = re.compile(r"(?P<words>[^\n]*)(?P<ending>\n+|$)")

_CUTS = ("\n", ". ", " ")
"""Where to cut, the strongest first: after a line, a sentence, a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedQuote:
    """``folded_before + before + decisive + after + folded_after`` is the whole quote."""

    folded_before: str
    before: str
    decisive: str
    after: str
    folded_after: str


def folded(source: SourceView) -> FoldedQuote:
    """The quote of ``source``, cut between lines, sentences or words."""
    hidden, before = _keep_end(source.before)
    after, rest = _keep_start(source.after)
    return FoldedQuote(
        folded_before=hidden,
        before=before,
        decisive=source.decisive,
        after=after,
        folded_after=rest,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, ``marked`` being its share of the deciding sentence, and the line breaks
    that ended it."""

    before: str
    marked: str
    after: str
    ending: str


def lines_of(before: str, decisive: str = "", after: str = "") -> Iterator[Line]:
    """The lines of ``before + decisive + after``."""
    text = before + decisive + after
    start, end = len(before), len(before) + len(decisive)
    for found in filter(re.Match.group, _LINE.finditer(text)):
        first, last = found.span("words")
        marked = max(first, min(start, last)), max(first, min(end, last))
        yield Line(
            before=text[first : marked[0]],
            marked=text[marked[0] : marked[1]],
            after=text[marked[1] : last],
            ending=found["ending"],
        )


def _keep_end(text: str) -> tuple[str, str]:
    if len(text) <= KEPT + SLACK:
        return "", text
    start = len(text) - KEPT
    cuts = (text.find(mark, start, start + SLACK) for mark in _CUTS)
    at = next((cut + 1 for cut in cuts if cut >= 0), start)
    return text[:at], text[at:]


def _keep_start(text: str) -> tuple[str, str]:
    if len(text) <= KEPT + SLACK:
        return text, ""
    cuts = (text.rfind(mark, KEPT - SLACK, KEPT) for mark in _CUTS)
    at = next((cut + 1 for cut in cuts if cut >= 0), KEPT)
    return text[:at], text[at:]
