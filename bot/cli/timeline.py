"""``ansvarslots corpus timeline``: which documents hold when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from bot.cli.options import corpus_option, index_option, json_option, on_option
from bot.cli.spoken import command
from bot.cli.texts import Say


def timeline_command(say: Say) -> click.Command:
    @command("timeline", say, key="corpus.timeline")
    @on_option(say)
    @json_option(say)
    @index_option(say)
    @corpus_option(say)
    def timeline(
        on: date | None, as_json: bool, index: Path | None, corpus_folder: Path | None
    ) -> None:
        from bot.cli.document_source import shelf
        from corpus.timeline import build_timeline

        kept = shelf(corpus_folder, index, say)
        made = build_timeline(kept.documents, on or date.today(), kept.answers)
        if as_json:
            from bot.answer_json import as_json as written
            from bot.matrix.timeline_view import timeline_wire

            click.echo(written(timeline_wire(made, say.lang)))
            return
        from bot.cli.screen import screen
        from bot.matrix.terminal import draw_timeline
        from bot.matrix.timeline_view import timeline_view

        draw_timeline(timeline_view(made, say.lang), screen())

    return timeline
