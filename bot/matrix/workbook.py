"""The matrix as a workbook: the matrix itself, the list behind it, and what it was made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook

from bot.addresses import clause_url, matrix_url
from bot.matrix.listing import COLUMNS, listing
from bot.matrix.text_sheet import TextSheet, empty_book, link, saved
from bot.matrix.view import MatrixView, RowView, TopicView, matrix_view
from bot.safe_text import one_line
from bot.words import Words
from retrieval.board import DatedBoard

_PLACE = ("document", "status", "topic", "clause")
_WIDE = {"document": 30, "topic": 28, "clause": 34, "what": 48, "condition": 32, "quote": 60}
_PARTY_WIDTH = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What every sheet is made of."""

    dated: DatedBoard
    view: MatrixView
    say: Words
    public_url: str
    made: date


def workbook_bytes(dated: DatedBoard, say: Words, public_url: str, made: date) -> bytes:
    """An .xlsx file, made on the day ``made``. Nothing in a document becomes a formula."""
    book = empty_book()
    making = _Making(
        dated=dated,
        view=matrix_view(dated, say.lang),
        say=say,
        public_url=public_url,
        made=made,
    )
    _matrix(book, making)
    _list(book, making)
    _about(book, making)
    return saved(book)


def _matrix(book: Workbook, making: _Making) -> None:
    say, view = making.say, making.view
    widths = [24, 16, 28, 34, *(_PARTY_WIDTH for _ in view.columns)]
    sheet = TextSheet(book, say("sheet.matrix"), widths)
    sheet.head([*(say(f"list.{key}") for key in _PLACE), *(each.name for each in view.columns)])
    for topic in view.topics:
        for row in topic.rows:
            cells = sheet.put([*_place(topic, row), *_cells(row)])
            address = clause_url(making.public_url, row.reference, making.dated.asked.on)
            link(cells[_PLACE.index("clause")], address)
    sheet.finish(frozen=len(_PLACE))


def _place(topic: TopicView, row: RowView) -> list[str]:
    return [topic.document_title, topic.standing.words, topic.heading, row.whole_name]


def _cells(row: RowView) -> list[str]:
    return ["\n".join(f"• {entry.line}" for entry in cell) for cell in row.cells]


def _list(book: Workbook, making: _Making) -> None:
    lines = listing(making.dated, making.say, making.public_url)
    widths = [_WIDE.get(key, 18) for key in COLUMNS]
    sheet = TextSheet(book, making.say("sheet.list"), widths)
    sheet.head(lines.head)
    address = COLUMNS.index("address")
    for line in lines.lines:
        link(sheet.put(line)[address], line[address])
    sheet.finish(frozen=0)


def _about(book: Workbook, making: _Making) -> None:
    say, dated = making.say, making.dated
    sheet = TextSheet(book, say("sheet.about"), [34, 70, 26, 16, 16, 10])
    for fact in _facts(making):
        sheet.put(fact, bold=1)
    address = matrix_url(making.public_url, dated.asked, say.lang)
    link(sheet.put((say("sheet.address"), address), bold=1)[1], address)
    sheet.skip()
    head = ("reference", "document", "status", "valid_from", "valid_to")
    names = [*(say(f"list.{key}") for key in head), say("sheet.rows")]
    sheet.put(names, bold=len(names))
    for values in _documents(making):
        sheet.put(map(one_line, values))


def _facts(making: _Making) -> Iterator[tuple[str, str]]:
    say, view = making.say, making.view
    yield say("matrix.title"), view.summary
    yield say("sheet.day"), making.dated.on.isoformat()
    yield say("sheet.made"), making.made.isoformat()
    yield from view.chosen or [(say("matrix.chosen"), say("matrix.everything"))]
    for warning in view.warnings:
        yield say("sheet.warning"), warning


def _documents(making: _Making) -> Iterator[tuple[str, ...]]:
    board = making.dated.board
    for document in board.documents:
        first, last = document.valid_from, document.valid_to
        yield (
            document.id,
            document.title,
            making.say(f"standing.{document.status}"),
            first.isoformat() if first else "",
            last.isoformat() if last else "",
            str(sum(len(each.rows) for each in board.topics if each.document.id == document.id)),
        )
