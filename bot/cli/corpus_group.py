"""``ansvarslots corpus``: the documents."""

import click

from bot.cli.corpus_add import add_command
from bot.cli.corpus_check import check_command
from bot.cli.corpus_list import list_command
from bot.cli.corpus_remove import remove_command
from bot.cli.corpus_show import show_command
from bot.cli.spoken import group
from bot.cli.texts import Say
from bot.cli.timeline import timeline_command


def corpus_group(say: Say) -> click.Group:
    return group(
        "corpus",
        say,
        [
            list_command(say),
            add_command(say),
            check_command(say),
            show_command(say),
            remove_command(say),
            timeline_command(say),
        ],
    )
