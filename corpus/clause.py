"""The unit that is cited."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from corpus.duty import Duty

DocumentId = NewType("DocumentId", str)
ClauseId = NewType("ClauseId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause: its stable id within the document, its place and when it is valid.

    ``start`` and ``end`` are character offsets of the clause's body in the document's text
    (number and heading left out). ``headings`` is the path of headings above the clause,
    outermost first; ``title`` is the clause's own heading, if it has one. ``label`` is how
    people write the number (``4 kap. 3 §``, ``3.4``). ``valid_from`` and ``valid_to`` are
    the first and the last day in force, and are None where the document's own dates apply:
    a paragraph that stands in an expiring and a coming wording is two clauses with one id.
    """

    document: DocumentId
    id: ClauseId
    label: str
    title: str | None
    headings: tuple[str, ...]
    start: int
    end: int
    valid_from: date | None = None
    valid_to: date | None = None
    duties: tuple[Duty, ...] = ()

    @property
    def reference(self) -> str:
        """The full form, ``<document>#<clause>``."""
        return f"{self.document}#{self.id}"
