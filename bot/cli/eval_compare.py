"""``ansvarslots eval compare``: what a change did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import FILE
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line

if TYPE_CHECKING:
    from eval.compare import Comparison
    from eval.outcome import Outcome


def compare_command(say: Say) -> click.Command:
    @command("compare", say, key="eval.compare")
    @click.argument("old", type=FILE)
    @click.argument("new", type=FILE)
    def compare_results(old: Path, new: Path) -> None:
        from eval.compare import compare
        from eval.result_file import read_result
        from eval.texts import word

        made = compare(read_result(old).questions, read_result(new).questions)
        _show_figures(made, say)
        if made.only_old or made.only_new:
            note = word("unlike", say.lang).format(old=made.only_old, new=made.only_new)
            click.echo(note, err=True)
        click.echo("")
        click.echo(word("changed", say.lang).format(count=len(made.changed)))
        for before, after in made.changed:
            click.echo(f"{after.set} {after.id}: {one_line(after.question)}")
            click.echo(f"  {word('old', say.lang)}: {_outcome(before, say)}")
            click.echo(f"  {word('new', say.lang)}: {_outcome(after, say)}")

    return compare_results


def _show_figures(made: Comparison, say: Say) -> None:
    from bot.cli.screen import TABLE_WIDTH, screen
    from eval.table import rich_table
    from eval.texts import word

    names = ("figure", "old", "new", "difference")
    rows = [[*(word(name, say.lang) for name in names), ""]]
    for shift in made.shifts:
        same = shift.new == shift.old
        verdict = word("same" if same else "better" if shift.better else "worse", say.lang)
        sure = "" if same else f", {word('sure' if shift.sure else 'noise', say.lang)}"
        change = f"{shift.new - shift.old:+.3f} ({shift.low:+.3f} – {shift.high:+.3f})"
        row = [word(shift.figure, say.lang), f"{shift.old:.3f}", f"{shift.new:.3f}", change]
        rows.append([*row, f"{verdict}{sure}"])
    screen(TABLE_WIDTH).print(rich_table(rows))


def _outcome(outcome: Outcome, say: Say) -> str:
    from eval.texts import word

    first = outcome.first
    mark = "✓" if first in outcome.gold else "✗"
    place = f"{one_line(first)} {mark}" if first else word("nothing_first", say.lang)
    principals = ", ".join(sorted(outcome.principals)) or "–"
    return f"{place} · {outcome.status} · {principals}"
