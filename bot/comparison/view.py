"""A comparison in words: the one value that every surface draws, so that they say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_view import clause_name
from bot.carrying import modality, party_name
from bot.comparison.headline import headline
from bot.comparison.texts import COMPARISON
from bot.comparison.time_words import time_words
from bot.safe_text import one_line, safe
from bot.standing import StandingMark, standing_mark
from bot.words import Words
from corpus.clause import Clause
from corpus.comparison.summary import summary
from corpus.comparison.values import (
    Aspect,
    ClauseChange,
    ClauseComparison,
    Comparison,
    DutyChange,
    PlacedDuty,
    Version,
)
from corpus.comparison.word_diff import Segment, word_diff
from corpus.document import Document

SECTIONS: tuple[tuple[str, frozenset[Aspect]], ...] = (
    ("party", frozenset({Aspect.PARTY})),
    ("modality", frozenset({Aspect.MODALITY})),
    ("time_limit", frozenset({Aspect.TIME_LIMIT})),
    ("role", frozenset({Aspect.ROLE})),
    ("phase", frozenset({Aspect.PHASE})),
    ("unclear", frozenset({Aspect.UNCLEAR})),
    ("new", frozenset({Aspect.NEW})),
    ("gone", frozenset({Aspect.GONE})),
    ("content", frozenset({Aspect.CONDITION, Aspect.TASK})),
)
"""The sections in order of weight; a duty stands in the first that it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSide:
    """A document of one version."""

    id: str
    title: str
    standing: StandingMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A text on one side: where it stands and its words; ``segments`` joined are the text.

    ``place`` is the clause's ``number`` with its title.
    """

    reference: str
    document: str
    number: str
    place: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The words, unmarked."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """A duty that changed: ``changes`` in words, and both sides; None where there is none."""

    section: str
    changes: tuple[str, ...]
    old: Side | None
    new: Side | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """A clause that differs, or the clauses that were split or merged."""

    change: ClauseChange
    words: str
    old: tuple[Side, ...]
    new: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySection:
    """Duties that changed in the same way, under one heading."""

    key: str
    heading: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The whole comparison. ``headline`` are sentences, the most important first."""

    lang: str
    headline: tuple[str, ...]
    old: tuple[DocumentSide, ...]
    new: tuple[DocumentSide, ...]
    sections: tuple[DutySection, ...]
    clauses: tuple[ClauseRow, ...]


def view(comparison: Comparison, on: date, lang: str) -> ComparisonView:
    """``comparison`` in ``lang``; the standing of its documents is that of the day ``on``."""
    say = Words(lang, COMPARISON)
    return ComparisonView(
        lang=say.lang,
        headline=headline(summary(comparison), say),
        old=tuple(_document(each, on, say) for each in comparison.old.documents),
        new=tuple(_document(each, on, say) for each in comparison.new.documents),
        sections=tuple(_sections(comparison.duties, say)),
        clauses=tuple(
            _clause_row(each, comparison, say)
            for each in comparison.clauses
            if each.change is not ClauseChange.UNCHANGED
        ),
    )


def _document(document: Document, on: date, say: Words) -> DocumentSide:
    return DocumentSide(
        id=document.id,
        title=one_line(document.title),
        standing=standing_mark(document, on, say),
    )


def _sections(changes: Sequence[DutyChange], say: Words) -> Iterator[DutySection]:
    left = list(changes)
    for key, aspects in SECTIONS:
        own = [change for change in left if change.aspects & aspects]
        left = [change for change in left if not change.aspects & aspects]
        if own:
            yield DutySection(
                key=key,
                heading=say(f"section.{key}"),
                rows=tuple(_duty_row(key, change, say) for change in own),
            )


def _duty_row(key: str, change: DutyChange, say: Words) -> DutyRow:
    old, new = change.old, change.new
    marked = word_diff(_words(old), _words(new))
    return DutyRow(
        section=key,
        changes=tuple(_changes(change, say)),
        old=_duty_side(old, marked.old, whole=new is None, say=say) if old else None,
        new=_duty_side(new, marked.new, whole=old is None, say=say) if new else None,
    )


def _words(placed: PlacedDuty | None) -> str:
    return safe(placed.whole) if placed else ""


def _duty_side(
    placed: PlacedDuty, segments: tuple[Segment, ...], *, whole: bool, say: Words
) -> Side:
    # What stands on one side only is new or gone as a whole: nothing to mark within it.
    shown = (Segment(text=_words(placed), marked=False),) if whole else segments
    return _side(placed.clause, placed.document, shown, say)


def _side(clause: Clause, document: Document, shown: tuple[Segment, ...], say: Words) -> Side:
    return Side(
        reference=clause.reference,
        document=one_line(document.title),
        number=clause_name(clause.label, None, say),
        place=clause_name(clause.label, clause.title, say),
        segments=shown,
    )


def _changes(change: DutyChange, say: Words) -> Iterator[str]:
    for aspect in Aspect:
        if aspect in change.aspects:
            yield say(
                f"change.{aspect}",
                old=_of_aspect(aspect, change.old, say),
                new=_of_aspect(aspect, change.new, say),
            )


def _of_aspect(aspect: Aspect, placed: PlacedDuty | None, say: Words) -> str:
    if placed is None:
        return ""
    duty = placed.duty
    match aspect:
        case Aspect.MODALITY:
            return modality(duty, say)
        case Aspect.TIME_LIMIT:
            return time_words(placed) or say("change.none")
        case Aspect.PHASE:
            return say(f"phase.{duty.phase}")
        case Aspect.CONDITION:
            return one_line(duty.condition) if duty.condition else say("change.none")
        case _:
            return carriers(placed, say)


def carriers(placed: PlacedDuty, say: Words) -> str:
    """Who carries the duty, by name; that nobody is named where nobody is."""
    names = [party_name(party, say) for party in placed.duty.parties]
    return ", ".join(names) or say("change.nobody")


def _clause_row(found: ClauseComparison, comparison: Comparison, say: Words) -> ClauseRow:
    old = _joined(comparison.old, found.old)
    new = _joined(comparison.new, found.new)
    marked = word_diff(old, new)
    one_sided = not (found.old and found.new)
    return ClauseRow(
        change=found.change,
        words=say(f"clause.{found.change}"),
        old=_clause_sides(comparison.old, found.old, marked.old, one_sided, say),
        new=_clause_sides(comparison.new, found.new, marked.new, one_sided, say),
    )


_BETWEEN = "\n\n"


def _joined(version: Version, clauses: Sequence[Clause]) -> str:
    return _BETWEEN.join(safe(version.text(clause)) for clause in clauses)


def _clause_sides(
    version: Version,
    clauses: Sequence[Clause],
    segments: Sequence[Segment],
    one_sided: bool,
    say: Words,
) -> tuple[Side, ...]:
    """One side for each clause, the marks of the joined texts cut where each clause ends."""
    sides, at = [], 0
    for clause in clauses:
        length = len(version.text(clause))
        shown = tuple(_cut(segments, at, at + length))
        if one_sided:
            shown = (Segment(text=safe(version.text(clause)), marked=False),)
        sides.append(_side(clause, version.document(clause), shown, say))
        at += length + len(_BETWEEN)
    return tuple(sides)


def _cut(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    at = 0
    for segment in segments:
        text = segment.text[max(start - at, 0) : max(end - at, 0)]
        at += len(segment.text)
        if text:
            yield Segment(text=text, marked=segment.marked)
