"""Bullets that are drawn as shapes: what a browser's print of a web page has for lists."""

from collections.abc import Sequence
from typing import Any

from corpus.readers.pdf_word import Box, Word

_SMALLEST = 0.15
_LARGEST = 0.7
_SQUARE = 1.3
"""A bullet's sides in font sizes, and how much longer one side may be."""

_NEAREST = 0.1
_FARTHEST = 3.0
_HALF_ROW = 0.45
_CLEAR = 1.2
"""Font sizes: between bullet and text, off the text's middle, and free to the left of it."""

_MOST_SHAPES = 300
"""Square shapes; a page with more is a drawing."""


def drawn_bullets(
    shapes: Sequence[dict[str, Any]], words: Sequence[Word], moved: tuple[float, float]
) -> list[Word]:
    """A word ``•`` for each small filled shape that stands before the first word of a line.

    ``shapes`` are pdfplumber's curves and rectangles, ``moved`` the page's left and upper edge.
    """
    boxes = dict.fromkeys(_box(shape, *moved) for shape in shapes if shape.get("fill"))
    squares = [box for box in boxes if _is_square(box)]
    if len(squares) > _MOST_SHAPES:
        return []
    found = (_before(box, words) for box in squares)
    return [bullet for bullet in found if bullet is not None]


def _box(shape: dict[str, Any], left: float, top: float) -> Box:
    return shape["x0"] - left, shape["top"] - top, shape["x1"] - left, shape["bottom"] - top


def _before(box: Box, words: Sequence[Word]) -> Word | None:
    """The bullet at ``box``, as high as the word that it stands before; None where it is none."""
    x0, top, x1, bottom = box
    middle = (top + bottom) / 2
    row = [word for word in words if abs(word.middle - middle) < _HALF_ROW * word.size]
    after = min((word for word in row if word.x0 > x1), key=lambda word: word.x0, default=None)
    if after is None or not _fits(box, after):
        return None
    if any(x0 - _CLEAR * word.size < word.x1 and word.x0 < x1 for word in row):
        return None
    return Word(
        text="•",
        x0=x0,
        x1=x1,
        top=after.top,
        bottom=after.bottom,
        size=after.size,
        bold=after.bold,
    )


def _is_square(box: Box) -> bool:
    smaller, larger = sorted((box[2] - box[0], box[3] - box[1]))
    return 0 < larger <= smaller * _SQUARE


def _fits(box: Box, word: Word) -> bool:
    side, gap = box[2] - box[0], word.x0 - box[2]
    sized = _SMALLEST * word.size <= side <= _LARGEST * word.size
    return sized and _NEAREST * word.size <= gap <= _FARTHEST * word.size
