"""A card that Teams takes: at most 28 kB, the citation cut last."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any

from microsoft_teams.cards import AdaptiveCard

from bot.teams.card import FULL, Drawing, Room, draw

MOST_BYTES = 28_000
"""Of the card's JSON, counted in UTF-16 as Teams counts, which is never less than in UTF-8
for text in European languages."""

_STEPS: tuple[dict[str, int], ...] = (
    {"related": 6},
    {"related": 2},
    {"related": 0},
    {"line": 400},
    {"carried": 6, "notes": 4},
    {"line": 200, "carried": 3, "notes": 2},
    {"quote": 5_000},
    {"quote": 2_500},
    {"quote": 1_200, "sources": 6},
    {"quote": 600, "sources": 4},
    {"quote": 300, "sources": 3},
    {"quote": 150, "sources": 1, "line": 100},
)
"""What gives way, in order."""


def fitted(found: Drawing) -> AdaptiveCard:
    """The card with as much on it as Teams takes."""
    card = draw(found)
    for room in _rooms():
        if size(card) <= MOST_BYTES:
            break
        card = draw(found, room)
    return card


def size(card: AdaptiveCard) -> int:
    """Bytes of the card on the wire, in the larger of UTF-8 and UTF-16."""
    text = json.dumps(wire(card), ensure_ascii=False, separators=(",", ":"))
    return max(len(text.encode("utf-16-le")), len(text.encode("utf-8")))


def wire(card: AdaptiveCard) -> dict[str, Any]:
    """The card as plain values."""
    return card.model_dump(by_alias=True, exclude_none=True)


def _rooms() -> Iterator[Room]:
    yield from list(accumulate(_STEPS, lambda room, step: replace(room, **step), initial=FULL))[1:]
