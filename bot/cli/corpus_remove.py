"""``ansvarslots corpus remove``: undo an add."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli.misuse import misuse
from bot.cli.options import corpus_option, index_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line
from corpus.clause import DocumentId
from corpus.errors import MissingFolder
from corpus.status import Status


def remove_command(say: Say) -> click.Command:
    @command("remove", say, key="corpus.remove")
    @click.argument("id")
    @corpus_option(say)
    @index_option(say)
    @click.option("--yes", is_flag=True, help=say("help.option.yes"))
    def remove(id: str, corpus_folder: Path | None, index: Path | None, yes: bool) -> None:
        from bot.cli.corpus_change import holding
        from bot.cli.environment import read_settings
        from bot.cli.places import default_corpus

        folder = corpus_folder or default_corpus(read_settings())
        if not folder.is_dir():
            raise MissingFolder(folder=str(folder))
        known = holding(folder).files
        if id not in known:
            raise misuse("no_such_document", id=one_line(id))
        if len(known) == 1:
            raise misuse("last_document", id=id, folder=folder)
        if not yes and not _confirmed(id, known[id], folder, say):
            click.echo(say("remove.kept"))
            return
        for line in _remove(DocumentId(id), corpus_folder, index, say):
            click.echo(line)

    return remove


def _confirmed(id: str, file: str, folder: Path, say: Say) -> bool:
    if not sys.stdin.isatty():
        raise misuse("confirm_needed")
    question = say("remove.question", id=id, folder=folder, file=one_line(file))
    click.echo(f"{question} {say('remove.yes_or_no')} ", nl=False)
    return sys.stdin.readline().strip().casefold() in {"j", "ja", "y", "yes"}


def _remove(id: DocumentId, corpus_folder: Path | None, index: Path | None, say: Say) -> list[str]:
    from bot.cli.corpus_change import changing_corpus, holding, take_away
    from bot.cli.environment import read_settings
    from bot.cli.places import default_index
    from bot.cli.service import build
    from corpus.manifest_edit import read_manifest_text, with_answers, without_entry

    settings = read_settings()
    with changing_corpus(corpus_folder, settings) as folder:
        held = holding(folder)
        if id not in held.files:
            raise misuse("no_such_document", id=id)
        manifest = without_entry(read_manifest_text(folder), id)
        left = {status for other, status in held.statuses.items() if other != id}
        turned = not left & held.answers and Status.EXAMPLE in left
        if turned:
            manifest = with_answers(manifest, [Status.EXAMPLE])
        place = index or default_index(settings)
        take_away(folder, held.files[id], manifest, lambda: build(folder, place, settings, say))
    lines = [say("remove.done", id=id, folder=folder)]
    return [*lines, say("remove.answers_now")] if turned else lines
