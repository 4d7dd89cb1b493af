"""The list of documents, and one document's facts and contents."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_view import clause_name
from bot.safe_text import one_line
from bot.standing import StandingMark, standing_mark
from bot.words import Words
from corpus.clause import Clause, DocumentId
from corpus.document import Document
from corpus.status import Status
from retrieval.service import AnsweringService
from retrieval.validity import holds


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document's facts. ``answers``: some clause of it answers on the day."""

    id: str
    title: str
    kind: str
    standing: StandingMark
    answers: bool
    extent: str
    audience: str | None
    source: str | None
    replaces: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The clauses under one path of headings: (reference, name) of each."""

    headings: tuple[str, ...]
    clauses: tuple[tuple[str, str], ...]


def document_views(service: AnsweringService, on: date, say: Words) -> tuple[DocumentView, ...]:
    """Every document of the index, in its order."""
    own: defaultdict[DocumentId, list[Clause]] = defaultdict(list)
    for each in service.clauses:
        own[each.document].append(each)
    return tuple(
        document_view(each, own[each.id], service.answers, on, say) for each in service.documents
    )


def document_view(
    document: Document, own: Sequence[Clause], answers: frozenset[Status], on: date, say: Words
) -> DocumentView:
    """The facts of one document, whose ``own`` clauses are given."""
    count = len(_once(own))
    return DocumentView(
        id=document.id,
        title=one_line(document.title),
        kind=say(f"kind.{document.kind}"),
        standing=standing_mark(document, on, say),
        answers=any(holds(document, each, on, answers) for each in own),
        extent=say("documents.clauses_one" if count == 1 else "documents.clauses", count=count),
        audience=one_line(document.audience) if document.audience else None,
        source=one_line(document.source) if document.source else None,
        replaces=document.replaces,
    )


def sections(clauses: Sequence[Clause], say: Words) -> tuple[Section, ...]:
    """One document's ``clauses`` by their headings, as they follow in it."""
    found: list[tuple[tuple[str, ...], list[tuple[str, str]]]] = []
    for each in _once(sorted(clauses, key=lambda clause: clause.start)):
        headings = tuple(one_line(heading) for heading in each.headings)
        if not found or found[-1][0] != headings:
            found.append((headings, []))
        found[-1][1].append((each.reference, clause_name(each.label, each.title, say)))
    return tuple(Section(headings=path, clauses=tuple(named)) for path, named in found)


def _once(clauses: Sequence[Clause]) -> list[Clause]:
    """A clause with two wordings is one clause."""
    return list({each.reference: each for each in reversed(clauses)}.values())[::-1]
