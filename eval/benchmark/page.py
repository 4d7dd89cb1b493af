"""The figures as a table for the terminal and as a page."""

from collections.abc import Iterator, Sequence

from rich.table import Table

from eval.benchmark.figure import Figure
from eval.table import markdown_line

HEADER = ("what", "this program", "anchor", "goal", "met")

_ABOUT = """\
The **anchor** is what a person would write in ten lines: the same model with plain
sentence-transformers, and a flat FAISS index over the same clauses. It finds clauses; it does
not mask personal data, choose what is in force, rank, name the responsible party or verify a
quote. Questions are asked of both in turn, each in a process of its own, with the same number
of threads, after one round that is not counted. A cold start is a fresh process until its
answer is printed; the files are then in the system's cache. The index of 100,000 clauses is
the default one repeated under new ids, each vector and score a little changed.
"""


def rows(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """A row for each figure; the header first."""
    return [HEADER, *(_row(figure) for figure in figures)]


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        _value(figure.ours, figure.unit),
        "" if figure.anchor is None else _value(figure.anchor, figure.unit),
        figure.goal or "",
        "" if figure.met is None else "yes" if figure.met else "NO",
    )


def _value(value: float, unit: str) -> str:
    if unit == "packages":
        return f"{value:.0f}"
    return f"{value:.2f} {unit}" if value < 100 else f"{value:.0f} {unit}"


def table(figures: Sequence[Figure]) -> Table:
    """For the terminal."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for position, name in enumerate(HEADER):
        made.add_column(name, justify="right" if position in (1, 2) else "left")
    for row in rows(figures)[1:]:
        made.add_row(*row)
    return made


def markdown(figures: Sequence[Figure], made_on: str) -> str:
    """The page. ``made_on`` says when and on what machine."""
    return "\n".join(["# Speed and memory", "", *_body(figures, made_on)]) + "\n"


def _body(figures: Sequence[Figure], made_on: str) -> Iterator[str]:
    yield from ("Made by:", "", "```", "python -m eval.bench --markdown docs/speed.md", "```", "")
    yield from (f"{made_on}.", "", _ABOUT)
    header, *lines = rows(figures)
    yield markdown_line(header)
    yield markdown_line(("---", "---:", "---:", "---", "---"))
    yield from map(markdown_line, lines)
