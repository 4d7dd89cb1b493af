"""``ansvarslots eval report``: a result that anyone can read."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import FILE
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line


def report_command(say: Say) -> click.Command:
    @command("report", say, key="eval.report")
    @click.argument("result", type=FILE)
    @click.option("--html", "page_file", type=FILE, metavar="FILE", help=say("help.option.html"))
    def report(result: Path, page_file: Path | None) -> None:
        from bot.cli.screen import TABLE_WIDTH, screen
        from eval.report.page import page
        from eval.report.short import short
        from eval.result_file import read_result, result_wire, write_text

        found = read_result(result)
        wire = result_wire(found)
        if page_file:
            write_text(page_file, page(found, wire, say.lang))
            click.echo(say("eval.written", file=page_file), err=True)
        console = screen(TABLE_WIDTH)
        for part in short(found, wire, say.lang):
            console.print(_indented(part) if isinstance(part, str) else part, soft_wrap=True)

    return report


def _indented(line: str) -> str:
    """The line made safe for the terminal, its indent kept."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + one_line(line)
