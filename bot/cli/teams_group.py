"""``ansvarslots teams``: what an administrator of Teams needs."""

from pathlib import Path

import click

from bot.cli.choices import Line
from bot.cli.spoken import SpokenOption, command, group
from bot.cli.texts import Say
from bot.safe_text import one_line


def teams_group(say: Say) -> click.Group:
    return group("teams", say, [package_command(say)])


def package_command(say: Say) -> click.Command:
    @command("package", say, key="teams.package")
    @click.option(
        "--out",
        cls=SpokenOption,
        type=click.Path(path_type=Path),
        required=True,
        metavar="FILE",
        help=say("help.option.package_out"),
    )
    @click.option(
        "--organisation",
        type=Line(),
        default="Ansvarslotsen",
        help=say("help.option.organisation"),
    )
    def package(out: Path, organisation: str) -> None:
        from bot.cli.environment import read_bot_settings
        from bot.teams.package import write_package

        write_package(out, read_bot_settings(), organisation=organisation)
        click.echo(one_line(say("teams.package.done", file=out)))

    return package
