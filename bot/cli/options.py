"""The options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

from bot.cli.choices import Day, Folder
from bot.cli.texts import Say

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_FOLDER = Folder()


def corpus_option(say: Say) -> Decorator:
    return click.option(
        "--corpus", "corpus_folder", type=_FOLDER, metavar="DIR", help=say("help.option.corpus")
    )


def index_option(say: Say) -> Decorator:
    return click.option("--index", type=_FOLDER, metavar="DIR", help=say("help.option.index"))


def on_option(say: Say) -> Decorator:
    return click.option("--on", type=Day(), metavar="DATE", help=say("help.option.on"))


def json_option(say: Say) -> Decorator:
    return click.option("--json", "as_json", is_flag=True, help=say("help.option.json"))
