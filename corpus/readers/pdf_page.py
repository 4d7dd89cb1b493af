"""What is on a PDF page: words with their place and look, tables, and whether pictures."""

import re
import statistics
from dataclasses import dataclass
from typing import Any

from corpus.readers.characters import tidy
from corpus.readers.pdf_bullets import drawn_bullets
from corpus.readers.pdf_word import Box, Word

_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_RAISED_SIZE = 0.78
_MIN_RULES = 4
_MAX_RULES = 6000
_SAME = 0.8
_NEAR = [(column, row) for column in (0, -1, 1) for row in (0, -1, 1)]

PlumberPage = Any
"""A page of pdfplumber, which has no complete types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table: its box and the boxes of the cells, row by row (None: merged away)."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, counted from 1, with its size in points."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]
    has_pictures: bool


def read_page(page: PlumberPage) -> Page:
    """The upright text of ``page`` and its ruled tables; frees what pdfplumber kept of it."""
    upright = page.filter(_Kept())
    found = upright.extract_words(
        x_tolerance_ratio=0.18, y_tolerance=2, keep_blank_chars=False, return_chars=True
    )
    left, top = page.bbox[:2]
    words = [word for raw in found if (word := _word(raw, left, top)) is not None]
    words += drawn_bullets([*page.curves, *page.rects], words, (left, top))
    read = Page(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(words),
        grids=tuple(_grids(page, left, top)),
        has_pictures=bool(page.images),
    )
    page.close()
    return read


class _Kept:
    """Keeps upright letters, each once: bold letters are often drawn twice, a hair apart."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int, int], tuple[float, float]] = {}

    def __call__(self, item: dict[str, Any]) -> bool:
        if item["object_type"] != "char":
            return True
        if not item.get("upright", True):
            return False
        x, y = item["x0"], item["top"]
        column, row = round(x), round(y)
        for near in _NEAR:
            place = self._places.get((item["text"], column + near[0], row + near[1]))
            if place and abs(place[0] - x) < _SAME and abs(place[1] - y) < _SAME:
                return False
        self._places[item["text"], column, row] = x, y
        return True


def _word(raw: dict[str, Any], left: float, top: float) -> Word | None:
    """A word without raised figures (footnote marks) at its end; None when nothing is left."""
    chars = raw["chars"]
    size = max(char["size"] for char in chars)
    while chars and chars[-1]["text"].isdigit() and chars[-1]["size"] < size * _RAISED_SIZE:
        chars = chars[:-1]
    text = "".join(char["text"] for char in chars)
    unknown = len(_UNKNOWN.findall(text))
    text = tidy(_UNKNOWN.sub("•" if text == f"{_first_glyph(text)}" else "", text))
    if not text:
        return None
    return Word(
        text=text,
        x0=chars[0]["x0"] - left,
        x1=chars[-1]["x1"] - left,
        top=raw["top"] - top,
        bottom=raw["bottom"] - top,
        size=float(statistics.median(char["size"] for char in chars)),
        bold=sum(bool(_BOLD.search(char["fontname"])) for char in chars) * 2 > len(chars),
        unknown=unknown,
    )


def _first_glyph(text: str) -> str:
    found = _UNKNOWN.match(text)
    return found[0] if found else ""


def _grids(page: PlumberPage, left: float, top: float) -> list[Grid]:
    """Ruled tables of at least two rows and two columns; frames around text are none."""
    rules = len(page.lines) + len(page.rects) + len(page.curves)
    if not _MIN_RULES <= rules <= _MAX_RULES:
        return []
    grids = []
    for table in page.find_tables():
        rows = tuple(
            tuple(_moved(cell, left, top) if cell else None for cell in row.cells)
            for row in table.rows
        )
        columns = max((sum(cell is not None for cell in row) for row in rows), default=0)
        if len(rows) > 1 and columns > 1:
            grids.append(Grid(box=_moved(table.bbox, left, top), rows=rows))
    return grids


def _moved(box: Box, left: float, top: float) -> Box:
    return box[0] - left, box[1] - top, box[2] - left, box[3] - top
