"""What changed in a duty between two wordings of its sentence."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from corpus.comparison import thresholds
from corpus.comparison.likeness import likeness
from corpus.comparison.mentions import JOINT, beside, named
from corpus.comparison.table_cells import crossed
from corpus.comparison.units import Unit
from corpus.comparison.values import Aspect, DutyChange, PlacedDuty
from corpus.comparison.wording import difference, holds, same_words
from corpus.duties.phase import read_phase
from corpus.duty import Duty, Modality, Phase
from corpus.party import Party, Principal
from corpus.time_expressions import read_times

Place = Callable[[Unit, Duty], PlacedDuty]
"""Sets a duty in its clause and document."""

Placed = Collection[PlacedDuty]
"""The duties of the clauses that are compared, on one side."""

Follow = Callable[[str], str]
"""Old text with its references numbered as the new version numbers them."""

_STRENGTH = {Modality.MAY: 1, Modality.SHOULD: 2, Modality.SHALL: 3, Modality.RESPONSIBLE: 3}


def changes_between(
    old: Unit, new: Unit, place_old: Place, place_new: Place, follow: Follow
) -> Iterator[DutyChange]:
    """The changes of the duties of one sentence; nothing for those that are the same."""
    pairs = _paired(old.duties, new.duties)
    for before, after in pairs:
        one = place_old(old, old.duties[before])
        other = place_new(new, new.duties[after])
        if aspects := _aspects(one, other, follow):
            yield DutyChange(old=one, new=other, aspects=aspects)
    # The reading of a sentence whose words are the same does not change what it says.
    if same_words(follow(old.text), new.text):
        return
    if not (old.duties or new.duties):
        yield from _unread(place_old(old, _whole(old)), place_new(new, _whole(new)))
    left_old = [duty for at, duty in enumerate(old.duties) if at not in {p[0] for p in pairs}]
    left_new = [duty for at, duty in enumerate(new.duties) if at not in {p[1] for p in pairs}]
    for duty in left_old:
        yield from _on_one_side(place_old(old, duty), place_new(new, _moved_to(new, duty)), True)
    for duty in left_new:
        yield from _on_one_side(place_new(new, duty), place_old(old, _moved_to(old, duty)), False)


def _whole(unit: Unit) -> Duty:
    """A sentence that no duty was read from, as if all of it were one of nobody's."""
    return Duty(
        parties=(),
        modality=Modality.RESPONSIBLE,
        what=unit.text,
        phase=Phase.ALWAYS,
        condition=None,
        time_limit=None,
        negated=False,
        parties_inherited=False,
        start=unit.start,
        end=unit.start + len(unit.text),
    )


def _unread(old: PlacedDuty, new: PlacedDuty) -> Iterator[DutyChange]:
    """A sentence without a duty that can be read, and that names others than before: the change
    must not pass for another wording. So must no cross that moves to another column."""
    before, after = named(old.sentence), named(new.sentence)
    others = bool(before and after) and before != after
    if others or crossed(old.sentence) != crossed(new.sentence):
        yield DutyChange(old=old, new=new, aspects=frozenset({Aspect.UNCLEAR}))


def _moved_to(unit: Unit, duty: Duty) -> Duty:
    """``duty`` as the whole of another sentence, with the party that is named there alone."""
    names = named(unit.text)
    parties = (Party(principal=next(iter(names))),) if len(names) == 1 else ()
    end = unit.start + len(unit.text)
    return replace(duty, parties=parties, start=unit.start, end=end, lead=None)


def _on_one_side(read: PlacedDuty, other: PlacedDuty, is_old: bool) -> Iterator[DutyChange]:
    """What to say of a duty that was read from one wording of a sentence and not the other."""
    if _follows(read):
        return
    carriers, names = _carriers(read), named(other.sentence)
    if names and names == carriers:
        return
    if not names:
        aspect = Aspect.GONE if is_old else Aspect.NEW
        old, new = (read, None) if is_old else (None, read)
    else:
        alone = len(names) == 1 and not names & carriers and bool(carriers)
        aspect = Aspect.PARTY if alone else Aspect.UNCLEAR
        old, new = (read, other) if is_old else (other, read)
    yield DutyChange(old=old, new=new, aspects=frozenset({aspect}))


def gone(unit: Unit, place: Place, olds: Placed, news: Placed) -> Iterator[DutyChange]:
    """The duties of a sentence that stands in the old version only.

    ``olds`` and ``news`` are the duties of its clause and of the clause's match: what another
    sentence there says is not gone, and what one says of another party has moved.
    """
    for placed in _own(unit, place, news):
        if moved := _moved_with(placed, olds, news):
            yield DutyChange(old=placed, new=moved, aspects=frozenset({Aspect.PARTY}))
        else:
            yield DutyChange(old=placed, new=None, aspects=frozenset({Aspect.GONE}))


def came(unit: Unit, place: Place, olds: Placed, news: Placed) -> Iterator[DutyChange]:
    """The duties of a sentence that stands in the new version only; the rest as in `gone`."""
    for placed in _own(unit, place, olds):
        if moved := _moved_with(placed, news, olds):
            yield DutyChange(old=moved, new=placed, aspects=frozenset({Aspect.PARTY}))
        else:
            yield DutyChange(old=None, new=placed, aspects=frozenset({Aspect.NEW}))


def _own(unit: Unit, place: Place, others: Placed) -> Iterator[PlacedDuty]:
    """The duties that no sentence of the other version lays on the same party."""
    for duty in unit.duties:
        placed = place(unit, duty)
        if _follows(placed):
            continue
        if not any(_carriers(o) == _carriers(placed) and _says(o, placed) for o in others):
            yield placed


def _moved_with(placed: PlacedDuty, own: Placed, others: Placed) -> PlacedDuty | None:
    """The duty of the other version that lays the same on another party, when that party is
    not the one to carry it in this version too."""
    for other in others:
        both_named = _carriers(other) and _carriers(placed)
        if both_named and _says(other, placed):
            stays = any(_carriers(o) == _carriers(other) and _says(o, placed) for o in own)
            return None if stays else other
    return None


def _says(other: PlacedDuty, placed: PlacedDuty) -> bool:
    """Whether the sentence of ``other`` lays all that ``placed`` is about on its party."""
    return (
        _binds(other.duty) == _binds(placed.duty)
        and _times(placed) <= _times(other)
        and holds(other.whole, f"{placed.duty.what} {placed.duty.condition or ''}")
    )


def _paired(old: Sequence[Duty], new: Sequence[Duty]) -> list[tuple[int, int]]:
    if len(old) == len(new) == 1:
        return [(0, 0)]
    scores = likeness([duty.what for duty in old], [duty.what for duty in new])
    if not scores.size:
        return []
    same_party = np.array([[one.parties == other.parties for other in new] for one in old])
    rows, columns = linear_sum_assignment(scores + 0.3 * same_party, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def _aspects(old: PlacedDuty, new: PlacedDuty, follow: Follow) -> frozenset[Aspect]:
    """What differs. A sentence with the same words can only have moved: to another phase, or
    under a sentence that names another party."""
    same = same_words(follow(old.whole), new.whole)
    follows = same and _follows(old) and _follows(new)
    found = set() if follows else set(_of_party(old, new))
    if _phase_differs(old, new):
        found.add(Aspect.PHASE)
    if same:
        return frozenset(found)
    if _binds(old.duty) != _binds(new.duty):
        found.add(Aspect.MODALITY)
    if _time_differs(old, new):
        found.add(Aspect.TIME_LIMIT)
    found.update(_of_content(old, new, follow))
    return frozenset(found)


def _follows(placed: PlacedDuty) -> bool:
    """Whether the party stands in a sentence before (``Det gäller även …``), which is where a
    change of it is told. A party that stands in the heading is told of nowhere else."""
    own = placed.duty
    return own.parties_inherited and any(
        duty.parties and not duty.parties_inherited and duty.start < own.start
        for duty in placed.clause.duties
    )


def _of_party(old: PlacedDuty, new: PlacedDuty) -> Iterator[Aspect]:
    before, after = _carriers(old), _carriers(new)
    if before == after:
        if old.principals == new.principals and _roles(old) != _roles(new):
            yield Aspect.ROLE
        return
    # A passive may name its doer last, where the reading of duties does not see it.
    unread = (not after and before <= named(new.sentence)) or (
        not before and after <= named(old.sentence)
    )
    joined = before | beside(old.sentence) == after | beside(new.sentence)
    if not unread and not joined:
        yield Aspect.PARTY


def _carriers(placed: PlacedDuty) -> frozenset[Principal]:
    """Other bodies beside the two principals do not change whose duty it is."""
    return placed.principals & JOINT or placed.principals


def _roles(placed: PlacedDuty) -> frozenset[str | None]:
    return frozenset(party.role for party in placed.duty.parties)


def _binds(duty: Duty) -> tuple[int, bool]:
    return _STRENGTH[duty.modality], duty.negated


def _phase_differs(old: PlacedDuty, new: PlacedDuty) -> bool:
    """Whether the phase differs by the sentence or by its headings, not by chance of a title."""
    if old.duty.phase == new.duty.phase:
        return False
    by_heading = [read_phase("", None, one.clause.headings) for one in (old, new)]
    by_sentence = [read_phase(one.sentence, None, ()) for one in (old, new)]
    return any(
        before != after and Phase.ALWAYS not in (before, after)
        for before, after in (by_heading, by_sentence)
    )


def _time_differs(old: PlacedDuty, new: PlacedDuty) -> bool:
    before, after = _times(old), _times(new)
    if before != after:
        return True
    one, other = old.duty.time_limit, new.duty.time_limit
    if before or not (one and other):
        return False
    # Both name an event ("innan patienten går hem") and no measured time.
    return not (holds(one, other) or holds(other, one))


def _times(placed: PlacedDuty) -> frozenset[str]:
    duty = placed.duty
    said = [duty.what, duty.time_limit, duty.condition, placed.lead]
    return frozenset(time.meaning for time in read_times(" ".join(filter(None, said))))


def _of_content(old: PlacedDuty, new: PlacedDuty, follow: Follow) -> Iterator[Aspect]:
    before, after = follow(old.whole), new.whole
    found = difference(
        follow(_timeless(old.duty)), _timeless(new.duty), old_whole=before, new_whole=after
    )
    if found.weighty or found.share > thresholds.ANOTHER_MATTER:
        yield Aspect.TASK
    if not _same_condition(old.duty, after) or not _same_condition(new.duty, before):
        yield Aspect.CONDITION


def _timeless(duty: Duty) -> str:
    """What is to be done, without when: a time that changed is told as a time."""
    return duty.what.replace(duty.time_limit, "") if duty.time_limit else duty.what


def _same_condition(duty: Duty, other: str) -> bool:
    """Whether what the duty depends on stands in the other sentence too, if in other words."""
    if not duty.condition or duty.condition == duty.time_limit:
        return True
    found = difference(duty.condition, "", new_whole=other)
    return not found.weighty and found.share <= thresholds.ANOTHER_MATTER
