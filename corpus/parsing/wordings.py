"""From which day to which day each wording of a paragraph is in force."""

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.parsing.commencement import Commencement
from corpus.parsing.dates import day_before
from corpus.parsing.draft import Draft


def date_wordings(drafts: Sequence[Draft], commencements: Iterable[Commencement]) -> None:
    """Fill in the days that marks in the text have not given.

    A wording is valid from the day on which the act in its closing note entered into force,
    where the document tells that day. A paragraph that a later act changes on a day of its own,
    but whose wording here is not that act's, is valid to the day before. Of two wordings of one
    paragraph the first ends the day before the second begins.
    """
    by_act: dict[str, Commencement] = {}
    for told in commencements:
        by_act.setdefault(told.act, told)
    for draft in drafts:
        if draft.valid_from is None and draft.valid_to is None:
            _date_by_acts(draft, by_act)
    _end_before_the_next(drafts)


def _date_by_acts(draft: Draft, by_act: dict[str, Commencement]) -> None:
    own = by_act.get(draft.act)
    draft.valid_from = own.of(draft.id) if own else None
    changes = [
        day
        for told in by_act.values()
        for clause, day in told.parts
        if clause == draft.id and _is_later(told.act, draft.act) and told.act != draft.act
    ]
    if changes and _is_after(min(changes), draft.valid_from):
        draft.valid_to = day_before(min(changes))


def _end_before_the_next(drafts: Sequence[Draft]) -> None:
    last: dict[str, Draft] = {}
    for draft in drafts:
        earlier = last.get(draft.id)
        if (
            earlier is not None
            and earlier.valid_to is None
            and draft.valid_from is not None
            and _is_after(draft.valid_from, earlier.valid_from)
        ):
            earlier.valid_to = day_before(draft.valid_from)
        last[draft.id] = draft


def _is_later(act: str, other: str) -> bool:
    """Whether ``act`` (``2025:1399``) is younger than ``other``; any act is, of no act."""
    return not other or _key(act) > _key(other)


def _is_after(day: date, other: date | None) -> bool:
    return other is None or day > other


def _key(act: str) -> tuple[int, int]:
    year, _, number = act.partition(":")
    return int(year), int(number)
