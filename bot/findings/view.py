"""Findings in words: the one value that every surface draws, so that they say the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_view import clause_name
from bot.findings.texts import FINDINGS
from bot.safe_text import one_line, safe
from bot.standing import StandingMark, standing_mark
from bot.words import Words
from corpus.findings.accepted import Accepted
from corpus.findings.values import Finding, FindingKind, Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """One of the clauses: where it stands, whether it is in force, and its words."""

    reference: str
    document: str
    name: str
    standing: StandingMark
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding in words. ``accepted`` says why it is intended, where somebody said so."""

    id: str
    severity: Severity
    severity_words: str
    kind: str
    reason: str
    places: tuple[PlaceView, ...]
    accepted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """Every finding: those to look at, the gravest first, and those that are intended."""

    lang: str
    summary: str
    open: tuple[FindingView, ...]
    accepted: tuple[FindingView, ...]


def view(
    findings: Sequence[Finding],
    accepted: Mapping[str, Accepted],
    counted: tuple[int, int],
    on: date,
    lang: str,
) -> FindingsView:
    """``findings`` in ``lang``; ``counted`` are the documents and clauses that were checked."""
    say = Words(lang, FINDINGS)
    seen = [_finding(each, accepted.get(each.id), on, say) for each in findings]
    waiting = tuple(each for each in seen if each.accepted is None)
    meant = tuple(each for each in seen if each.accepted is not None)
    documents, clauses = counted
    key = "findings.count" if seen else "findings.none"
    return FindingsView(
        lang=say.lang,
        summary=say(
            key, open=len(waiting), accepted=len(meant), documents=documents, clauses=clauses
        ),
        open=waiting,
        accepted=meant,
    )


def _finding(finding: Finding, accepted: Accepted | None, on: date, say: Words) -> FindingView:
    return FindingView(
        id=finding.id,
        severity=finding.severity,
        severity_words=say(f"severity.{finding.severity}"),
        kind=say(f"kind.{finding.kind}"),
        reason=_reason(finding, say),
        places=tuple(_place(place, on, say) for place in finding.places),
        accepted=say("findings.accepted", on=accepted.on, note=one_line(accepted.note))
        if accepted
        else None,
    )


def _reason(finding: Finding, say: Words) -> str:
    about = {name: one_line(words) for name, words in finding.about.items()}
    clauses = {place.clause.reference for place in finding.places}
    match finding.kind:
        case FindingKind.TWO_PARTIES if len(finding.places) == 1:
            return say("reason.either")
        case FindingKind.TIME_CONFLICT if len(clauses) == 1:
            return say("reason.title_time")
        case FindingKind.MISSING_PHASE:
            phases = (say(f"phase.{phase}") for phase in about["phases"].split(","))
            topic = f"”{about['topic']}”" if about["topic"] else say("whole_document")
            return say("reason.missing_phase", topic=topic, phases=_either(phases, say))
        case _:
            return say(f"reason.{finding.kind}", **about)


def _either(words: Iterable[str], say: Words) -> str:
    return f" {say('joined.or')} ".join(words)


def _place(place: Place, on: date, say: Words) -> PlaceView:
    document, clause = place.document, place.clause
    return PlaceView(
        reference=clause.reference,
        document=one_line(document.title),
        name=clause_name(clause.label, clause.title, say),
        standing=standing_mark(document, on, say, clause),
        quote=safe(place.quote),
    )
