"""What a reader of dated texts is warned of."""

from collections.abc import Iterator

from bot.safe_text import one_line
from bot.words import Words
from corpus.timeline import Stretch, Timeline
from retrieval.texts import joined_plain


def warnings(timeline: Timeline, say: Words, *, unproven: int = 0) -> Iterator[str]:
    """A day that nothing holds on, what ends soon, and how many clauses could not be proven."""
    if timeline.uncovered:
        yield say("timeline.uncovered", on=timeline.on)
    for stretch in timeline.ending:
        yield f"{_ends(stretch, say)} {_then(timeline, stretch, say)}"
    if unproven:
        yield say("matrix.unproven", count=unproven)


def _ends(stretch: Stretch, say: Words) -> str:
    key = {0: "timeline.ends.today", 1: "timeline.ends.one"}.get(stretch.days_left or 0)
    return say(
        key or "timeline.ends",
        title=one_line(stretch.document.title),
        end=stretch.document.valid_to,
        days=stretch.days_left,
    )


def _then(timeline: Timeline, stretch: Stretch, say: Words) -> str:
    titles = [one_line(each.title) for each in timeline.successors(stretch)]
    if not titles:
        return say("timeline.then_nothing")
    return say("timeline.then", titles=joined_plain(titles, say.lang))
