"""Which documents are to be held against each other."""

from rapidfuzz import fuzz

from corpus.document import Document
from corpus.status import Kind, Status

_SAME_TITLE = 90.0
"""rapidfuzz ratio, 0–100, from which two titles are those of versions of one document."""

_COMING = {Status.DRAFT, Status.CONSULTATION}


def may_meet(one: Document, other: Document) -> bool:
    """Whether who follows the one may have to follow the other too.

    A document and its next version say the same thing twice on purpose: what replaces the
    other, bears its title, or is a coming agreement beside one in force. An example binds
    nobody, so no agreement of one's own is held against it. Statutes are not held against each
    other: they divide the same words between persons and places.
    """
    if one.id == other.id:
        return one.kind is not Kind.LAW
    if one.id in other.replaces or other.id in one.replaces:
        return False
    kinds, statuses = {one.kind, other.kind}, {one.status, other.status}
    if Kind.LAW not in kinds and Status.EXAMPLE in statuses and len(statuses) > 1:
        return False
    if len(kinds) > 1:
        return True
    if one.kind is Kind.LAW or (one.status in _COMING) != (other.status in _COMING):
        return False
    return fuzz.ratio(one.title.casefold(), other.title.casefold()) < _SAME_TITLE
