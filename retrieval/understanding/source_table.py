"""The table of sources that a question may name, from ``retrieval/data/sources.toml``."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Phrases


class SourceKind(StrEnum):
    """What sort of source a question names."""

    LAW = "law"
    AGREEMENT = "agreement"
    GUIDELINE = "guideline"
    SYSTEM = "system"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedKind:
    """A source of the table: its kind, its name in the definite form, its number if a statute.

    ``qualifies`` marks a law that people also use as a word for a sort of care.
    """

    kind: SourceKind
    name: str
    sfs: str | None = None
    qualifies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """``phrases`` find the keys of ``named`` by name, ``subjects`` by what a source is about;
    ``regions`` find other regions than the home one."""

    phrases: Phrases
    subjects: Phrases
    named: dict[str, NamedKind]
    regions: Phrases
    rules_of_region: Phrases
    asked_before: Phrases
    asked_after: Phrases
    cared_for_under: Phrases
    called_after: Phrases
    not_acts: tuple[str, ...]


@cache
def source_table() -> SourceTable:
    """The shipped table."""
    table = read_data("sources")
    named: dict[str, NamedKind] = {}
    patterns: list[tuple[str, str]] = []
    for act in table["acts"]:
        key = act["sfs"]
        named[key] = NamedKind(
            kind=SourceKind.LAW,
            name=act["names"][0],
            sfs=key,
            qualifies=act.get("qualifies", False),
        )
        patterns += [(key, written) for written in (*act["names"], *act["short"])]
    for other in table["others"]:
        key = other["name"]
        named[key] = NamedKind(kind=SourceKind(other["kind"]), name=key)
        patterns += [(key, written) for written in other["written"]]
    for subject in table["subjects"]:
        key = subject["source"]
        named.setdefault(key, NamedKind(kind=SourceKind.LAW, name=key))
    return SourceTable(
        phrases=Phrases(patterns),
        subjects=Phrases((s["source"], w) for s in table["subjects"] for w in s["written"]),
        named=named,
        regions=Phrases((r.rstrip("*"), r.lower()) for r in table["regions"]),
        rules_of_region=_phrases(table["rules_of_region"]),
        asked_before=_phrases(table["asked_before"]),
        asked_after=_phrases(table["asked_after"]),
        cared_for_under=_phrases(table["cared_for_under"]),
        called_after=_phrases(table["called_after"]),
        not_acts=tuple(table["not_acts"].split()),
    )


def _phrases(written: list[str]) -> Phrases:
    return Phrases(("", pattern) for pattern in written)
