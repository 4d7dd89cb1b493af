"""``ansvarslots corpus check``: what a folder's documents read as, without indexing them."""

from pathlib import Path

import click

from bot.cli.options import corpus_option
from bot.cli.spoken import command
from bot.cli.tell import tell_found
from bot.cli.texts import Say
from bot.safe_text import one_line


def check_command(say: Say) -> click.Command:
    @command("check", say, key="corpus.check")
    @corpus_option(say)
    def check(corpus_folder: Path | None) -> None:
        from bot.cli.document_report import report, report_lines
        from bot.cli.environment import read_settings
        from bot.cli.places import default_corpus
        from bot.cli.progress_bar import progress_bar
        from corpus.folder import read_folder

        folder = corpus_folder or default_corpus(read_settings())
        with progress_bar(say) as progress:
            read = read_folder(folder, progress)
        clauses = 0
        for document in read.documents:
            made = report(document, read.clauses)
            clauses += len(made.clauses)
            for line in report_lines(made, say):
                click.echo(line)
        total = say("check.total", folder=folder, documents=len(read.documents), clauses=clauses)
        click.echo(one_line(total))
        tell_found(read, say)
        if read.errors:
            raise click.exceptions.Exit(1)

    return check
