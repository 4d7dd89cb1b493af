"""``ansvarslots eval``: the measuring stick."""

import click

from bot.cli.eval_check import check_command
from bot.cli.eval_compare import compare_command
from bot.cli.eval_duties import duties_command
from bot.cli.eval_gate import gate_command
from bot.cli.eval_propose import propose_command
from bot.cli.eval_report import report_command
from bot.cli.eval_run import run_command
from bot.cli.spoken import group
from bot.cli.texts import Say


def eval_group(say: Say) -> click.Group:
    made = (
        run_command,
        report_command,
        check_command,
        compare_command,
        gate_command,
        propose_command,
        duties_command,
    )
    return group("eval", say, [one(say) for one in made])
