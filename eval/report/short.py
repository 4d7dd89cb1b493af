"""The report in a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from eval.outcome import Outcome
from eval.report.key_figures import in_words
from eval.report.mistakes import wrong_by_gravest
from eval.report.page import lead_lines
from eval.report.tables import confusion_rows
from eval.report.texts import EXPLAINED, tell
from eval.report.wrong_answers import expected_lines, found_lines
from eval.result_file import Result
from eval.table import method_rows, rich_table, totals_of

SHOWN = 5
"""How many wrong answers of each kind are shown; the page has them all."""


def short(result: Result, wire: Mapping[str, object], lang: str) -> Iterator[RenderableType]:
    """What a console prints, piece by piece. Texts are as the files have them: make them safe."""
    yield from lead_lines(result, lang)
    yield ""
    figures = totals_of(wire)
    rows = [[tell("figure", lang), ""]]
    rows += [
        [tell(f"title.{name}", lang), shown]
        for name in EXPLAINED
        if (shown := in_words(figures, name, lang))
    ]
    yield rich_table(rows)
    methods = method_rows(wire, lang)
    if methods:
        yield from ("", Text(tell("methods", lang), style="bold"), rich_table(methods))
    matrix = confusion_rows(result.questions, lang)
    if len(matrix) > 1:
        yield from ("", Text(tell("confusion", lang), style="bold"), rich_table(matrix))
    yield from _wrong(result.questions, lang)


def _wrong(outcomes: Sequence[Outcome], lang: str) -> Iterator[RenderableType]:
    for mistake, found in wrong_by_gravest(outcomes).items():
        if not found:
            continue
        yield ""
        yield Text(f"{tell(mistake, lang)}: {len(found)}", style="bold")
        for outcome in found[:SHOWN]:
            yield f"{outcome.set} {outcome.id}: {outcome.question}"
            expected = "; ".join(expected_lines(outcome, lang))
            yield f"  {tell('should', lang)}: {expected}"
            yield f"  {tell('found', lang)}: {'; '.join(found_lines(outcome, lang))}"
        if len(found) > SHOWN:
            yield f"  {tell('more', lang, count=len(found) - SHOWN)}"
