"""A comparison as CSV and as a workbook. Nothing in a document becomes a formula."""

from collections.abc import Callable, Sequence
from datetime import date

from openpyxl import Workbook

from bot.comparison.listing import COLUMNS, Row, clause_rows, duty_rows, head
from bot.comparison.texts import COMPARISON
from bot.comparison.view import ClauseRow, ComparisonView, DutyRow, Side
from bot.matrix.csv_file import csv_bytes as listed
from bot.matrix.listing import Listing
from bot.matrix.text_sheet import TextSheet, empty_book, link, saved
from bot.words import Words

PageOf = Callable[[Side], str | None]
"""The address of a side's clause on the web page; None where it has no page."""

_WIDTHS = [26, 40, 34, 60, 34, 60]
_OLD, _NEW = COLUMNS.index("old_place"), COLUMNS.index("new_place")


def csv_bytes(seen: ComparisonView) -> bytes:
    """The duties that changed, then the clauses; UTF-8 with a byte order mark for Excel."""
    lines = (*duty_rows(seen), *clause_rows(seen))
    return listed(Listing(head=head(seen.lang), lines=lines))


def workbook_bytes(seen: ComparisonView, page_of: PageOf, made: date) -> bytes:
    """An .xlsx file made on the day ``made``: duties, clauses, and what they were made from."""
    say = Words(seen.lang, COMPARISON)
    book = empty_book()
    rows = [row for section in seen.sections for row in section.rows]
    _rows(book, say("sheet.duties"), seen.lang, list(duty_rows(seen)), _ends(rows), page_of)
    _rows(
        book, say("sheet.clauses"), seen.lang, list(clause_rows(seen)), _ends(seen.clauses), page_of
    )
    _made_from(book, seen, made, say)
    return saved(book)


def _ends(rows: Sequence[DutyRow | ClauseRow]) -> list[tuple[Side | None, Side | None]]:
    """The first clause of each side, which is the one that a row's cell can lead to."""
    return [(_first(row.old), _first(row.new)) for row in rows]


def _first(sides: Side | Sequence[Side] | None) -> Side | None:
    if isinstance(sides, Side):
        return sides
    return sides[0] if sides else None


def _rows(
    book: Workbook,
    name: str,
    lang: str,
    rows: Sequence[Row],
    ends: Sequence[tuple[Side | None, Side | None]],
    page_of: PageOf,
) -> None:
    sheet = TextSheet(book, name, _WIDTHS)
    sheet.head(head(lang))
    for row, sides in zip(rows, ends, strict=True):
        cells = sheet.put(row)
        for column, side in zip((_OLD, _NEW), sides, strict=True):
            address = page_of(side) if side else None
            if address:
                link(cells[column], address)
    sheet.finish(frozen=0)


def _made_from(book: Workbook, seen: ComparisonView, made: date, say: Words) -> None:
    sheet = TextSheet(book, say("sheet.made_from"), [20, 70, 30, 30])
    for sentence in seen.headline:
        sheet.put((say("diff.title"), sentence), bold=1)
    sheet.put((say("made.on"), made.isoformat()), bold=1)
    sheet.skip()
    keys = ("side", "document", "status", "dates")
    sheet.put((say(f"column.{key}") for key in keys), bold=len(keys))
    for side, documents in (("old", seen.old), ("new", seen.new)):
        for each in documents:
            sheet.put((say(f"side.{side}"), each.title, each.standing.words, each.standing.dates))
