"""One statement in a clause that lays responsibility on somebody."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.party import Party


class Modality(StrEnum):
    """How strongly the text binds: ska, får, bör, ansvarar."""

    SHALL = "ska"
    MAY = "får"
    SHOULD = "bör"
    RESPONSIBLE = "ansvarar"


class Phase(StrEnum):
    """When in the course of care a duty applies."""

    START = "start"
    UNDER_WAY = "under_way"
    DETERIORATION = "deterioration"
    END = "end"
    TAKEOVER = "takeover"
    TRANSFER = "transfer"
    PAYMENT = "payment"
    DISPUTE = "dispute"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty with the span of text it was read from.

    ``start`` and ``end`` are character offsets into the document's text and cover the
    sentence (for an item of an enumeration: the item; ``lead`` then covers the leading
    sentence that names the party). ``parties`` is empty when the text names nobody.
    ``parties_inherited`` is true when the sentence names nobody and the party comes from
    the statement before it in the same clause.
    """

    parties: tuple[Party, ...]
    modality: Modality
    what: str
    phase: Phase
    condition: str | None
    time_limit: str | None
    negated: bool
    parties_inherited: bool
    start: int
    end: int
    lead: tuple[int, int] | None = None
