"""Two columns on a page, where they are plain."""

import statistics
from dataclasses import dataclass

from corpus.readers.pdf_lines import rows
from corpus.readers.pdf_word import Word

_GUTTER = 8.0
_STEP = 3.0
_MIN_ROWS = 6
_MIN_SHARE = 0.5
_FULL = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Words that are read together: a column between two heights, or what stands across both."""

    words: list[Word]
    left: float
    right: float
    is_column: bool


def bands(words: list[Word], width: float) -> list[Band]:
    """``words`` of a page in reading order; one band where there is one column."""
    page_rows = rows(words)
    gutter = _gutter(page_rows, width)
    if gutter is None:
        return [Band(words=words, left=0.0, right=width, is_column=False)]
    found: list[Band] = []
    left: list[Word] = []
    right: list[Word] = []
    for row in [*page_rows, []]:
        across = any(_covers(word, gutter) for word in row)
        if across or not row:
            found.extend(_columns(left, right, gutter, width))
            left, right = [], []
        if across:
            found.append(Band(words=row, left=0.0, right=width, is_column=False))
        else:
            left.extend(word for word in row if word.x1 <= gutter)
            right.extend(word for word in row if word.x0 >= gutter)
    return found


def _columns(left: list[Word], right: list[Word], gutter: float, width: float) -> list[Band]:
    sides = ((left, 0.0, gutter), (right, gutter, width))
    return [
        Band(words=words, left=start, right=end, is_column=True)
        for words, start, end in sides
        if words
    ]


def _covers(word: Word, x: float) -> bool:
    return word.x0 < x < word.x1


def _gutter(page_rows: list[list[Word]], width: float) -> float | None:
    """The x in the page's middle third that parts two columns of running text, if there is one.

    Most rows that have words on both sides leave it free, few words stand across it, and the
    left column's lines are full: a table without rules or a list of names has short ones.
    """
    best: tuple[int, float] | None = None
    x = width * 0.36
    while x < width * 0.64:
        parted = [row for row in page_rows if _parts(row, x)]
        across = sum(any(_covers(word, x) for word in row) for row in page_rows)
        enough = len(parted) >= max(_MIN_ROWS, _MIN_SHARE * (len(parted) + across))
        if enough and _left_is_full(parted, x) and (best is None or len(parted) > best[0]):
            best = (len(parted), x)
        x += _STEP
    return None if best is None else best[1]


def _parts(row: list[Word], x: float) -> bool:
    left = [word.x1 for word in row if word.x1 <= x]
    right = [word.x0 for word in row if word.x0 >= x]
    if len(left) + len(right) != len(row) or not left or not right:
        return False
    return min(right) - max(left) >= _GUTTER


def _left_is_full(parted: list[list[Word]], x: float) -> bool:
    ends = [max(word.x1 for word in row if word.x1 <= x) for row in parted]
    starts = [min(word.x0 for word in row) for row in parted]
    begin, end = min(starts), max(ends)
    words_left = [sum(word.x1 <= x for word in row) for row in parted]
    full = statistics.median(ends) - begin >= _FULL * (end - begin)
    return full and statistics.median(words_left) >= 3
