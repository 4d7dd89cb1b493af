"""Two texts about one task that do not agree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.clause import Clause
from corpus.document import Document
from corpus.duties.phase import read_phase
from corpus.duty import Modality, Phase
from corpus.findings.task_pairs import Task, same_tasks
from corpus.findings.values import Finding, FindingKind, Place, key_of
from corpus.findings.words import finding_words
from corpus.party import Principal
from corpus.party_lexicon import Mention, shipped_lexicon
from corpus.status import Kind
from corpus.time_expressions import TimeKind, read_times

_STRENGTH = {Modality.MAY: 1, Modality.SHOULD: 2, Modality.SHALL: 3, Modality.RESPONSIBLE: 3}
_BINDS = 3
_JOINT = {Principal.REGION, Principal.MUNICIPALITY}
_NO_SUBJECT = re.compile(
    r"\b(?:i|hos|från|av|för|till|med|inom|på|vid)\s+(?:den\s+)?$", re.IGNORECASE
)
_BEFORE = re.compile(r"\b(?:ska|skall|måste|bör|får|ansvarar|svarar)\s+(?:den\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:ska|skall|måste|bör|får|ansvarar|svarar)\b", re.IGNORECASE)
_OR = re.compile(r"\s+eller\s+(?:den\s+)?", re.IGNORECASE)


def between_tasks(tasks: Sequence[Task]) -> Iterator[Finding]:
    """What the pairs of duties about one task disagree on, or say twice."""
    for one, other in same_tasks(tasks):
        kind = _relation(one, other)
        if kind:
            places = (one.place, other.place)
            yield Finding(kind=kind, places=places, key=key_of(places))


def either_party(task: Task) -> Iterator[Finding]:
    """``Kommunen eller vårdcentralen ska …``: the sentence leaves open which of them."""
    said = task.place.quote
    if any(_either(said, one, other) for one, other in pairwise(_named(said))):
        yield Finding(kind=FindingKind.TWO_PARTIES, places=(task.place,), key=key_of([task.place]))


def _named(said: str) -> list[Mention]:
    """The parties in ``said``; ``kommunens sjuksköterska`` is one."""
    found: list[Mention] = []
    for mention in shipped_lexicon().find(said):
        owner = found[-1] if found else None
        if owner and owner.genitive and not said[owner.end : mention.start].strip():
            found[-1] = replace(mention, start=owner.start)
        else:
            found.append(mention)
    return found


def _either(said: str, one: Mention, other: Mention) -> bool:
    """Whether one of each side, joined by *eller*, is who the sentence binds."""
    if {one.party.principal, other.party.principal} != _JOINT or one.genitive or other.genitive:
        return False
    before = said[: one.start]
    bound = _AFTER.match(said, other.end) or _BEFORE.search(before)
    joined = _OR.fullmatch(said, one.end, other.start)
    return bool(bound and joined) and not _NO_SUBJECT.search(before)


def title_against_body(document: Document, clause: Clause) -> Iterator[Finding]:
    """A clause whose own heading names another time than its text."""
    body = document.text[clause.start : clause.end]
    named = _measured(clause.title or "")
    if not named or named <= _measured(body) or not _measured(body):
        return
    at = document.text.rfind(clause.title or "", 0, clause.start)
    if at < 0:
        return
    places = (
        Place(document=document, clause=clause, start=at, end=at + len(clause.title or "")),
        Place(document=document, clause=clause, start=clause.start, end=clause.end),
    )
    yield Finding(kind=FindingKind.TIME_CONFLICT, places=places, key=key_of(places))


def _relation(one: Task, other: Task) -> FindingKind | None:
    if _other_situation(one, other):
        return None
    if _two_parties(one, other):
        return FindingKind.TWO_PARTIES
    if one.carriers != other.carriers or not one.carriers:
        return None
    if one.place.clause.reference == other.place.clause.reference:
        return None
    before, after = _times(one), _times(other)
    if before and after and before != after:
        return FindingKind.TIME_CONFLICT
    if _bound(one) != _bound(other):
        return FindingKind.MODALITY_CONFLICT
    kinds = {one.place.document.kind, other.place.document.kind}
    return FindingKind.REPEATS if kinds == {Kind.AGREEMENT, Kind.SUPPLEMENT} else None


def _other_situation(one: Task, other: Task) -> bool:
    """Another phase, or other hours of the day, is no contradiction.

    The phase is that of the sentence: under which heading it was put proves nothing.
    """
    phases = {read_phase(task.place.quote, None, ()) for task in (one, other)} - {Phase.ALWAYS}
    return len(phases) > 1 or _hours(one) != _hours(other)


def _two_parties(one: Task, other: Task) -> bool:
    carriers = one.carriers, other.carriers
    if not all(carriers) or carriers[0] & carriers[1] or not (carriers[0] | carriers[1] <= _JOINT):
        return False
    if any(_STRENGTH[t.duty.modality] < _BINDS or t.duty.negated for t in (one, other)):
        return False
    return not any(finding_words().shared.search(task.place.quote) for task in (one, other))


def _bound(task: Task) -> tuple[int, bool]:
    return _STRENGTH[task.duty.modality], task.duty.negated


def _times(task: Task) -> frozenset[str]:
    return _measured(task.place.quote)


def _measured(text: str) -> frozenset[str]:
    return frozenset(t.meaning for t in read_times(text) if t.kind is not TimeKind.HOURS)


def _hours(task: Task) -> frozenset[str]:
    times = read_times(task.place.quote)
    return frozenset(time.meaning for time in times if time.kind is TimeKind.HOURS)
