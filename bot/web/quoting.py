"""A long quote with what surrounds the deciding sentence folded away, nothing left out."""

from dataclasses import dataclass

from bot.answer_view import SourceView

KEPT = 420
"""Characters shown on each side of the deciding sentence before the rest is folded."""

SLACK = 160
"""A fold that would hide fewer characters than this is not worth a tap."""

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
