"""``ansvarslots eval duties``: how well duties are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.choices import Folder, Line
from bot.cli.options import FILE
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line

if TYPE_CHECKING:
    from eval.duties.compare import Compared


def duties_command(say: Say) -> click.Command:
    @command("duties", say, key="eval.duties")
    @click.argument("file", type=FILE)
    @click.option(
        "--corpus",
        "folders",
        multiple=True,
        type=Folder(),
        metavar="DIR",
        help=say("help.option.duties.corpus"),
    )
    @click.option("--part", type=Line(), help=say("help.option.duties.part"))
    @click.option("--wrong", is_flag=True, help=say("help.option.duties.wrong"))
    @click.option("--json", "out", type=FILE, metavar="FILE", help=say("help.option.out"))
    def duties(
        file: Path, folders: tuple[Path, ...], part: str | None, wrong: bool, out: Path | None
    ) -> None:
        from bot.cli.screen import TABLE_WIDTH, screen
        from eval.duties.table import agreement_rows, agreement_wire, wrong_lines
        from eval.table import rich_table

        compared = _compared(file, folders, part, say)
        screen(TABLE_WIDTH).print(rich_table(agreement_rows(compared, say.lang)))
        for line in wrong_lines(compared, say.lang) if wrong else ():
            click.echo(f"{line[: len(line) - len(line.lstrip())]}{one_line(line)}")
        if out:
            from eval.result_file import write_result

            write_result(out, agreement_wire(compared))
            click.echo(say("eval.written", file=out), err=True)

    return duties


def _compared(file: Path, folders: tuple[Path, ...], part: str | None, say: Say) -> list[Compared]:
    """The rows whose documents are there; what is left out is told.

    The model agreement is always there.
    """
    from bot.cli.misuse import misuse
    from bot.cli.places import shipped_corpus
    from corpus.folder import read_folder
    from eval.duties.compare import Texts
    from eval.duties.gold import read_gold

    read = [read_folder(folder) for folder in (shipped_corpus(), *folders)]
    texts = Texts(
        (document for each in read for document in each.documents),
        (clause for each in read for clause in each.clauses),
    )
    rows = read_gold(file, part)
    known = [row for row in rows if texts.has(row)]
    if not known:
        raise misuse("no_questions", files=one_line(str(file)))
    if len(known) < len(rows):
        click.echo(say("eval.duties_left_out", count=len(rows) - len(known)), err=True)
    return [texts.compare(row) for row in known]
