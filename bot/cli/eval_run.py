"""``ansvarslots eval run``: ask every question of a set and compute the figures."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.choices import Line
from bot.cli.misuse import misuse
from bot.cli.options import Decorator, index_option, on_option
from bot.cli.spoken import SpokenOption, command
from bot.cli.texts import Say

if TYPE_CHECKING:
    from eval.question_set import QuestionSet

_FILE = click.Path(path_type=Path)


def questions_option(say: Say) -> Decorator:
    return click.option(
        "--questions",
        "files",
        cls=SpokenOption,
        multiple=True,
        required=True,
        type=_FILE,
        metavar="FILE",
        help=say("help.option.questions"),
    )


def run_command(say: Say) -> click.Command:
    @command("run", say, key="eval.run")
    @questions_option(say)
    @index_option(say)
    @click.option("--json", "out", type=_FILE, metavar="FILE", help=say("help.option.out"))
    @click.option(
        "--markdown", "page", type=_FILE, metavar="FILE", help=say("help.option.markdown")
    )
    @click.option("--part", type=Line(), help=say("help.option.part"))
    @on_option(say)
    def run(
        files: tuple[Path, ...],
        index: Path | None,
        out: Path | None,
        page: Path | None,
        part: str | None,
        on: date | None,
    ) -> None:
        day = on or date.today()
        wire = _run(read_sets(files, part), index, part, day, say)
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


def read_sets(files: tuple[Path, ...], part: str | None) -> list[QuestionSet]:
    """The question sets, only the questions of ``part``. Raises UsageError when none is left."""
    from eval.question_set import read_question_set

    sets = [read_question_set(file) for file in files]
    kept = [
        replace(s, questions=tuple(q for q in s.questions if part in (None, q.part))) for s in sets
    ]
    if not any(set_.questions for set_ in kept):
        raise misuse("no_questions", files=", ".join(file.name for file in files))
    return kept


def _run(
    sets: list[QuestionSet], index: Path | None, part: str | None, day: date, say: Say
) -> dict[str, object]:
    from bot.cli.environment import read_settings
    from bot.cli.progress_bar import progress_bar
    from bot.cli.service import asked_service
    from eval.result_file import Result, result_wire, run_facts
    from eval.run import run_sets

    service = asked_service(index, read_settings(), say)
    with progress_bar(say) as progress:
        outcomes = run_sets(service, sets, on=day, progress=progress)
    facts = run_facts(
        command=_spelled(sets, index, part),
        date=day.isoformat(),
        fingerprint=service.fingerprint,
        sets=sets,
        part=part,
    )
    return result_wire(Result(run=facts, questions=outcomes))


def _spelled(sets: list[QuestionSet], index: Path | None, part: str | None) -> str:
    """The command without the paths of this machine: file names only."""
    words = ["ansvarslots", "eval", "run"]
    for set_ in sets:
        words += ["--questions", set_.file]
    words += ["--index", index.name] if index else []
    words += ["--part", part] if part else []
    return shlex.join(words)


def _show(wire: dict[str, object], say: Say) -> None:
    from bot.cli.screen import TABLE_WIDTH, screen
    from eval.table import main_rows, rich_table

    screen(TABLE_WIDTH).print(rich_table(main_rows(wire, say.lang)))
