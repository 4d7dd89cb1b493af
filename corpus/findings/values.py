"""What a check of the documents finds."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.clause import Clause
from corpus.document import Document


class FindingKind(StrEnum):
    """What is wrong, or may be.

    ``no_party`` a duty that nobody is named for; ``missing_phase`` a topic whose beginning is
    assigned but not its end or takeover; ``two_parties`` the same task laid on both without
    being shared; ``time_conflict`` and ``modality_conflict`` the same task with another time,
    or bound in another way; ``dead_reference`` a clause referred to that does not exist;
    ``two_senses`` a term that is defined in two ways; ``repeats`` a free-standing
    överenskommelse that says again what the main agreement says.
    """

    TWO_PARTIES = "two_parties"
    TIME_CONFLICT = "time_conflict"
    MODALITY_CONFLICT = "modality_conflict"
    NO_PARTY = "no_party"
    MISSING_PHASE = "missing_phase"
    DEAD_REFERENCE = "dead_reference"
    TWO_SENSES = "two_senses"
    REPEATS = "repeats"


class Severity(StrEnum):
    """How much is at stake for who reads the text."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


SEVERITY: Mapping[FindingKind, Severity] = {
    FindingKind.TWO_PARTIES: Severity.HIGH,
    FindingKind.TIME_CONFLICT: Severity.HIGH,
    FindingKind.MODALITY_CONFLICT: Severity.HIGH,
    FindingKind.NO_PARTY: Severity.MEDIUM,
    FindingKind.MISSING_PHASE: Severity.MEDIUM,
    FindingKind.DEAD_REFERENCE: Severity.MEDIUM,
    FindingKind.TWO_SENSES: Severity.MEDIUM,
    FindingKind.REPEATS: Severity.LOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The words that a finding is about: ``start`` and ``end`` are offsets in the document."""

    document: Document
    clause: Clause
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words, as they stand."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One gap or conflict, with the clauses side by side.

    ``about`` fills the reason's template: a phase, a reference, a term. ``key`` is what makes
    the finding the same one next time: words of the text, never a number of a clause.
    """

    kind: FindingKind
    places: tuple[Place, ...]
    key: str
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """That of its kind."""
        return SEVERITY[self.kind]

    @property
    def id(self) -> str:
        """Stable as long as the words stay: renumbering and moving a clause keep it."""
        digest = hashlib.sha256(f"{self.kind}|{self.key}".encode()).hexdigest()
        return f"{self.kind.replace('_', '-')}-{digest[:8]}"


def key_of(places: Iterable[Place], *more: str) -> str:
    """A finding's key: documents and words of its places, whatever their order and spacing."""
    said = sorted(f"{place.document.id}: {' '.join(place.quote.split())}" for place in places)
    return "|".join((*said, *more))
