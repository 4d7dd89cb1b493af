"""The answer as plain text: what a notification shows and a screen reader reads."""

from collections.abc import Iterator

from bot.answer_view import AnswerView, SourceView, shortened
from bot.slack import limits
from bot.slack.cutting import pieces
from bot.slack.markup import literal

_QUOTE = 900


def fallback(drawn: AnswerView) -> str:
    """The whole answer in at most ``limits.FALLBACK`` characters, escaped; the headline and
    the sources first. A part that does not fit is left out, never cut half way."""
    kept: list[str] = []
    room = limits.FALLBACK
    for part in _parts(drawn):
        escaped = literal(part)
        if len(escaped) < room:
            kept.append(escaped)
            room -= len(escaped) + 1
    return "\n".join(kept)


def _parts(drawn: AnswerView) -> Iterator[str]:
    yield from drawn.urgent
    yield shortened(drawn.headline, 500)
    for line in drawn.overview.lines if drawn.overview else ():
        yield f"{line.text} ({line.clause_name} · {line.standing})"
    for source in drawn.sources:
        yield _source(source)
    for lines in (drawn.notes, drawn.carried):
        yield from lines
    for group in drawn.related if not drawn.sources else ():
        for offer in group.offers:
            yield f"{group.document_title} ({group.standing}): {offer.name}"


def _source(source: SourceView) -> str:
    quote = "".join(text for text, _ in pieces(source, _QUOTE))
    return f"”{quote}”\n[{source.number}] {source.place}. {source.standing}, {source.dates}."
