"""The documents, checked for gaps and conflicts."""

from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from corpus.document import Document
from corpus.findings.conflicts import between_tasks, either_party, title_against_body
from corpus.findings.definitions import read_definitions, two_senses
from corpus.findings.missing_phases import missing_phases
from corpus.findings.no_party import without_party
from corpus.findings.references import Library, dead_references
from corpus.findings.task_pairs import Task, task_words
from corpus.findings.unsaid_acts import unsaid_acts
from corpus.findings.values import Finding, FindingKind, Place
from corpus.status import Kind, Status

_ORDER = list(FindingKind)
_AGREED = {Kind.AGREEMENT, Kind.SUPPLEMENT, Kind.GUIDELINE}
"""What region and municipality have written themselves. A statute's general norms bind whoever
gives the care, and minutes bind nobody: neither is asked for a party or a phase."""


def check(documents: Sequence[Document], clauses: Sequence[Clause]) -> tuple[Finding, ...]:
    """Every finding once, the gravest kinds first, then in the order of the documents.

    ``clauses`` are those of ``documents``, in document order; of a paragraph with several
    wordings give the one that is meant.
    """
    found: dict[str, Finding] = {}
    for finding in _found(documents, clauses):
        found.setdefault(finding.id, finding)
    return tuple(sorted(found.values(), key=lambda finding: _ORDER.index(finding.kind)))


def _found(documents: Sequence[Document], clauses: Sequence[Clause]) -> Iterator[Finding]:
    by_id = {document.id: document for document in documents}
    checked = [c for c in clauses if _is_checked(by_id[c.document])]
    wholes = [_whole(by_id[clause.document], clause) for clause in checked]
    tasks = [task for whole in wholes for task in _tasks(whole)]
    library = Library.of(documents, clauses)
    yield from between_tasks([task for task in tasks if task.duty.parties])
    yield from two_senses(each for whole in wholes for each in read_definitions(whole))
    for whole in wholes:
        yield from dead_references(whole, library)
    for task in tasks:
        if task.place.document.kind in _AGREED:
            yield from either_party(task)
            yield from without_party(task.duty, task.place)
    for document in documents:
        if document.kind in _AGREED and _is_checked(document):
            own = [clause for clause in checked if clause.document == document.id]
            yield from missing_phases(document, own)
            for clause in own:
                yield from unsaid_acts(_whole(document, clause))
            for clause in own:
                yield from title_against_body(document, clause)


def _is_checked(document: Document) -> bool:
    """Minutes and repealed texts bind nobody."""
    return document.kind is not Kind.MINUTES and document.status is not Status.REPEALED


def _whole(document: Document, clause: Clause) -> Place:
    return Place(document=document, clause=clause, start=clause.start, end=clause.end)


def _tasks(whole: Place) -> Iterator[Task]:
    for duty in whole.clause.duties:
        place = Place(document=whole.document, clause=whole.clause, start=duty.start, end=duty.end)
        yield Task(duty=duty, place=place, words=task_words(duty))
