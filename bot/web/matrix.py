"""The pages of the responsibility matrix and of the timeline, and the matrix as files."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.matrix.csv_file import csv_bytes
from bot.matrix.listing import listing
from bot.matrix.timeline_view import timeline_view
from bot.matrix.view import ColumnView, MatrixView, TopicView, matrix_view
from bot.matrix.workbook import workbook_bytes
from bot.web.download import csv_file, workbook_file
from bot.web.matrix_choices import Choices, choices
from bot.web.matrix_texts import MATRIX_PAGE
from bot.web.pages import Site, language
from bot.web.reading_pages import day_or_today
from bot.web.refused import Refused
from bot.web.timeline_drawing import drawing
from bot.words import LANGUAGES, Words
from corpus.errors import BadFilter
from corpus.matrix import Column, MatrixFilter
from corpus.timeline import build_timeline
from retrieval.board import DatedBoard, dated_board

MOST_ROWS = 400
"""Rows on one page; a whole body of law is read as a file, or by choosing from it."""

_MAIN = (Column.MUNICIPALITY, Column.REGION, Column.BOTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTable:
    """A topic with the columns that its table has: (position in the rows, column)."""

    topic: TopicView
    columns: tuple[tuple[int, ColumnView], ...]


class MatrixPages:
    """Handlers that run on worker threads: the matrix walks the whole index."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [
            Route("/ansvar", self.matrix),
            Route("/ansvar.xlsx", self.workbook),
            Route("/ansvar.csv", self.csv),
            Route("/tidslinje", self.timeline),
        ]

    def matrix(self, request: Request) -> Response:
        """The matrix that the address asks for; one that cannot be used is told, and all of
        the matrix stays a step away."""
        say = Words(language(request), MATRIX_PAGE)
        try:
            asked, problem = _asked(request), None
        except BadFilter as error:
            asked, problem = MatrixFilter(), error.text(say.lang)
        dated = self._dated(asked)
        opened = request.query_params.get("roles") == "1"
        view = matrix_view(dated, say.lang, opened=opened)
        tables = () if problem else _tables(view)
        return self._site.pages.draw(
            request,
            "matrix.html",
            status=422 if problem else 200,
            m=say,
            problem=problem,
            view=view,
            tables=tables,
            cut=_cut(view, tables, say),
            opened=opened,
            choices=self._choices(dated, say),
            files=urlencode([*asked.pairs(), *_spoken(say.lang)]),
            asked_day=asked.on,
        )

    def workbook(self, request: Request) -> Response:
        """The same as a workbook."""
        say = Words(language(request), MATRIX_PAGE)
        dated = self._dated(_asked_whole(request))
        made = workbook_bytes(dated, say, self._site.settings.public_url, date.today())
        return workbook_file(made, f"ansvar-{dated.on}")

    def csv(self, request: Request) -> Response:
        """The same as CSV."""
        say = Words(language(request), MATRIX_PAGE)
        dated = self._dated(_asked_whole(request))
        made = csv_bytes(listing(dated, say, self._site.settings.public_url))
        return csv_file(made, f"ansvar-{dated.on}")

    def timeline(self, request: Request) -> Response:
        """The documents in time, as of a day."""
        say = Words(language(request), MATRIX_PAGE)
        service = self._site.asker.service
        on = day_or_today(request)
        made = build_timeline(service.documents, on, service.answers)
        return self._site.pages.draw(
            request,
            "timeline.html",
            m=say,
            view=timeline_view(made, say.lang),
            drawing=drawing(made),
        )

    def _dated(self, asked: MatrixFilter) -> DatedBoard:
        service = self._site.asker.service
        return dated_board(service.documents, service.clauses, service.answers, asked, date.today())

    def _choices(self, dated: DatedBoard, say: Words) -> Choices:
        everything = self._dated(MatrixFilter(document=dated.asked.document, on=dated.asked.on))
        return choices(dated.asked, self._site.asker.service.documents, everything.board, say)


def _asked(request: Request) -> MatrixFilter:
    return MatrixFilter.parse(request.query_params.multi_items())


def _asked_whole(request: Request) -> MatrixFilter:
    """The same for a file, of which there is none when the filter cannot be used."""
    try:
        return _asked(request)
    except BadFilter as error:
        raise Refused("not_read", 422) from error


def _spoken(lang: str) -> list[tuple[str, str]]:
    return [("lang", lang)] if lang != LANGUAGES[0] else []


def _tables(view: MatrixView) -> tuple[TopicTable, ...]:
    """The first topics of at most ``MOST_ROWS`` rows, each with the columns that it needs."""
    shown, tables = 0, []
    for topic in view.topics:
        if shown and shown + len(topic.rows) > MOST_ROWS:
            break
        shown += len(topic.rows)
        tables.append(TopicTable(topic=topic, columns=_columns(view, topic)))
    return tuple(tables)


def _columns(view: MatrixView, topic: TopicView) -> tuple[tuple[int, ColumnView], ...]:
    """The columns with anything in them for this topic; the main ones wherever they are used
    at all, so that they stand in the same place down the page."""
    main = {
        at for at, each in enumerate(view.columns) if each.role is None and each.column in _MAIN
    }
    used = {at for at in main if any(row.cells[at] for each in view.topics for row in each.rows)}
    used |= {at for at in range(len(view.columns)) if any(row.cells[at] for row in topic.rows)}
    return tuple((at, view.columns[at]) for at in sorted(used))


def _cut(view: MatrixView, tables: tuple[TopicTable, ...], m: Words) -> str | None:
    rows = sum(len(topic.rows) for topic in view.topics)
    shown = sum(len(table.topic.rows) for table in tables)
    return m("page.cut", shown=shown, rows=rows) if 0 < shown < rows else None
