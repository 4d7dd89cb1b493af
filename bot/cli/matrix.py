"""``ansvarslots matrix``: who carries what, on the screen or into a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.choices import Line
from bot.cli.options import (
    Decorator,
    corpus_option,
    index_option,
    json_option,
    on_option,
    written_option,
)
from bot.cli.spoken import command
from bot.cli.texts import Say

if TYPE_CHECKING:
    from corpus.matrix import MatrixFilter
    from retrieval.board import DatedBoard


def _chooses(say: Say, name: str, *, many: bool = True) -> Decorator:
    return click.option(
        f"--{name}", multiple=many, type=Line(), help=say(f"help.option.matrix.{name}")
    )


def matrix_command(say: Say) -> click.Command:
    @command("matrix", say)
    @_chooses(say, "document")
    @_chooses(say, "status")
    @on_option(say)
    @_chooses(say, "party")
    @_chooses(say, "phase")
    @_chooses(say, "topic", many=False)
    @_chooses(say, "find", many=False)
    @click.option("--roles", is_flag=True, help=say("help.option.matrix.roles"))
    @written_option(say, "matrix", "csv")
    @written_option(say, "matrix", "xlsx")
    @json_option(say)
    @index_option(say)
    @corpus_option(say)
    def matrix(
        csv: Path | None,
        xlsx: Path | None,
        as_json: bool,
        roles: bool,
        index: Path | None,
        corpus_folder: Path | None,
        **chosen: object,
    ) -> None:
        dated = _dated(asked(chosen), index, corpus_folder, say)
        if csv:
            _write_csv(csv, dated, say)
        if xlsx:
            _write_xlsx(xlsx, dated, say)
        if as_json:
            _print_json(dated, say)
        elif not (csv or xlsx):
            _draw(dated, say, opened=roles)

    return matrix


def asked(chosen: dict[str, object]) -> MatrixFilter:
    """The filter of the options. Statuses, phases and parties may be said as people say them.

    Raises BadFilter.
    """
    from bot.matrix.wording import value_of
    from corpus.matrix import MatrixFilter

    pairs: list[tuple[str, str]] = []
    for key, value in chosen.items():
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(key, value_of(key, str(each))) for each in values if each]
    return MatrixFilter.parse(pairs)


def _dated(
    chosen: MatrixFilter, index: Path | None, corpus_folder: Path | None, say: Say
) -> DatedBoard:
    from bot.cli.document_source import shelf
    from retrieval.board import dated_board

    kept = shelf(corpus_folder, index, say)
    return dated_board(kept.documents, kept.clauses, kept.answers, chosen, date.today())


def _draw(dated: DatedBoard, say: Say, *, opened: bool) -> None:
    from bot.cli.screen import screen
    from bot.matrix.terminal import draw_matrix
    from bot.matrix.view import matrix_view

    draw_matrix(matrix_view(dated, say.lang, opened=opened), screen())


def _print_json(dated: DatedBoard, say: Say) -> None:
    from bot.answer_json import as_json
    from bot.matrix.wire import matrix_wire

    click.echo(as_json(matrix_wire(dated, say.lang)))


def _write_csv(file: Path, dated: DatedBoard, say: Say) -> None:
    from bot.cli.environment import read_bot_settings
    from bot.matrix.csv_file import csv_bytes
    from bot.matrix.listing import listing
    from bot.matrix.texts import MATRIX
    from bot.words import Words

    lines = listing(dated, Words(say.lang, MATRIX), read_bot_settings().public_url)
    _write(file, csv_bytes(lines), say)


def _write_xlsx(file: Path, dated: DatedBoard, say: Say) -> None:
    from bot.cli.environment import read_bot_settings
    from bot.matrix.texts import MATRIX
    from bot.matrix.workbook import workbook_bytes
    from bot.words import Words

    words = Words(say.lang, MATRIX)
    made = workbook_bytes(dated, words, read_bot_settings().public_url, date.today())
    _write(file, made, say)


def _write(file: Path, content: bytes, say: Say) -> None:
    file.write_bytes(content)
    click.echo(say("matrix.written", file=file), err=True)
