"""click's complaints about a command line, as errors in the language of the user."""

import click
from click.exceptions import (
    BadOptionUsage,
    MissingParameter,
    NoSuchCommand,
    NoSuchOption,
)

from bot.cli.misuse import misuse
from bot.safe_text import one_line
from corpus.errors import UsageError


def wrong_usage(error: click.UsageError, program: str) -> UsageError:
    """The same complaint with what to write instead."""
    command = error.ctx.command_path if error.ctx else program
    if isinstance(error, NoSuchOption):
        return misuse(
            "no_such_option",
            option=one_line(error.option_name),
            hint=_hint(error.possibilities),
            command=command,
        )
    if isinstance(error, NoSuchCommand):
        return misuse(
            "no_such_command",
            name=one_line(error.command_name),
            hint=_hint(error.possibilities),
            command=command,
        )
    if isinstance(error, MissingParameter):
        return misuse("missing", what=_parameter(error), command=command)
    if isinstance(error, BadOptionUsage):
        return misuse("no_value", option=one_line(error.option_name), command=command)
    return misuse("not_understood", command=command)


def _hint(possibilities: object) -> str:
    """`` (--index?)`` for names that are near the one that was written."""
    if not isinstance(possibilities, list | tuple) or not possibilities:
        return ""
    return f" ({', '.join(sorted(map(str, possibilities)))}?)"


def _parameter(error: MissingParameter) -> str:
    if error.param is None:
        return "?"
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.human_readable_name.upper()
