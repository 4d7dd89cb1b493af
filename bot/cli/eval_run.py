"""``ansvarslots eval run``: ask every question of a set and compute the figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from bot.cli.choices import Line
from bot.cli.eval_asking import Asking, ask_sets
from bot.cli.options import FILE, Decorator, index_option, on_option
from bot.cli.spoken import SpokenOption, command
from bot.cli.texts import Say


def questions_option(say: Say) -> Decorator:
    return click.option(
        "--questions",
        "files",
        cls=SpokenOption,
        multiple=True,
        required=True,
        type=FILE,
        metavar="FILE",
        help=say("help.option.questions"),
    )


def run_command(say: Say) -> click.Command:
    @command("run", say, key="eval.run")
    @questions_option(say)
    @index_option(say)
    @click.option("--json", "out", type=FILE, metavar="FILE", help=say("help.option.out"))
    @click.option("--markdown", "page", type=FILE, metavar="FILE", help=say("help.option.markdown"))
    @click.option("--part", type=Line(), help=say("help.option.part"))
    @click.option("--baselines", is_flag=True, help=say("help.option.baselines"))
    @click.option(
        "--corpus-name", "names", multiple=True, type=Line(), help=say("help.option.corpus_name")
    )
    @on_option(say)
    def run(
        files: tuple[Path, ...],
        index: Path | None,
        out: Path | None,
        page: Path | None,
        part: str | None,
        baselines: bool,
        names: tuple[str, ...],
        on: date | None,
    ) -> None:
        asking = Asking(
            files=files, index=index, part=part, names=names, on=on, baselines=baselines
        )
        wire = ask_sets(asking, say)
        _show(wire, say)
        if out:
            from eval.result_file import write_result

            write_result(out, wire)
            click.echo(say("eval.written", file=out), err=True)
        if page:
            from eval.result_file import write_text
            from eval.table import markdown

            write_text(page, markdown(wire, "Figures"))
            click.echo(say("eval.written", file=page), err=True)

    return run


def _show(wire: dict[str, object], say: Say) -> None:
    from bot.cli.screen import TABLE_WIDTH, screen
    from eval.table import main_rows, method_rows, rich_table

    screen(TABLE_WIDTH).print(rich_table(main_rows(wire, say.lang)))
    methods = method_rows(wire, say.lang)
    if methods:
        click.echo("")
        screen(TABLE_WIDTH).print(rich_table(methods))
