"""``ansvarslots eval``: the measuring stick."""

import click

from bot.cli.eval_check import check_command
from bot.cli.eval_compare import compare_command
from bot.cli.eval_run import run_command
from bot.cli.spoken import group
from bot.cli.texts import Say


def eval_group(say: Say) -> click.Group:
    return group("eval", say, [run_command(say), check_command(say), compare_command(say)])
