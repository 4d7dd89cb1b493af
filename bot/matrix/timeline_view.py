"""The timeline of the documents in words and as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer_json import Wire
from bot.document_wire import dated_wire
from bot.matrix.texts import MATRIX
from bot.matrix.warnings import warnings
from bot.safe_text import one_line
from bot.standing import StandingMark, standing_mark
from bot.words import Words
from corpus.document import Document
from corpus.timeline import Stretch, Timeline
from retrieval.texts import joined_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """A document in time. ``when`` tells where the day lies, ``relations`` what it replaces
    and is replaced by."""

    document: str
    title: str
    standing: StandingMark
    when: str
    answers: bool
    answering: str
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Every document as of the day, the earliest first."""

    lang: str
    on: str
    warnings: tuple[str, ...]
    stretches: tuple[StretchView, ...]


def timeline_view(timeline: Timeline, lang: str) -> TimelineView:
    """``timeline`` in words."""
    say = Words(lang, MATRIX)
    return TimelineView(
        lang=say.lang,
        on=timeline.on.isoformat(),
        warnings=tuple(warnings(timeline, say)),
        stretches=tuple(_stretch(each, timeline, say) for each in timeline.stretches),
    )


def timeline_wire(timeline: Timeline, lang: str) -> dict[str, Wire]:
    """``timeline`` as plain values, with the warnings in words."""
    say = Words(lang, MATRIX)
    return {
        "on": timeline.on.isoformat(),
        "uncovered": timeline.uncovered,
        "warnings": list(warnings(timeline, say)),
        "documents": [_wire(each) for each in timeline.stretches],
    }


def _stretch(stretch: Stretch, timeline: Timeline, say: Words) -> StretchView:
    document = stretch.document
    titles = {each.document.id: one_line(each.document.title) for each in timeline.stretches}
    replaced = [titles.get(other, one_line(other)) for other in document.replaces]
    return StretchView(
        document=document.id,
        title=one_line(document.title),
        standing=standing_mark(document, timeline.on, say),
        when=say(f"timeline.when.{stretch.when}"),
        answers=stretch.answers,
        answering=say("timeline.answers" if stretch.answers else "timeline.apart"),
        relations=(
            *_told("timeline.replaces", replaced, say),
            *_told("timeline.replaced_by", _titles(timeline.successors(stretch)), say),
        ),
    )


def _titles(documents: Sequence[Document]) -> list[str]:
    return [one_line(document.title) for document in documents]


def _told(key: str, titles: Sequence[str], say: Words) -> tuple[str, ...]:
    return (say(key, titles=joined_plain(titles, say.lang)),) if titles else ()


def _wire(stretch: Stretch) -> Wire:
    return {
        **dated_wire(stretch.document),
        "when": stretch.when.value,
        "days_left": stretch.days_left,
        "answers": stretch.answers,
        "replaces": list(stretch.document.replaces),
        "replaced_by": list(stretch.replaced_by),
    }
