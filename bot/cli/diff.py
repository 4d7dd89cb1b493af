"""``ansvarslots diff``: two versions compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.misuse import misuse
from bot.cli.options import index_option, json_option, on_option, written_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line

if TYPE_CHECKING:
    from corpus.comparison.values import Comparison, Version


def diff_command(say: Say) -> click.Command:
    @command("diff", say)
    @click.argument("old")
    @click.argument("new")
    @index_option(say)
    @on_option(say)
    @written_option(say, "diff", "csv")
    @written_option(say, "diff", "xlsx")
    @json_option(say)
    def diff(
        old: str,
        new: str,
        index: Path | None,
        on: date | None,
        csv: Path | None,
        xlsx: Path | None,
        as_json: bool,
    ) -> None:
        from corpus.comparison import compare

        day = on or date.today()
        compared = compare(_version(old, index, day, say), _version(new, index, day, say))
        if as_json:
            from bot.answer_json import as_json as written
            from bot.comparison.wire import comparison_wire

            click.echo(written(comparison_wire(compared)))
        _write(compared, day, csv, xlsx, say)
        if not (as_json or csv or xlsx):
            from bot.cli.screen import screen
            from bot.comparison.terminal import draw_comparison
            from bot.comparison.view import view

            draw_comparison(view(compared, day, say.lang), screen())

    return diff


def _version(named: str, index: Path | None, on: date, say: Say) -> Version:
    """What ``named`` means: a file or a folder that exists, else a document of the index."""
    from bot.cli.document_source import shelf
    from bot.cli.tell import tell
    from bot.comparison.reading import read_one_file, version
    from corpus.folder import read_folder

    place = Path(named)
    if named.strip() and place.exists():
        read = read_folder(place) if place.is_dir() else read_one_file(place)
        for error in read.errors:
            tell(error.text(say.lang))
        return version(read.documents, read.clauses, on)
    if not named.strip() or "/" in named:
        raise misuse("no_such_version", name=one_line(named) or "””")
    kept = shelf(None, index, say)
    documents = [document for document in kept.documents if document.id == named]
    if not documents:
        raise misuse("no_such_version", name=one_line(named))
    return version(documents, kept.clauses, on)


def _write(
    compared: Comparison, day: date, csv_file: Path | None, xlsx_file: Path | None, say: Say
) -> None:
    if not (csv_file or xlsx_file):
        return
    from bot.comparison.files import csv_bytes, workbook_bytes
    from bot.comparison.view import view

    seen = view(compared, day, say.lang)
    if csv_file:
        csv_file.write_bytes(csv_bytes(seen))
    if xlsx_file:
        # A version may be any file: only what the web page serves has an address.
        xlsx_file.write_bytes(workbook_bytes(seen, lambda side: None, date.today()))
    for file in filter(None, (csv_file, xlsx_file)):
        click.echo(one_line(say("diff.written", file=file)), err=True)
