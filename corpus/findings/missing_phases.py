"""Topics whose beginning somebody carries but not their end or takeover."""

from collections.abc import Iterator, Mapping, Sequence

from corpus.clause import Clause
from corpus.document import Document
from corpus.duties.phase import read_phase
from corpus.duty import Phase
from corpus.findings.values import Finding, FindingKind, Place
from corpus.findings.words import finding_words

_BEGUN = (Phase.START, Phase.UNDER_WAY)
_LAST = (Phase.END, Phase.TAKEOVER)
_COURSE = {*_BEGUN, *_LAST}
_FEWEST_STEPS = 2
"""Chapters named for different steps of the course of care that make them parts of one topic."""


def missing_phases(document: Document, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """The gaps of one document, topic by topic: its numbered chapters, or all of it. Chapters
    that are named for the course of care themselves (start, avslut) are one topic together.

    A topic must lay both its start and its course on somebody to be asked for its end, and
    be about care: follow-up of the agreement has no takeover. When
    its own sub-headings follow the course of care, end and takeover are asked for one by one;
    else either will do.
    """
    for heading, own in _topics(clauses).items():
        if finding_words().no_course.search(heading):
            continue
        carried = {phase: _first(own, phase) for phase in _BEGUN}
        begun = [carried[phase] for phase in _BEGUN]
        if any(found is None for found in begun):
            continue
        by_phase = all(_has_heading(own, phase) for phase in _BEGUN)
        # Where headings give each phase its place, a word elsewhere does not cover it.
        missing = [
            phase for phase in _LAST if not _covered(document, own, phase, in_words=not by_phase)
        ]
        if missing and (by_phase or len(missing) == len(_LAST)):
            yield _finding(document, heading, [c for c in begun if c], missing)


def _topics(clauses: Sequence[Clause]) -> Mapping[str, list[Clause]]:
    chapters: dict[str, list[Clause]] = {}
    for clause in clauses:
        outermost = clause.headings[0] if clause.headings else ""
        chapters.setdefault(outermost if outermost[:1].isdigit() else "", []).append(clause)
    course = {chapter: read_phase("", None, (chapter,)) for chapter in chapters}
    steps = [chapter for chapter, phase in course.items() if phase in _COURSE]
    if len({course[chapter] for chapter in steps}) < _FEWEST_STEPS:
        return chapters
    return {
        "": [c for chapter in ("", *steps) for c in chapters.get(chapter, ())],
        **{chapter: own for chapter, own in chapters.items() if chapter not in ("", *steps)},
    }


def _first(clauses: Sequence[Clause], phase: Phase) -> Clause | None:
    found = (
        clause
        for clause in clauses
        for duty in clause.duties
        if duty.phase is phase and duty.parties
    )
    return next(found, None)


def _covered(
    document: Document, clauses: Sequence[Clause], phase: Phase, *, in_words: bool
) -> bool:
    words = finding_words()
    pattern = words.end if phase is Phase.END else words.takeover
    return any(
        duty.parties
        and not duty.negated
        and (
            duty.phase is phase
            or (in_words and pattern.search(document.text[duty.start : duty.end]))
        )
        for clause in clauses
        for duty in clause.duties
    )


def _has_heading(clauses: Sequence[Clause], phase: Phase) -> bool:
    return any(
        read_phase("", None, clause.headings[1:]) is phase
        for clause in clauses
        if len(clause.headings) > 1
    )


def _finding(
    document: Document, heading: str, begun: Sequence[Clause], missing: Sequence[Phase]
) -> Finding:
    # A heading's number may change; its words are what the gap is known by.
    name = heading.lstrip("0123456789. ")
    phases = ",".join(phase.value for phase in missing)
    return Finding(
        kind=FindingKind.MISSING_PHASE,
        places=tuple(
            Place(document=document, clause=clause, start=clause.start, end=clause.end)
            for clause in dict.fromkeys(begun)
        ),
        key=f"{document.id}: {name}|{phases}",
        about={"topic": heading, "phases": phases},
    )
