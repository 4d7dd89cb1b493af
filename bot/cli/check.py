"""``ansvarslots check``: gaps and conflicts in the documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.choices import Line
from bot.cli.misuse import misuse
from bot.cli.options import corpus_option, json_option, on_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line

if TYPE_CHECKING:
    from corpus.findings.values import Finding
    from corpus.folder import Corpus


def check_command(say: Say) -> click.Command:
    @command("check", say, key="findings")
    @corpus_option(say)
    @on_option(say)
    @click.option(
        "--accept", "accepted", type=Line(), metavar="ID", help=say("help.option.accept_finding")
    )
    @click.option("--note", type=Line(), help=say("help.option.note"))
    @json_option(say)
    def check_documents(
        corpus_folder: Path | None,
        on: date | None,
        accepted: str | None,
        note: str | None,
        as_json: bool,
    ) -> None:
        if bool(accepted) != bool(note):
            raise misuse("accept_with_note")
        if accepted and note:
            click.echo(_accept(corpus_folder, accepted, note, on or date.today(), say))
            return
        _show(corpus_folder, on or date.today(), as_json, say)

    return check_documents


def _show(corpus_folder: Path | None, on: date, as_json: bool, say: Say) -> None:
    from bot.cli.environment import read_settings
    from bot.cli.places import default_corpus
    from bot.cli.tell import tell
    from corpus.findings.accepted import read_accepted

    folder = corpus_folder or default_corpus(read_settings())
    accepted = read_accepted(folder)
    read, findings = _checked(folder, on, say)
    if as_json:
        from bot.answer_json import as_json as written
        from bot.findings.wire import findings_wire

        click.echo(written(findings_wire(findings, accepted)))
    else:
        from bot.cli.screen import screen
        from bot.findings.terminal import draw_findings
        from bot.findings.view import view

        counted = (len(read.documents), len(read.clauses))
        draw_findings(view(findings, accepted, counted, on, say.lang), screen())
    for error in read.errors:
        tell(error.text(say.lang))
    if read.errors or any(finding.id not in accepted for finding in findings):
        raise click.exceptions.Exit(1)


def _checked(folder: Path, on: date, say: Say) -> tuple[Corpus, tuple[Finding, ...]]:
    """The folder as it is read, and its findings in the wordings of ``on``."""
    from bot.cli.progress_bar import progress_bar
    from corpus.findings import check
    from corpus.folder import read_folder
    from corpus.validity import within

    with progress_bar(say) as progress:
        read = read_folder(folder, progress)
    held = [c for c in read.clauses if within(c.valid_from, c.valid_to, on)]
    return read, check(read.documents, held)


def _accept(corpus_folder: Path | None, id: str, note: str, on: date, say: Say) -> str:
    """Note the finding as intended; what to tell the user."""
    from bot.cli.corpus_change import changing_corpus
    from bot.cli.environment import read_settings
    from corpus.findings.accepted import LONGEST_NOTE, accept
    from corpus.folder_files import FINDINGS

    if len(note) > LONGEST_NOTE:
        raise misuse("long_note", limit=LONGEST_NOTE)
    with changing_corpus(corpus_folder, read_settings()) as folder:
        if id not in {finding.id for finding in _checked(folder, on, say)[1]}:
            raise misuse("no_such_finding", id=one_line(id))
        accept(folder, id, note, date.today())
        return one_line(say("check.accepted", id=id, file=folder / FINDINGS))
