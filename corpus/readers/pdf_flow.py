"""The lines and tables of all pages in the order in which they are read."""

from dataclasses import dataclass, replace

from corpus.readers.joining import join_all
from corpus.readers.pdf_columns import Band, bands
from corpus.readers.pdf_lines import Line, line, rows
from corpus.readers.pdf_page import Grid, Page
from corpus.readers.pdf_word import Box, Word

_MIN_FILLED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """A table on ``page``, its cells as text."""

    page: int
    rows: tuple[tuple[str, ...], ...]


Flow = list[Line | TableRows]


def reading_order(pages: list[Page]) -> Flow:
    """Every line and table; in two columns the left one first. ``right`` of each line is set."""
    flow: Flow = []
    for page in pages:
        flow.extend(_page_flow(page))
    return _with_margins(flow)


def _page_flow(page: Page) -> Flow:
    free = list(page.words)
    tables: list[tuple[Box, TableRows]] = []
    for grid in page.grids:
        cells, rest = _filled(grid, free)
        if sum(bool(cell) for row in cells for cell in row) >= _MIN_FILLED:
            tables.append((grid.box, TableRows(page=page.number, rows=cells)))
            free = rest
    flow: Flow = []
    for band in bands(free, page.width):
        flow.extend(_band_flow(band, page, tables))
    flow.extend(table for _, table in tables)
    return flow


def _band_flow(band: Band, page: Page, tables: list[tuple[Box, TableRows]]) -> Flow:
    """The band's lines, each table before the first line that stands below it."""
    flow: Flow = []
    found = [line(row, page.number) for row in rows(band.words)]
    right = max((made.x1 for made in found), default=0.0)
    for made in found:
        while tables and _stands_before(tables[0][0], made, band):
            flow.append(tables.pop(0)[1])
        flow.append(replace(made, right=right if band.is_column else 0.0))
    return flow


def _stands_before(box: Box, made: Line, band: Band) -> bool:
    beside = band.is_column and not band.left <= (box[0] + box[2]) / 2 <= band.right
    return not beside and (box[1] + box[3]) / 2 < made.top


def _filled(grid: Grid, words: list[Word]) -> tuple[tuple[tuple[str, ...], ...], list[Word]]:
    """The cells' text, and the words that stand in no cell."""
    rest = [word for word in words if not _inside(word, grid.box)]
    inside = [word for word in words if _inside(word, grid.box)]
    taken: set[int] = set()
    table = []
    for row in grid.rows:
        texts = []
        for cell in row:
            held = [word for word in inside if cell is not None and _inside(word, cell)]
            taken.update(map(id, held))
            texts.append(_cell_text(held))
        table.append(tuple(texts))
    rest.extend(word for word in inside if id(word) not in taken)
    return tuple(table), rest


def _cell_text(words: list[Word]) -> str:
    return join_all(" ".join(word.text for word in row) for row in rows(words))


def _inside(word: Word, box: Box) -> bool:
    middle = (word.x0 + word.x1) / 2
    return box[0] <= middle <= box[2] and box[1] <= word.middle <= box[3]


def _with_margins(flow: Flow) -> Flow:
    """Lines outside columns get the document's right margin: where nearly all of them end."""
    ends = sorted(item.x1 for item in flow if isinstance(item, Line) and not item.right)
    margin = ends[int(len(ends) * 0.97)] if ends else 0.0
    return [
        replace(item, right=max(margin, item.x1))
        if isinstance(item, Line) and not item.right
        else item
        for item in flow
    ]
