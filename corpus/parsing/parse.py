"""One document's text to its clauses."""

from corpus.blocks import ReadText
from corpus.clause import Clause, DocumentId
from corpus.parsing.outlined import parse_outlined
from corpus.parsing.statute import is_statute, parse_statute
from corpus.status import Kind


def parse(document: DocumentId, read: ReadText, kind: Kind) -> tuple[Clause, ...]:
    """The clauses of a document in the order of its text; none when it holds no text.

    What is written in paragraphs (``5 §``) is read as a statute whatever its ``kind``;
    everything else along its numbers and headings, ``minutes`` item by item.
    ``text[clause.start:clause.end]`` is the body, without number and heading.
    """
    if is_statute(read):
        drafts = parse_statute(read)
    else:
        drafts = parse_outlined(read, agenda=kind is Kind.MINUTES)
    made = (draft.clause(document, read.text) for draft in drafts)
    return tuple(clause for clause in made if clause is not None)
