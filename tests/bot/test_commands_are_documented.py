"""A command or an option that docs/commands.md does not tell of fails here."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli.app import app
from bot.cli.texts import Say

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
EVERYWHERE = {"--lang", "--help"}


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


COMMANDS = dict(commands(app(Say("en"))))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section_with_every_option(name):
    assert f"\n## {name}\n" in PAGE
    section = PAGE.split(f"\n## {name}\n")[1].split("\n## ")[0]
    options = [p.opts[0] for p in COMMANDS[name].params if isinstance(p, click.Option)]
    assert [o for o in options if o not in EVERYWHERE and f"`{o}" not in section] == []


def test_no_section_tells_of_a_command_that_is_not_there():
    told = [line.removeprefix("## ") for line in PAGE.splitlines() if line.startswith("## ")]
    assert sorted(told) == sorted(COMMANDS)
