"""The documents in time: what holds on a day, what comes, what ends, and what replaces what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corpus.clause import DocumentId
from corpus.document import Document
from corpus.status import Status
from corpus.validity import binds

NOTICE = timedelta(days=30)
"""So long before a document ends it is told."""


class When(StrEnum):
    """Where the asked day lies, seen from a document's first and last day."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A document in time. ``days_left`` counts from the asked day to the last, which is the
    last day in force, where that lies within; 0 on the last day itself.

    ``answers`` says whether the document answers on the day, ``replaced_by`` which ones name
    it as replaced.
    """

    document: Document
    when: When
    days_left: int | None
    answers: bool
    replaced_by: tuple[DocumentId, ...]

    @property
    def ends_soon(self) -> bool:
        """Whether it answers now, and ends within ``NOTICE``."""
        return self.answers and self.days_left is not None and self.days_left <= NOTICE.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Every document as of the day ``on``, the earliest first, those without dates last."""

    on: date
    stretches: tuple[Stretch, ...]

    @property
    def uncovered(self) -> bool:
        """Whether no document answers on the day."""
        return not any(each.answers for each in self.stretches)

    @property
    def ending(self) -> tuple[Stretch, ...]:
        """Those that answer now and end soon."""
        return tuple(each for each in self.stretches if each.ends_soon)

    def successors(self, stretch: Stretch) -> tuple[Document, ...]:
        """The documents that replace another, where they are known."""
        by_id = {each.document.id: each.document for each in self.stretches}
        return tuple(by_id[other] for other in stretch.replaced_by if other in by_id)


def build_timeline(documents: Sequence[Document], on: date, answers: frozenset[Status]) -> Timeline:
    """The documents as of ``on``. ``answers`` are the statuses whose texts answer."""
    stretches = [_stretch(each, documents, on, answers) for each in documents]
    stretches.sort(key=lambda each: _order(each.document))
    return Timeline(on=on, stretches=tuple(stretches))


def when(first: date | None, last: date | None, on: date) -> When:
    """Where ``on`` lies, seen from the first and the last day; None is open."""
    if first is None and last is None:
        return When.UNDATED
    if first is not None and on < first:
        return When.BEFORE
    if last is not None and on > last:
        return When.AFTER
    return When.WITHIN


def _stretch(
    document: Document, documents: Sequence[Document], on: date, answers: frozenset[Status]
) -> Stretch:
    there = when(document.valid_from, document.valid_to, on)
    last = document.valid_to
    return Stretch(
        document=document,
        when=there,
        days_left=(last - on).days if last is not None and there is When.WITHIN else None,
        answers=binds(document.status, document.valid_from, last, on, answers),
        replaced_by=tuple(each.id for each in documents if document.id in each.replaces),
    )


def _order(document: Document) -> tuple[date, date, str]:
    return (
        document.valid_from or document.valid_to or date.max,
        document.valid_to or date.max,
        document.id,
    )
