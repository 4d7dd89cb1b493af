"""What was read of a document: its clauses, and those that lack a number or a party."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.cli.texts import Say
from bot.safe_text import one_line
from corpus.clause import Clause
from corpus.document import Document
from corpus.parsing.transitional import ID_PREFIX

NAMED = 12
"""How many clauses a line names before it only counts them."""

_NUMBER = re.compile(rf"{ID_PREFIX}.+|[A-Za-z]?\d+[a-z]?(?:[.:]\d+[a-z]?)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """The ids of a document's clauses, and of those that lack something.

    ``unnumbered`` have an id made from a heading; ``partyless`` have a duty that
    names no party, alone or among others; ``dutyless`` state no duty. Each id stands once.
    """

    document: Document
    clauses: tuple[str, ...]
    unnumbered: tuple[str, ...]
    partyless: tuple[str, ...]
    dutyless: tuple[str, ...]


def report(document: Document, clauses: Iterable[Clause]) -> DocumentReport:
    """The report on ``document``; ``clauses`` of other documents are left aside."""
    own = [clause for clause in clauses if clause.document == document.id]
    return DocumentReport(
        document=document,
        clauses=_ids(own),
        unnumbered=_ids(c for c in own if not _NUMBER.fullmatch(c.id)),
        partyless=_ids(c for c in own if not all(d.parties for d in c.duties)),
        dutyless=_ids(c for c in own if not c.duties),
    )


def _ids(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.id for clause in clauses))


def report_lines(made: DocumentReport, say: Say) -> Iterator[str]:
    """The report in words, a line for each finding."""
    document = made.document
    yield say(
        "check.read", title=one_line(document.title), id=document.id, clauses=len(made.clauses)
    )
    yield _finding("check.unnumbered", made.unnumbered, say) or say("check.all_numbered")
    if len(made.dutyless) < len(made.clauses):
        yield _finding("check.partyless", made.partyless, say) or say("check.all_parties")
    dutyless = _finding("check.dutyless", made.dutyless, say)
    if dutyless:
        yield dutyless


def _finding(key: str, ids: tuple[str, ...], say: Say) -> str:
    if not ids:
        return ""
    names = ", ".join(map(one_line, ids[:NAMED]))
    if len(ids) > NAMED:
        names = say("check.more", names=names, count=len(ids) - NAMED)
    return say(key, count=len(ids), names=names)
