"""Findings as plain values, for ``--json``."""

from collections.abc import Mapping, Sequence

from bot.answer_json import Wire
from corpus.findings.accepted import Accepted
from corpus.findings.values import Finding, Place


def findings_wire(findings: Sequence[Finding], accepted: Mapping[str, Accepted]) -> list[Wire]:
    """Each finding with its places and, where it is intended, the note."""
    return [_finding(each, accepted.get(each.id)) for each in findings]


def _finding(finding: Finding, accepted: Accepted | None) -> dict[str, Wire]:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "about": dict(finding.about),
        "places": [_place(place) for place in finding.places],
        "accepted": {"note": accepted.note, "on": accepted.on.isoformat()} if accepted else None,
    }


def _place(place: Place) -> Wire:
    return {
        "reference": place.clause.reference,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
    }
