"""``ansvarslots eval check``: faults in a question set."""

from pathlib import Path

import click

from bot.cli.eval_asking import read_sets
from bot.cli.eval_run import questions_option
from bot.cli.options import index_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line


def check_command(say: Say) -> click.Command:
    @command("check", say, key="eval.check")
    @questions_option(say)
    @index_option(say)
    def check_questions(files: tuple[Path, ...], index: Path | None) -> None:
        from bot.cli.environment import read_settings
        from bot.cli.service import asked_service
        from eval.check import check
        from eval.texts import word

        sets = read_sets(files, None)
        service = asked_service(index, read_settings(), say)
        findings = check(sets, service.clauses)
        for finding in findings:
            fault = word(finding.fault, say.lang).format(about=finding.about)
            click.echo(one_line(f"{finding.set} {finding.question}: {fault}"))
        count = sum(len(set_.questions) for set_ in sets)
        if findings:
            click.echo(say("eval.faults", count=len(findings), questions=count), err=True)
            raise click.exceptions.Exit(1)
        click.echo(say("eval.sound", count=count))

    return check_questions
