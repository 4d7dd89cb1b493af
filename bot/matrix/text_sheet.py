"""A sheet of a workbook that holds text and nothing that a spreadsheet would run."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

_LONGEST = 32_000
"""Characters; a cell holds 32,767."""

_TOP = Alignment(wrap_text=True, vertical="top")
_HEAD = PatternFill("solid", fgColor="0B5A5E")
_HEAD_FONT = Font(bold=True, color="FFFFFF")
_BOLD = Font(bold=True)
_LINK = Font(color="0B5A5E", underline="single")


class TextSheet:
    """Rows are put below each other; ``widths`` are in characters."""

    def __init__(self, book: Workbook, name: str, widths: Sequence[int]) -> None:
        self._sheet = book.create_sheet(name)
        self._rows = 0
        for at, width in enumerate(widths, start=1):
            self._sheet.column_dimensions[get_column_letter(at)].width = width

    def put(self, values: Iterable[str], *, bold: int = 0) -> list[Cell]:
        """A row of texts, the first ``bold`` of them in bold type."""
        self._rows += 1
        cells = [self._text(at, value) for at, value in enumerate(values, start=1)]
        for cell in cells[:bold]:
            cell.font = _BOLD
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
        print is one page wide."""
        sheet = self._sheet
        sheet.freeze_panes = sheet.cell(2, frozen + 1).coordinate
        sheet.auto_filter.ref = sheet.dimensions
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _text(self, column: int, value: str) -> Cell:
        """``value`` as text, whatever it begins with, also when somebody edits the cell."""
        cell = self._sheet.cell(self._rows, column)
        if not isinstance(cell, Cell):
            raise TypeError("no cells are merged here")
        cell.value = value[:_LONGEST]
        cell.data_type = "s"
        cell.alignment = _TOP
        if value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
        return cell


def link(cell: Cell, address: str) -> None:
    """Let the cell lead to ``address``."""
    cell.hyperlink = address
    cell.font = _LINK
