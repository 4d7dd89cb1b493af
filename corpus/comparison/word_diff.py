"""Two texts with the words marked that are not in the other."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = re.compile(r"\w+(?:[-.:]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text; ``marked`` when the other text lacks it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDiff:
    """Both texts in segments; joined, the segments are the texts, character for character."""

    old: tuple[Segment, ...]
    new: tuple[Segment, ...]


def word_diff(old: str, new: str) -> WordDiff:
    """Mark whole words, never parts of them; white space alone is no difference."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    marked_old, marked_new = [True] * len(before), [True] * len(after)
    for one, other, length in matcher.get_matching_blocks():
        if _is_island(before[one : one + length]):
            continue
        for step in range(length):
            marked_old[one + step] = marked_new[other + step] = False
    return WordDiff(
        old=_segments(before, _within(before, marked_old)),
        new=_segments(after, _within(after, marked_new)),
    )


def _keys(pieces: list[str]) -> list[str]:
    return [" " if piece.isspace() else piece for piece in pieces]


def _is_island(pieces: list[str]) -> bool:
    """White space alone, between two changed words, reads better as a part of the change."""
    return all(piece.isspace() for piece in pieces)


def _within(pieces: list[str], marked: list[bool]) -> list[bool]:
    """The marks, where white space is marked between two marked words only."""
    edged = [False, *marked, False]
    return [
        mark and (not piece.isspace() or (edged[at] and edged[at + 2]))
        for at, (piece, mark) in enumerate(zip(pieces, marked, strict=True))
    ]


def _segments(pieces: list[str], marked: list[bool]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for piece, mark in zip(pieces, marked, strict=True):
        if found and found[-1].marked == mark:
            found[-1] = Segment(text=found[-1].text + piece, marked=mark)
        else:
            found.append(Segment(text=piece, marked=mark))
    return tuple(found)
