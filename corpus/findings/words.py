"""The word lists of the check, ``corpus/data/findings.toml``."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "findings.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """The lists, as patterns that ignore case; ``no_actor_needed``, ``no_term`` and
    ``no_subject`` as words."""

    shared: re.Pattern[str]
    no_course: re.Pattern[str]
    end: re.Pattern[str]
    takeover: re.Pattern[str]
    states: re.Pattern[str]
    acts: re.Pattern[str]
    no_actor_needed: frozenset[str]
    no_term: frozenset[str]
    no_subject: frozenset[str]


@cache
def finding_words() -> FindingWords:
    """Read the lists once."""
    with _DATA.open("rb") as file:
        data = tomllib.load(file)
    return FindingWords(
        shared=_pattern(data["shared"]),
        no_course=_pattern(data["no_course"]),
        end=_pattern(data["covers"]["end"]),
        takeover=_pattern(data["covers"]["takeover"]),
        states=_pattern(data["states"]),
        acts=_pattern(data["acts"]),
        no_actor_needed=frozenset(data["no_actor_needed"]),
        no_term=frozenset(data["no_term"]),
        no_subject=frozenset(data["no_subject"]),
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """``*`` at the end of a word is any ending, on its own up to three words."""
    parts = []
    for word in words:
        part = re.escape(word).replace(r"\ \*\ ", r"\s+(?:\w+\s+){1,3}")
        parts.append(part.replace(r"\*", r"\w*").replace(r"\ ", r"\s+"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
