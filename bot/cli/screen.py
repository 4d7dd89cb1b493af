"""Where results are printed: a terminal with bold type, or a plain pipe."""

import sys

from rich.console import Console

from bot.cli.draw import PIPE_WIDTH

TABLE_WIDTH = 200
"""Columns of a table in a pipe, where nothing needs to fit a screen."""


class _Screen(Console):
    """A console that leaves a broken pipe to the command line's own end."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def screen(pipe_width: int = PIPE_WIDTH) -> Console:
    """A console on standard output: as wide as the terminal; plain and ``pipe_width`` in a pipe."""
    piped = not sys.stdout.isatty()
    return _Screen(
        file=sys.stdout,
        width=pipe_width if piped else None,
        no_color=piped or None,
        force_terminal=False if piped else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
