"""``ansvarslots eval gate``: fails when a change made the answers surely worse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import FILE
from bot.cli.spoken import SpokenOption, command
from bot.cli.texts import Say
from bot.safe_text import one_line

if TYPE_CHECKING:
    from corpus.party import Principal
    from eval.gate import Passage, Verdict
    from retrieval.answer import AnswerStatus


def gate_command(say: Say) -> click.Command:
    @command("gate", say, key="eval.gate")
    @click.argument("result", type=FILE)
    @click.option(
        "--baseline",
        cls=SpokenOption,
        required=True,
        type=FILE,
        metavar="FILE",
        help=say("help.option.baseline"),
    )
    @click.option("--renew", is_flag=True, help=say("help.option.renew"))
    def gate_result(result: Path, baseline: Path, renew: bool) -> None:
        from eval.committed import read_committed, write_committed
        from eval.gate import gate, renewed
        from eval.result_file import read_result

        found = read_result(result)
        if renew:
            write_committed(baseline, renewed(found))
            click.echo(say("eval.written", file=baseline), err=True)
            return
        verdict = gate(found, read_committed(baseline))
        _show(verdict, say)
        if not verdict.passes:
            raise click.exceptions.Exit(1)

    return gate_result


def _show(verdict: Verdict, say: Say) -> None:
    from bot.cli.screen import TABLE_WIDTH, screen
    from eval.table import rich_table
    from eval.texts import word

    rows = [[word(name, say.lang) for name in ("figure", "old", "new", "verdict")]]
    for passage in verdict.passages:
        mark = word("falls" if passage.fails else "holds", say.lang)
        shown = [f"{passage.old:.3f}", f"{passage.new:.3f}", mark]
        rows.append([word(passage.figure, say.lang), *shown])
    screen(TABLE_WIDTH).print(rich_table(rows))
    for passage in verdict.passages:
        if passage.fails:
            _show_worse(passage, say)
    if verdict.invalid:
        click.echo(word("invalid_ones", say.lang).format(count=len(verdict.invalid)))
        for outcome in verdict.invalid:
            faults = "; ".join(outcome.invalid_citations)
            click.echo("  " + one_line(f"{outcome.set} {outcome.id}: {faults}"))
    if verdict.unpaired:
        click.echo(word("unpaired", say.lang).format(count=verdict.unpaired), err=True)
    told = "gate_passed" if verdict.passes else "gate_failed"
    click.echo(word(told, say.lang).format(paired=verdict.paired))


def _show_worse(passage: Passage, say: Say) -> None:
    from eval.texts import word

    name = word(passage.figure, say.lang)
    click.echo(word("worse_ones", say.lang).format(figure=name, count=len(passage.worse)))
    for before, after in passage.worse:
        click.echo(f"  {after.set} {after.id}: {one_line(after.question)}")
        for key, one in (("old", before), ("new", after)):
            was = _state(one.first, one.status, one.principals, say)
            click.echo(f"    {word(key, say.lang)}: {was}")


def _state(
    first: str | None, status: AnswerStatus, principals: Sequence[Principal], say: Say
) -> str:
    from eval.texts import word

    place = one_line(first) if first else word("nothing_first", say.lang)
    return f"{place} · {status} · {', '.join(sorted(principals)) or '–'}"
