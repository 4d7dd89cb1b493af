"""``ansvarslots index``: read the documents and build the index."""

from pathlib import Path

import click

from bot.cli.options import corpus_option, index_option
from bot.cli.spoken import command
from bot.cli.tell import tell, tell_found
from bot.cli.texts import Say
from bot.safe_text import one_line


def index_command(say: Say) -> click.Command:
    @command("index", say)
    @corpus_option(say)
    @index_option(say)
    def index(corpus_folder: Path | None, index: Path | None) -> None:
        from bot.cli.environment import read_settings
        from bot.cli.places import default_corpus, default_index
        from bot.cli.service import build

        settings = read_settings()
        index = index or default_index(settings)
        built = build(corpus_folder or default_corpus(settings), index, settings, say)
        click.echo(
            say(
                "index.done",
                documents=built.documents,
                clauses=built.clauses,
                duties=built.duties,
            )
        )
        if built.reused:
            click.echo(say("index.reused", reused=built.reused))
        click.echo(one_line(say("index.place", index=index)))
        tell_found(built, say)
        if built.errors:
            tell(say("index.left_out", count=len(built.errors)))
            raise click.exceptions.Exit(1)

    return index
