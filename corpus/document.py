"""One agreement, överenskommelse, law, guideline or meeting note."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from corpus.clause import DocumentId
from corpus.status import Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as it was read.

    ``text`` is the plain text that every offset and every quote refers to. ``pages`` holds
    the offset at which each page begins (empty for formats without pages). ``valid_to`` is
    the last day in force; None is open. ``sha256`` is of the file's bytes.
    """

    id: DocumentId
    title: str
    kind: Kind
    status: Status
    valid_from: date | None
    valid_to: date | None
    source: str | None
    replaces: tuple[DocumentId, ...]
    audience: str | None
    file: str
    sha256: str
    text: str
    pages: tuple[int, ...] = ()

    def page(self, offset: int) -> int | None:
        """The page, counted from 1, on which the character at ``offset`` stands."""
        return bisect_right(self.pages, offset) or None if self.pages else None
