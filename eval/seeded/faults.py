"""How well a check finds the faults that were made by hand (``faults.toml``)."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from corpus.findings import check
from corpus.findings.values import Finding, FindingKind
from eval.seeded.figures import Found, Item
from eval.seeded.revision import read_revision

PARTS = ("choose", "report")

FILE = Path(__file__).parent / "faults.toml"


class Fault(BaseModel):
    """One fault: the edits that make it, and the finding that must tell of it."""

    model_config = ConfigDict(extra="forbid")
    id: str
    part: Literal["choose", "report"]
    document: str
    edits: list[dict[str, str]]
    kind: FindingKind
    clauses: list[str]

    @property
    def item(self) -> Item:
        """What is counted."""
        return (self.kind, *self.clauses)


def read_faults(part: str) -> tuple[Fault, ...]:
    """The faults of ``choose`` or ``report``."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    faults = (Fault.model_validate(entry) for entry in data["fault"])
    return tuple(fault for fault in faults if fault.part == part)


def findings_of(faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """What a check says of the model agreement with every fault made."""
    edits = [(fault.document, edit) for fault in faults for edit in fault.edits]
    read = read_revision(edits, renumber=False)
    return check(read.documents, read.clauses)


def measure(faults: Sequence[Fault], findings: Sequence[Finding]) -> dict[str, Found]:
    """What was found of all faults, and of each kind."""
    expected = {fault.item for fault in faults}
    reported = {_named(finding, expected) for finding in findings}
    found = {"all": Found.of(expected, reported)}
    for kind in FindingKind:
        own = [{item for item in items if item[0] == kind} for items in (expected, reported)]
        found[kind.value] = Found.of(own[0], own[1])
    return found


def _named(finding: Finding, expected: set[Item]) -> Item:
    """The fault that the finding tells of, else what the finding itself says."""
    labels = [place.clause.label for place in finding.places]
    for item in expected:
        if item[0] == finding.kind and set(item[1:]) <= set(labels):
            return item
    return (finding.kind, *labels)


def parts() -> Mapping[str, Mapping[str, Found]]:
    """The figures of both parts."""
    return {part: measure(read_faults(part), findings_of(read_faults(part))) for part in PARTS}
