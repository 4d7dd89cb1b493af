"""Two versions, compared."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.clause import Clause
from corpus.comparison import thresholds
from corpus.comparison.duty_changes import came, changes_between, gone
from corpus.comparison.pairing import Pairing, Pairs, pair, unnumbered
from corpus.comparison.renumbering import Renumbering
from corpus.comparison.units import Unit, read_units
from corpus.comparison.values import (
    ClauseChange,
    ClauseComparison,
    Comparison,
    DutyChange,
    PlacedDuty,
    Version,
)
from corpus.comparison.wording import difference, same_words
from corpus.duty import Duty


def compare(old: Version, new: Version) -> Comparison:
    """Match the clauses of ``new`` to those of ``old`` and tell what became of each.

    Each clause stands in exactly one of the comparisons, on its side.
    """
    return _Comparing(old, new).comparison()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Clauses that belong together, by their places."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class _Comparing:
    """The two versions, their sentences and the pairs."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        self._old_units, self._new_units = read_units(old), read_units(new)
        self._pairs: Pairing = pair(old, new, self._old_units, self._new_units)
        self._follow = Renumbering(old, new, self._pairs.clauses).follow

    def comparison(self) -> Comparison:
        groups = sorted(self._groups(), key=lambda group: (not group.new, *group.new, *group.old))
        return Comparison(old=self._old, new=self._new, clauses=tuple(map(self._compared, groups)))

    def _groups(self) -> Iterator[_Group]:
        """The matched clauses, joined by the parts that were split off and merged in."""
        from_old = dict(self._parts(self._new_units, self._old_units, backwards=True))
        into_new = dict(self._parts(self._old_units, self._new_units, backwards=False))
        pairs = self._sound_pairs(from_old, into_new)
        news: dict[int, list[int]] = {one: [other] for one, other in pairs.items()}
        olds: dict[int, list[int]] = {other: [one] for one, other in pairs.items()}
        for part, whole in from_old.items():
            if part not in olds:
                olds[part] = [whole]
                news.setdefault(whole, []).append(part)
        for part, whole in into_new.items():
            if part not in news:
                news[part] = [whole]
                olds.setdefault(whole, []).append(part)
        yield from _joined(news, olds)
        yield from (
            _Group(old=(p,), new=()) for p in range(len(self._old.clauses)) if p not in news
        )
        yield from (
            _Group(old=(), new=(p,)) for p in range(len(self._new.clauses)) if p not in olds
        )

    def _sound_pairs(self, from_old: dict[int, int], into_new: dict[int, int]) -> Pairs:
        """The pairs of clauses, without those whose sentences all found their match elsewhere."""
        kept = {
            (self._old_units[before].clause, self._new_units[after].clause)
            for before, after in self._pairs.sentences.items()
        }
        return {
            one: other
            for one, other in self._pairs.clauses.items()
            if (one, other) in kept
            or (from_old.get(other, one) == one and into_new.get(one, other) == other)
        }

    def _parts(
        self, units: Sequence[Unit], others: Sequence[Unit], *, backwards: bool
    ) -> Iterator[tuple[int, int]]:
        """Each clause whose words mostly stand in one clause of the other version, and that."""
        pairs = self._pairs.sentences
        match = {after: before for before, after in pairs.items()} if backwards else pairs
        total: Counter[int] = Counter()
        shared: dict[int, Counter[int]] = {}
        for place, unit in enumerate(units):
            total[unit.clause] += len(unit.text)
            if place in match:
                home = others[match[place]].clause
                shared.setdefault(unit.clause, Counter())[home] += len(unit.text)
        for clause, homes in shared.items():
            home, length = homes.most_common(1)[0]
            if length >= thresholds.PART_OF_CLAUSE * total[clause]:
                yield clause, home

    def _compared(self, group: _Group) -> ClauseComparison:
        old = tuple(self._old.clauses[place] for place in group.old)
        new = tuple(self._new.clauses[place] for place in group.new)
        duties = tuple(self._duty_changes(group))
        moved = bool(old and new) and (len(old) > 1 or len(new) > 1 or _is_moved(old[0], new[0]))
        substance = not (old and new) or bool(duties) or self._says_something_else(group)
        return ClauseComparison(
            change=self._change(old, new, moved=moved, substance=substance),
            old=old,
            new=new,
            moved=moved,
            substance=substance,
            duties=duties,
        )

    def _change(
        self, old: tuple[Clause, ...], new: tuple[Clause, ...], *, moved: bool, substance: bool
    ) -> ClauseChange:
        if not old or not new:
            return ClauseChange.NEW if new else ClauseChange.GONE
        if len(old) > 1 or len(new) > 1:
            return ClauseChange.SPLIT if len(new) > 1 else ClauseChange.MERGED
        if substance:
            return ClauseChange.CHANGED
        if not self._same_words(old[0], new[0]):
            return ClauseChange.REWORDED
        return ClauseChange.MOVED if moved else ClauseChange.UNCHANGED

    def _same_words(self, old: Clause, new: Clause) -> bool:
        before = self._follow(self._old.text(old))
        return same_words(before, self._new.text(new)) and old.title == new.title

    def _duty_changes(self, group: _Group) -> Iterator[DutyChange]:
        """The changes of sentences that end in the group, or that end with it."""
        match = {after: before for before, after in self._pairs.sentences.items()}
        olds = [self._place_old(*each) for each in _duties(self._old_units, group.old)]
        news = [self._place_new(*each) for each in _duties(self._new_units, group.new)]
        for place, unit in enumerate(self._new_units):
            if unit.clause not in group.new:
                continue
            if place in match:
                before = self._old_units[match[place]]
                yield from changes_between(
                    before, unit, self._place_old, self._place_new, self._follow
                )
            else:
                yield from came(unit, self._place_new, olds, news)
        for place, unit in enumerate(self._old_units):
            if unit.clause in group.old and place not in self._pairs.sentences:
                yield from gone(unit, self._place_old, olds, news)

    def _says_something_else(self, group: _Group) -> bool:
        """Whether a sentence came, went or says something else, with or without a duty."""
        match = {after: before for before, after in self._pairs.sentences.items()}
        for place, unit in enumerate(self._new_units):
            if unit.clause in group.new and (
                place not in match or self._differs(self._old_units[match[place]], unit)
            ):
                return True
        return any(
            unit.clause in group.old and place not in self._pairs.sentences
            for place, unit in enumerate(self._old_units)
        )

    def _differs(self, old: Unit, new: Unit) -> bool:
        found = difference(self._follow(old.text), new.text)
        return found.weighty or found.share > thresholds.ANOTHER_MATTER

    def _place_old(self, unit: Unit, duty: Duty) -> PlacedDuty:
        return _placed(self._old, unit, duty)

    def _place_new(self, unit: Unit, duty: Duty) -> PlacedDuty:
        return _placed(self._new, unit, duty)


def _duties(units: Sequence[Unit], clauses: Sequence[int]) -> Iterator[tuple[Unit, Duty]]:
    """Every duty of the clauses at these places, with its sentence."""
    return ((unit, duty) for unit in units if unit.clause in clauses for duty in unit.duties)


def _placed(version: Version, unit: Unit, duty: Duty) -> PlacedDuty:
    clause = version.clauses[unit.clause]
    return PlacedDuty(
        duty=duty,
        clause=clause,
        document=version.document(clause),
        sentence=unit.text,
        lead=unit.lead,
    )


def _joined(news: dict[int, list[int]], olds: dict[int, list[int]]) -> Iterator[_Group]:
    """The connected groups of matched clauses."""
    seen: set[int] = set()
    for start in news:
        if start in seen:
            continue
        group_old, group_new, waiting = {start}, set[int](), [start]
        while waiting:
            reached = set(chain.from_iterable(news[place] for place in waiting)) - group_new
            group_new |= reached
            waiting = list(set(chain.from_iterable(olds[n] for n in reached)) - group_old)
            group_old |= set(waiting)
        seen |= group_old
        yield _Group(old=tuple(sorted(group_old)), new=tuple(sorted(group_new)))


def _is_moved(old: Clause, new: Clause) -> bool:
    return old.id != new.id or [unnumbered(h) for h in old.headings] != [
        unnumbered(h) for h in new.headings
    ]
