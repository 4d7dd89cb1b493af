"""One document's text to its clauses."""

from datetime import date

from corpus.blocks import ReadText
from corpus.clause import Clause, DocumentId
from corpus.parsing.draft import Draft
from corpus.parsing.outlined import parse_outlined
from corpus.parsing.slugs import SlugBook
from corpus.parsing.statute import is_statute, parse_statute
from corpus.status import Kind


def parse(document: DocumentId, read: ReadText, kind: Kind) -> tuple[Clause, ...]:
    """The clauses of a document in the order of its text; none when it holds no text.

    What is written in paragraphs (``5 §``) is read as a statute whatever its ``kind``;
    everything else along its numbers and headings, ``minutes`` item by item.
    ``text[clause.start:clause.end]`` is the body, without number and heading.
    """
    if is_statute(read, kind):
        drafts = parse_statute(read)
    else:
        drafts = parse_outlined(read, agenda=kind is Kind.MINUTES)
    _tell_apart(drafts)
    made = (draft.clause(document, read.text) for draft in drafts)
    return tuple(clause for clause in made if clause is not None)


def _tell_apart(drafts: list[Draft]) -> None:
    """Only wordings with days of their own share an id; what else would, gets ``-2``, ``-3``."""
    books: dict[tuple[date | None, date | None], SlugBook] = {}
    for draft in drafts:
        book = books.setdefault((draft.valid_from, draft.valid_to), SlugBook())
        draft.id = book.keep(draft.id)
