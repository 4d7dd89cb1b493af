"""Parties that a text describes instead of naming: ``den som bedriver verksamheten``.

The descriptions are data (``corpus/data/described.toml``). Who is described only by a need
(``den som har behov av vård``) is nobody that a duty is laid on; ``var och en som`` is anybody,
unless a profession or business is told of.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpus.party import Party, Principal
from corpus.party_lexicon import Mention

_DATA = Path(__file__).parent.parent / "data" / "described.toml"
_DESCRIBED = re.compile(
    r"\b(?P<who>[Dd]en|[Dd]e|(?P<all>[Vv]ar\s+och\s+en)"
    r"|[Nn]ågon(?=\s+som\s+(?:an)?svarar|\s+som\s+har\s+ansvar))\s+som\b(?P<clause>[^.;:\n]*)"
)
"""``någon som`` describes a party only where it goes on with who answers for something."""
_MAIN_VERB = re.compile(r"\b(?:ska|skall|får|bör|måste|döms)\b")
_OWN_MODAL = re.compile(
    r"(?:\s*,?\s*(?:enligt|i|med stöd av)\b[^,]*?§+)?,?\s*(?:ska|skall|får|bör)\b"
)
"""A relative clause whose own verb is one of these: ``den som enligt 2 § ska ta emot``."""
_LONGEST = 160
"""Characters of a relative clause that are looked at."""


def described_parties(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """The parties described in ``text[start:end]``, in order; each mention is the pronoun."""
    found = []
    for match in _DESCRIBED.finditer(text, start, end):
        clause = match["clause"][:_LONGEST]
        own = _OWN_MODAL.match(clause)
        verb = _MAIN_VERB.search(clause, own.end() if own else 0)
        party = _described(clause[: verb.start()] if verb else clause)
        if match["all"]:
            party = party or _everybody()
        if party is not None:
            first, last = match.span("who")
            found.append(Mention(start=first, end=last, party=party))
    return tuple(found)


def with_described(named: Sequence[Mention], described: Sequence[Mention]) -> tuple[Mention, ...]:
    """Both in the text's order; where they overlap, the party that is named counts."""
    free = [each for each in described if not any(_overlap(each, other) for other in named)]
    return tuple(sorted([*named, *free], key=lambda mention: mention.start))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _described(clause: str) -> Party | None:
    for party, words in _descriptions():
        if words.search(clause):
            return party
    return None


def _everybody() -> Party:
    return Party(principal=Principal.INDIVIDUAL, role=_data()["everybody"][0]["role"])


@cache
def _descriptions() -> tuple[tuple[Party, re.Pattern[str]], ...]:
    return tuple(
        (Party(principal=Principal.OTHER, role=row["role"]), _pattern(row["words"]))
        for row in _data()["described"]
    )


@cache
def _data() -> dict[str, Any]:
    with _DATA.open("rb") as file:
        return tomllib.load(file)


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
