"""The answer value: what every surface draws, and what `--json` and the API give."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.duty import Modality, Phase
from corpus.party import Party, Principal
from corpus.status import Kind, Status


class AnswerStatus(StrEnum):
    """What kind of answer it is."""

    ANSWERED = "answered"
    SHARED = "shared"
    NOT_STATED = "not_stated"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A verbatim quote and its place.

    ``quote == document.text[start:end]``, checked when the answer is made. ``decisive`` is
    the span of the deciding sentence, as offsets into ``quote``. ``valid_from`` and
    ``valid_to`` are the clause's own dates where it has them, else the document's.
    ``page`` counts from 1, for formats with pages.
    """

    document: str
    document_title: str
    kind: Kind
    clause: str
    label: str
    title: str | None
    headings: tuple[str, ...]
    status: Status
    valid_from: date | None
    valid_to: date | None
    quote: str
    start: int
    end: int
    decisive: tuple[int, int]
    page: int | None
    url: str | None

    @property
    def reference(self) -> str:
        """The full form, ``<document>#<clause>``."""
        return f"{self.document}#{self.clause}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAnswer:
    """A party, what it carries, and the citation (its position in the answer) that says so.

    ``negated``: the text says that it shall or may not. ``called`` is what the text itself
    calls a party whose role alone does not say whose it is (``Ordinatören i regionen eller
    kommunen``): words that stand in the quote.
    """

    party: Party
    modality: Modality
    what: str
    phase: Phase
    condition: str | None
    citation: int
    negated: bool = False
    called: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A clause offered beside the answer; ``apart``: its status or date keeps it from answering."""

    document: str
    document_title: str
    clause: str
    label: str
    title: str | None
    status: Status
    apart: bool
    excerpt: str

    @property
    def reference(self) -> str:
        """The full form, ``<document>#<clause>``."""
        return f"{self.document}#{self.clause}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewDuty:
    """One duty of an overview, with the clause that lays it on ``parties``.

    ``start`` and ``end`` are its span in the document's text, checked. Status and dates are
    those of a citation.
    """

    parties: tuple[Party, ...]
    modality: Modality
    negated: bool
    what: str
    phase: Phase
    condition: str | None
    document: str
    document_title: str
    clause: str
    label: str
    title: str | None
    status: Status
    valid_from: date | None
    valid_to: date | None
    start: int
    end: int

    @property
    def reference(self) -> str:
        """The full form, ``<document>#<clause>``."""
        return f"{self.document}#{self.clause}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that a party carries in a phase or a topic, for a question that asks for no less.

    ``query`` is the filter of the responsibility matrix as in an address; ``total`` counts
    the duties there, of which ``duties`` are the first few, at most one of each clause.
    """

    query: str
    total: int
    duties: tuple[OverviewDuty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The whole answer. ``question`` is the masked question; ``probability`` in [0, 1] is the
    calibrated chance that the corpus answers it. A note about danger to life is the first of
    ``notes``. ``principals`` never holds ``both``: a
    shared answer holds several. ``overview`` is there when all of a party's duties were asked
    for."""

    status: AnswerStatus
    question: str
    headline: str
    principals: tuple[Principal, ...]
    parties: tuple[PartyAnswer, ...]
    citations: tuple[Citation, ...]
    related: tuple[Related, ...]
    notes: tuple[str, ...]
    on: date
    lang: str
    probability: float
    redactions: int
    index_fingerprint: str
    overview: Overview | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedClause:
    """A clause reference and its final score, highest first in a ranking."""

    reference: str
    score: float
