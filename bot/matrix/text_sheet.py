"""A sheet of a workbook that holds text and nothing that a spreadsheet would run."""

import io
import textwrap
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from bot.matrix.listing import LONGEST

_LINE = 15.0
_TALLEST = 409.0
"""Points: a line of text, and the tallest row that a spreadsheet takes."""

_PAPER_A3 = 8
_MARGIN = 0.4
"""Inches."""

_TOP = Alignment(wrap_text=True, vertical="top")
_HEAD = PatternFill("solid", fgColor="0B5A5E")
# A font without a name becomes another one than the cells' own in LibreOffice.
_HEAD_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_BOLD = Font(name="Calibri", size=11, bold=True)
_LINK = Font(name="Calibri", size=11, color="0B5A5E", underline="single")


def empty_book() -> Workbook:
    """A workbook without a sheet."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    return book


def saved(book: Workbook) -> bytes:
    """The .xlsx file."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


class TextSheet:
    """Rows are put below each other; ``widths`` are in characters."""

    def __init__(self, book: Workbook, name: str, widths: Sequence[int]) -> None:
        self._sheet = book.create_sheet(name)
        self._rows = 0
        self._widths = tuple(widths)
        for at, width in enumerate(widths, start=1):
            self._sheet.column_dimensions[get_column_letter(at)].width = width

    def put(self, values: Iterable[str], *, bold: int = 0) -> list[Cell]:
        """A row of texts, the first ``bold`` of them in bold type."""
        self._rows += 1
        cells = [self._text(at, value) for at, value in enumerate(values, start=1)]
        for cell in cells[:bold]:
            cell.font = _BOLD
        self._sheet.row_dimensions[self._rows].height = self._height(cells)
        return cells

    def skip(self) -> None:
        """Leave a row empty."""
        self._rows += 1

    def head(self, names: Iterable[str]) -> None:
        """The first row: the columns' names."""
        for cell in self.put(names):
            cell.font, cell.fill = _HEAD_FONT, _HEAD

    def finish(self, *, frozen: int) -> None:
        """The head and ``frozen`` columns stay in sight, every column can be filtered, and a
        print is one A3 page wide: on A4 that many columns cannot be read."""
        sheet = self._sheet
        sheet.freeze_panes = sheet.cell(2, frozen + 1).coordinate
        sheet.auto_filter.ref = sheet.dimensions
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _PAPER_A3
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = margins.bottom = _MARGIN
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _height(self, cells: Sequence[Cell]) -> float:
        """Room for the longest text: not every program measures the rows when it opens a file."""
        columns = zip(cells, self._widths, strict=False)
        lines = max((_lines(str(cell.value), width) for cell, width in columns), default=1)
        return min(_LINE * lines, _TALLEST)

    def _text(self, column: int, value: str) -> Cell:
        """``value`` as text, whatever it begins with, also when somebody edits the cell."""
        cell = self._sheet.cell(self._rows, column)
        if not isinstance(cell, Cell):
            raise TypeError("no cells are merged here")
        cell.value = value[:LONGEST]
        cell.data_type = "s"
        cell.alignment = _TOP
        if value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
        return cell


def _lines(text: str, width: int) -> int:
    """How many lines ``text`` takes in a column ``width`` characters wide."""
    return sum(max(len(textwrap.wrap(part, width)), 1) for part in text.split("\n"))


def link(cell: Cell, address: str) -> None:
    """Let the cell lead to ``address``."""
    cell.hyperlink = address
    cell.font = _LINK
