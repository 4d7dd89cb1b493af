"""The figures as tables: for the terminal, and as Markdown."""

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table

from eval.texts import FIGURES, word
from eval.totals import Totals

GROUPS = ("styles", "types", "documents")
GROUP_FIGURES = (
    "R@1",
    "R@5",
    "MRR@10",
    "nDCG@10",
    "false_answers",
    "false_refusals",
    "principal_accuracy",
)
METHOD_FIGURES = ("R@1", "R@3", "R@5", "R@10", "MRR@10", "nDCG@10")
Rows = list[list[str]]


def figure_text(totals: Totals, name: str) -> str:
    """``.640 (.550–.720)``, milliseconds with one decimal, ``–`` where there is no value."""
    value = totals[name]
    if not isinstance(value, float | int):
        return "–"
    if name.startswith("milliseconds"):
        return f"{value:.1f}"
    intervals = totals.get("intervals")
    ends = intervals.get(name) if isinstance(intervals, dict) else None
    shown = f"{value:.3f}"
    return f"{shown} ({ends[0]:.3f}–{ends[1]:.3f})" if isinstance(ends, list) else shown


def main_rows(wire: Mapping[str, object], lang: str) -> Rows:
    """A row for each figure, a column for each question set and one for all; header first."""
    columns = _groups(wire, "sets")
    together = {word("all", lang): totals_of(wire)}
    columns = {**columns, **together} if len(columns) != 1 else columns
    header = [word("figure", lang), *columns]
    asked = [word("questions", lang), *(_asked(column) for column in columns.values())]
    figures = [
        [word(name, lang), *(figure_text(column, name) for column in columns.values())]
        for name in FIGURES
    ]
    return [header, asked, *figures]


def group_rows(wire: Mapping[str, object], group: str, lang: str) -> Rows:
    """A row for each style or type, a column for each figure that tells them apart."""
    header = [word(group, lang), word("questions", lang), *(word(n, lang) for n in GROUP_FIGURES)]
    rows = [
        [name, _asked(totals), *(figure_text(totals, figure) for figure in GROUP_FIGURES)]
        for name, totals in _groups(wire, group).items()
    ]
    return [header, *rows]


def method_rows(wire: Mapping[str, object], lang: str) -> Rows:
    """A row for our ranking and for each baseline; empty when no baseline was asked for."""
    methods = _groups(wire, "baselines")
    if not methods:
        return []
    header = [word("methods", lang), word("questions", lang), *METHOD_FIGURES]
    rows = [
        [word(name, lang), _asked(totals), *(figure_text(totals, f) for f in METHOD_FIGURES)]
        for name, totals in methods.items()
    ]
    return [header, *rows]


def rich_table(rows: Rows) -> Table:
    """The rows as a table for the terminal; the first is the header."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, name in enumerate(rows[0]):
        table.add_column(name, justify="right" if number else "left")
    for row in rows[1:]:
        table.add_row(*row)
    return table


def markdown(wire: Mapping[str, object], title: str, lang: str = "en") -> str:
    """A page with every table and the command that made them."""
    run = wire["run"]
    if not isinstance(run, dict):
        raise TypeError("a result's run is a table of facts")
    lines = [f"# {title}", "", "Made by:", "", "```", str(run["command"]), "```", ""]
    lines += [
        f"On {run['date']}, index `{str(run['index_fingerprint'])[:12]}`. Question files:",
        "",
    ]
    lines += [
        f"- `{name}` (SHA-256 `{hash_[:12]}`)" for name, hash_ in run["question_files"].items()
    ]
    lines += ["", "In brackets: 95 % bootstrap intervals.", "", *_markdown(main_rows(wire, lang))]
    methods = method_rows(wire, lang)
    if methods:
        heading = word("methods", lang).capitalize()
        lines += ["", f"## {heading}", "", *_markdown(methods)]
    for group in GROUPS:
        if _groups(wire, group):
            heading = word(group, lang).capitalize()
            lines += ["", f"## By {heading.lower()}", "", *_markdown(group_rows(wire, group, lang))]
    return "\n".join(lines) + "\n"


def _markdown(rows: Rows) -> Iterator[str]:
    yield markdown_line(rows[0])
    yield markdown_line(["---", *["---:" for _ in rows[0][1:]]])
    yield from map(markdown_line, rows[1:])


def markdown_line(cells: Sequence[str]) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _groups(wire: Mapping[str, object], group: str) -> dict[str, Totals]:
    found = wire[group]
    if not isinstance(found, dict):
        raise TypeError(f"{group} is not a table of totals")
    return found


def totals_of(wire: Mapping[str, object]) -> Totals:
    """The totals over every question."""
    found = wire["totals"]
    if not isinstance(found, dict):
        raise TypeError("totals is not a table of figures")
    return found


def _asked(totals: Totals) -> str:
    counts = totals["counts"]
    return str(counts["questions"]) if isinstance(counts, dict) else "–"
