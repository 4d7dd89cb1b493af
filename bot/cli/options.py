"""The options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bot.cli.choices import Day, Folder
from bot.cli.texts import Say

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
FILE = click.Path(path_type=Path)
_FOLDER = Folder()
_WRITTEN = click.Path(path_type=Path, dir_okay=False)


def corpus_option(say: Say) -> Decorator:
    return click.option(
        "--corpus", "corpus_folder", type=_FOLDER, metavar="DIR", help=say("help.option.corpus")
    )


def index_option(say: Say) -> Decorator:
    return click.option("--index", type=_FOLDER, metavar="DIR", help=say("help.option.index"))


def on_option(say: Say) -> Decorator:
    return click.option("--on", type=Day(), metavar="DATE", help=say("help.option.on"))


def written_option(say: Say, command: str, name: str) -> Decorator:
    """``--csv`` or ``--xlsx``, explained by the command's own words."""
    told = say(f"help.option.{command}.{name}")
    return click.option(f"--{name}", type=_WRITTEN, metavar="FILE", help=told)


def json_option(say: Say) -> Decorator:
    return click.option("--json", "as_json", is_flag=True, help=say("help.option.json"))
