"""The matrix and the timeline drawn in the terminal."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.draw import wrapped
from bot.matrix.timeline_view import TimelineView
from bot.matrix.view import MatrixView, TopicView

WIDE = 27
"""Columns of a screen that a column of the table needs."""


def draw_matrix(view: MatrixView, console: Console) -> None:
    """Print ``view`` within the width of ``console``: a table where there is room, else a list."""
    for line in _before(view, console.width):
        console.print(line, soft_wrap=True)
    for topic in view.topics:
        for line in _heading(topic, console.width):
            console.print(line, soft_wrap=True)
        used = _used(view, topic)
        if console.is_terminal and console.width >= WIDE * (len(used) + 1):
            console.print(_table(view, topic, used))
        else:
            for line in _list(view, topic, console.width):
                console.print(line, soft_wrap=True)


def _before(view: MatrixView, width: int) -> Iterator[Text]:
    yield from wrapped(view.summary, width, style="bold")
    for name, value in view.chosen:
        yield from wrapped(f"{name}: {value}", width)
    yield from _warnings(view.warnings, width)


def _warnings(warnings: Sequence[str], width: int) -> Iterator[Text]:
    for warning in warnings:
        yield from wrapped(warning, width, first="! ", rest="  ", style="bold magenta")


def _heading(topic: TopicView, width: int) -> Iterator[Text]:
    yield Text()
    yield from wrapped(topic.heading or topic.document_title, width, style="bold underline")
    standing = f"{topic.document_title} · {topic.standing.words} · {topic.standing.dates}"
    yield from wrapped(standing, width, style="dim")


def _used(view: MatrixView, topic: TopicView) -> list[int]:
    """The positions of the columns with anything in them for this topic."""
    return [at for at in range(len(view.columns)) if any(row.cells[at] for row in topic.rows)]


def _table(view: MatrixView, topic: TopicView, used: Sequence[int]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, show_lines=True)
    table.add_column("", ratio=2, overflow="fold")
    for at in used:
        table.add_column(view.columns[at].name, ratio=3, overflow="fold")
    for row in topic.rows:
        told = ["\n".join(f"• {entry.line}" for entry in row.cells[at]) for at in used]
        table.add_row(Text(row.whole_name, style="bold"), *map(Text, told))
    return table


def _list(view: MatrixView, topic: TopicView, width: int) -> Iterator[Text]:
    for row in topic.rows:
        yield Text()
        yield from wrapped(row.whole_name, width, style="bold")
        for column, cell in zip(view.columns, row.cells, strict=True):
            if cell:
                yield Text(f"  {column.name}")
            for entry in cell:
                yield from wrapped(entry.line, width, first="  • ", rest="    ")


def draw_timeline(view: TimelineView, console: Console) -> None:
    """Print ``view`` on ``console``, a document at a time."""
    for line in _timeline(view, console.width):
        console.print(line, soft_wrap=True)


def _timeline(view: TimelineView, width: int) -> Iterator[Text]:
    yield Text(view.on, style="bold")
    yield from _warnings(view.warnings, width)
    for each in view.stretches:
        yield Text()
        first = "▸ " if each.answers else "  "
        yield from wrapped(each.title, width, first=first, rest="  ", style="bold")
        mark = each.standing
        line = f"{mark.words} · {mark.dates} · {each.when}, {each.answering}"
        yield from wrapped(line, width, first="  ", rest="  ")
        for relation in each.relations:
            yield from wrapped(relation, width, first="  ", rest="  ", style="dim")
