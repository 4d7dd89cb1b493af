"""The word lists behind the masking of names, read once from ``retrieval/data/names.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """Words in lower case; the file itself says what each list is for."""

    given: frozenset[str]
    ambiguous: frozenset[str]
    surname_ends: tuple[str, ...]
    beside: frozenset[str]
    beside_given: frozenset[str]
    farewell: frozenset[str]
    not_names: frozenset[str]
    not_name_parts: tuple[str, ...]
    not_before: frozenset[str]
    not_after: frozenset[str]


@cache
def name_lists() -> NameLists:
    """The shipped lists."""
    with (files("retrieval") / "data" / "names.toml").open("rb") as file:
        lists = {key: value.lower().split() for key, value in tomllib.load(file).items()}
    ambiguous = frozenset(lists["ambiguous"])
    return NameLists(
        given=frozenset(lists["given"]) - ambiguous,
        ambiguous=ambiguous,
        surname_ends=tuple(lists["surname_ends"]),
        beside=frozenset(lists["beside"]),
        beside_given=frozenset(lists["beside_given"]),
        farewell=frozenset(lists["farewell"]),
        not_names=frozenset(lists["not_names"]),
        not_name_parts=tuple(lists["not_name_parts"]),
        not_before=frozenset(lists["not_before"]),
        not_after=frozenset(lists["not_after"]),
    )
