"""click's commands and help in the language of the user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.types import OptionHelpExtra

from bot.cli.choices import OneOf
from bot.cli.texts import LANGUAGES, Say


class SpokenFormatter(click.HelpFormatter):
    """A help page whose headings are in the user's language."""

    say: Say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self.say("help.usage"))

    def section(self, name: str) -> Any:
        key = f"help.{name}"
        return super().section(self.say(key) if self.say.has(key) else name)


class SpokenContext(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        formatter = SpokenFormatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.say = self.find_object(Say) or Say(LANGUAGES[0])
        return formatter


class SpokenOption(click.Option):
    """An option that is marked as required in the user's language."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        extra = super().get_help_extra(ctx)
        say = ctx.find_object(Say)
        if say and "required" in extra:
            extra["required"] = say("help.required")
        return extra


class SpokenCommand(click.Command):
    context_class = SpokenContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # so that the mend names this very command
            raise


class SpokenGroup(click.Group):
    context_class = SpokenContext


def _common(say: Say) -> list[click.Parameter]:
    """``--lang`` is read before the command line is parsed; here it is checked and explained."""
    lang = click.Option(
        ["--lang"], type=OneOf(LANGUAGES), expose_value=False, help=say("help.option.lang")
    )
    shown = click.Option(
        ["--help", "-h"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=say("help.option.help"),
    )
    return [lang, shown]


def _show_help(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


@click.pass_context
def _show_commands(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def command(
    name: str, say: Say, *, key: str | None = None
) -> Callable[[Callable[..., None]], click.Command]:
    """A decorator that makes a function the command ``name``, explained by ``help.<key>``."""

    def decorate(function: Callable[..., None]) -> click.Command:
        made = click.command(
            name,
            cls=SpokenCommand,
            help=say(f"help.{key or name}"),
            add_help_option=False,
            options_metavar=say("help.options_metavar"),
        )(function)
        made.params.extend(_common(say))
        return made

    return decorate


def group(name: str, say: Say, commands: list[click.Command]) -> click.Group:
    """A command that only holds others."""
    made = SpokenGroup(
        name,
        callback=_show_commands,
        invoke_without_command=True,
        commands={command.name or "": command for command in commands},
        help=say(f"help.{name}"),
        add_help_option=False,
        options_metavar=say("help.options_metavar"),
        subcommand_metavar=say("help.command_metavar"),
    )
    made.params.extend(_common(say))
    return made
