"""What a question is about, by the rules of ``retrieval/data/scope.toml``."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from retrieval.redaction.finding import PersonalKind
from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Phrases, Word


class Scope(StrEnum):
    """Whether the program's documents can answer, and if not, what is asked for instead."""

    IN_SCOPE = "in_scope"
    MEDICAL_ADVICE = "medical_advice"
    PATIENT_CASE = "patient_case"
    IT_SUPPORT = "it_support"
    SMALL_TALK = "small_talk"
    INSTRUCTION = "instruction"
    DANGER = "danger"
    EMPTY = "empty"
    OTHER_LANGUAGE = "other_language"


_MARKS = {PersonalKind.IDENTITY_NUMBER.mark: "identity", PersonalKind.NAME.mark: "named"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What the rules say of some words.

    ``responsibility`` is true when somebody's duty is asked for; ``danger`` when a word of
    danger to life is there, whatever the scope; ``wants`` holds the sorts of particulars asked
    for (``phone_number``, ``amount`` …), which few laws and agreements tell.
    """

    scope: Scope
    responsibility: bool
    danger: bool
    wants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    scope: Scope
    needs_all: frozenset[str]
    needs_any: frozenset[str]
    unless: frozenset[str]

    def holds(self, groups: frozenset[str]) -> bool:
        return (
            self.needs_all <= groups
            and (not self.needs_any or bool(self.needs_any & groups))
            and not self.unless & groups
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _ScopeTable:
    groups: Phrases
    wants: Phrases
    steering: Phrases
    rules: tuple[_Rule, ...]


@cache
def _table() -> _ScopeTable:
    data = read_data("scope")
    return _ScopeTable(
        groups=Phrases((name, w) for name, written in data["groups"].items() for w in written),
        wants=Phrases((name, w) for name, written in data["wants"].items() for w in written),
        steering=Phrases(("steering", w) for w in data["steering"]),
        rules=tuple(
            _Rule(
                scope=Scope(rule["scope"]),
                needs_all=frozenset(rule.get("all", ())),
                needs_any=frozenset(rule.get("any", ())),
                unless=frozenset(rule.get("unless", ())),
            )
            for rule in data["rules"]
        ),
    )


def topic(text: str, there: Sequence[Word]) -> Topic:
    """Judge a masked ``text`` whose words are ``there``."""
    table = _table()
    groups = table.groups.labels(there)
    groups |= {group for mark, group in _MARKS.items() if mark in text}
    scope = next((rule.scope for rule in table.rules if rule.holds(groups)), Scope.IN_SCOPE)
    return Topic(
        scope=scope,
        responsibility=not {"responsible", "who"}.isdisjoint(groups),
        danger=_tells_of_danger(groups),
        wants=tuple(sorted(table.wants.labels(there))),
    )


def _tells_of_danger(groups: frozenset[str]) -> bool:
    if "grave" in groups and "long_past" not in groups:
        return True
    return not {"emergency", "suicidal", "danger_words"}.isdisjoint(groups)


def steers(there: Sequence[Word]) -> bool:
    """Whether the words try to steer the program."""
    return bool(_table().steering.labels(there))
