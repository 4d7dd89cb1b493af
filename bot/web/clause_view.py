"""A clause in its document: its words, who does what, and what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_view import clause_name
from bot.carrying import laid_on, on_condition, party_name
from bot.safe_text import one_line, safe
from bot.standing import StandingMark, standing_mark
from bot.words import Words
from corpus.clause import Clause
from corpus.document import Document
from corpus.duty import Duty, Phase
from retrieval.validity import holds

NEIGHBOURS = 2
"""Clauses shown on each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """One wording of a clause. ``text`` is the document's own, made harmless one for one."""

    reference: str
    name: str
    headings: tuple[str, ...]
    text: str
    page: int | None
    standing: StandingMark
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePage:
    """``wordings``: the one that holds on the day first. ``before`` and ``after`` are the
    neighbours in the order of the document."""

    document: str
    document_title: str
    wordings: tuple[ClauseView, ...]
    before: tuple[ClauseView, ...]
    after: tuple[ClauseView, ...]


def clause_page(
    found: Sequence[tuple[Document, Clause]], clauses: Sequence[Clause], on: date, say: Words
) -> ClausePage:
    """The page of ``found``, the wordings of one clause, amid all ``clauses`` of the index."""
    document, clause = found[0]
    order = _in_order(document, clauses, on)
    at = next(row for row, each in enumerate(order) if each.id == clause.id)

    def seen(each: Clause) -> ClauseView:
        return _view(document, each, on, say)

    return ClausePage(
        document=document.id,
        document_title=one_line(document.title),
        wordings=tuple(seen(each) for _, each in found),
        before=tuple(map(seen, order[max(0, at - NEIGHBOURS) : at])),
        after=tuple(map(seen, order[at + 1 : at + 1 + NEIGHBOURS])),
    )


def _in_order(document: Document, clauses: Sequence[Clause], on: date) -> list[Clause]:
    """One wording of each clause, the one of the day where there is one, as they follow."""
    own = [each for each in clauses if each.document == document.id]
    own.sort(key=lambda clause: clause.start)
    shown: dict[str, Clause] = {}
    for each in own:
        if each.id not in shown or holds(document, each, on, frozenset({document.status})):
            shown[each.id] = each
    return list(shown.values())


def _view(document: Document, clause: Clause, on: date, say: Words) -> ClauseView:
    return ClauseView(
        reference=clause.reference,
        name=clause_name(clause.label, clause.title, say),
        headings=tuple(one_line(heading) for heading in clause.headings),
        text=safe(document.text[clause.start : clause.end]),
        page=document.page(clause.start),
        standing=standing_mark(document, on, say, clause),
        duties=tuple(_duty(duty, say) for duty in clause.duties),
    )


def _duty(duty: Duty, say: Words) -> str:
    names = [party_name(party, say) for party in duty.parties]
    nobody = say("clause.nobody", what=one_line(duty.what))
    line = laid_on(names, duty, say) if names else nobody
    details = list(_details(duty, say))
    return f"{line} ({'; '.join(details)})" if details else line


def _details(duty: Duty, say: Words) -> Iterator[str]:
    """Phase, time and condition, where the line does not say them already."""
    if duty.phase is not Phase.ALWAYS:
        yield say(f"phase.{duty.phase}")
    if duty.time_limit and duty.time_limit not in duty.what:
        yield one_line(duty.time_limit)
    if duty.condition and duty.condition not in duty.what:
        yield on_condition(duty.condition, say)
