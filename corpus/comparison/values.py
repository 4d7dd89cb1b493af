"""What a comparison of two versions says."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.clause import Clause
from corpus.document import Document
from corpus.duty import Duty
from corpus.party import Principal


class ClauseChange(StrEnum):
    """What became of a clause. ``moved`` has the same words at another place or number;
    ``reworded`` says the same in other words; ``changed`` says something else."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    GONE = "gone"


class Aspect(StrEnum):
    """What changed in a duty. The first five move or change the responsibility itself.

    ``party`` is another principal, ``role`` another role of the same principal, ``modality``
    how strongly it binds (ska and ansvarar bind alike; a new or lost ``inte`` counts here).
    ``new`` and ``gone`` are duties that stand on one side only; ``task`` is another content.
    ``unclear`` is a sentence that names the parties in such a way that it must be read.
    """

    PARTY = "party"
    ROLE = "role"
    MODALITY = "modality"
    PHASE = "phase"
    TIME_LIMIT = "time_limit"
    CONDITION = "condition"
    TASK = "task"
    NEW = "new"
    GONE = "gone"
    UNCLEAR = "unclear"


RESPONSIBILITY = frozenset(
    {Aspect.PARTY, Aspect.ROLE, Aspect.MODALITY, Aspect.PHASE, Aspect.TIME_LIMIT}
)
"""The aspects of a duty that, changed, mean that responsibility has moved."""


class Direction(StrEnum):
    """Whom a duty moves to, when its principal changes."""

    TO_MUNICIPALITY = "to_municipality"
    TO_REGION = "to_region"
    TO_BOTH = "to_both"
    TO_INDIVIDUAL = "to_individual"
    TO_OTHER = "to_other"
    TO_NOBODY = "to_nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDuty:
    """A duty, its clause and document, and the sentence that states it, word for word.

    For an item of an enumeration ``lead`` is the sentence that leads it, else it is empty.
    """

    duty: Duty
    clause: Clause
    document: Document
    sentence: str
    lead: str

    @property
    def whole(self) -> str:
        """The sentence with the one that leads it."""
        return f"{self.lead} {self.sentence}" if self.lead else self.sentence

    @property
    def principals(self) -> frozenset[Principal]:
        """Who carries it; ``both`` as region and municipality. Empty: the text names nobody."""
        found = {party.principal for party in self.duty.parties}
        if Principal.BOTH in found:
            found = (found - {Principal.BOTH}) | {Principal.REGION, Principal.MUNICIPALITY}
        return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChange:
    """A duty before and after, and what differs. One side is None for new and gone duties."""

    old: PlacedDuty | None
    new: PlacedDuty | None
    aspects: frozenset[Aspect]

    @property
    def moved(self) -> bool:
        """Whether responsibility moved: party, role, modality, phase or time limit changed."""
        return bool(self.aspects & RESPONSIBILITY)

    @property
    def direction(self) -> Direction | None:
        """Whom the duty moves to; None when the principal is the same."""
        if Aspect.PARTY not in self.aspects or self.new is None:
            return None
        return direction(self.new.principals)


def direction(principals: frozenset[Principal]) -> Direction:
    """The direction of a duty that ``principals`` carry afterwards."""
    if not principals:
        return Direction.TO_NOBODY
    if len(principals) > 1:
        return Direction.TO_BOTH
    return {
        Principal.MUNICIPALITY: Direction.TO_MUNICIPALITY,
        Principal.REGION: Direction.TO_REGION,
        Principal.INDIVIDUAL: Direction.TO_INDIVIDUAL,
    }.get(next(iter(principals)), Direction.TO_OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseComparison:
    """What became of one clause, or of the clauses that were split or merged.

    ``old`` and ``new`` hold the clauses in document order; one is empty for new and gone.
    ``moved`` tells that number or headings differ, whatever the ``change``. ``substance``
    tells that more than the wording differs. ``duties`` are the changes of its duties.
    """

    change: ClauseChange
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]
    moved: bool
    substance: bool
    duties: tuple[DutyChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One side: some documents and their clauses, both in document order."""

    documents: tuple[Document, ...]
    clauses: tuple[Clause, ...]

    def text(self, clause: Clause) -> str:
        """The clause's body, word for word."""
        document = self.document(clause)
        return document.text[clause.start : clause.end]

    def document(self, clause: Clause) -> Document:
        """The document that ``clause`` stands in. Raises StopIteration for a stranger."""
        return next(one for one in self.documents if one.id == clause.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions compared. ``clauses`` stand in the new version's order, the gone ones last."""

    old: Version
    new: Version
    clauses: tuple[ClauseComparison, ...]

    @property
    def duties(self) -> tuple[DutyChange, ...]:
        """Every change of a duty, in the order of the clauses."""
        return tuple(change for clause in self.clauses for change in clause.duties)
