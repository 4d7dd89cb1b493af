"""One document's text to its clauses."""

from corpus.blocks import ReadText
from corpus.clause import Clause, DocumentId
from corpus.parsing.statute import is_statute, parse_statute
from corpus.status import Kind


def parse(document: DocumentId, read: ReadText, kind: Kind) -> tuple[Clause, ...]:
    drafts = parse_statute(read)
    made = (draft.clause(document, read.text) for draft in drafts)
    return tuple(clause for clause in made if clause is not None)
