"""``--version``."""

from importlib.metadata import PackageNotFoundError, version

import click

from bot.cli.texts import Say

PACKAGE = "ansvarslots"


def program_version() -> str:
    """The installed version, or ``-`` when the program runs from its source without being so."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "-"


def version_option(say: Say) -> click.Option:
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show,
        help=say("help.option.version"),
    )


def _show(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"{PACKAGE} {program_version()}")
        context.exit()
