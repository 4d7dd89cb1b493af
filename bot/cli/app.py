"""The command ``ansvarslots``: its commands, and what becomes of every error."""

import os
import sys
import traceback

import click

from bot.cli.ask import ask_command
from bot.cli.check import check_command
from bot.cli.corpus_group import corpus_group
from bot.cli.diff import diff_command
from bot.cli.doctor import doctor_command
from bot.cli.eval_group import eval_group
from bot.cli.index import index_command
from bot.cli.matrix import matrix_command
from bot.cli.serve import serve_command
from bot.cli.spoken import group
from bot.cli.teams_group import teams_group
from bot.cli.tell import tell
from bot.cli.texts import LANGUAGES, Say
from bot.cli.version import version_option
from bot.cli.wrong_usage import wrong_usage
from corpus.errors import AnsvarslotsError
from corpus.system_reason import system_reason

NAME = "ansvarslots"
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def app(say: Say) -> click.Group:
    """Every command, with its help in the language of ``say``."""
    made = group(
        NAME,
        say,
        [
            ask_command(say),
            index_command(say),
            corpus_group(say),
            matrix_command(say),
            diff_command(say),
            check_command(say),
            eval_group(say),
            serve_command(say),
            teams_group(say),
            doctor_command(say),
        ],
    )
    made.params.append(version_option(say))
    return made


def language(arguments: list[str]) -> str:
    """The language that ``--lang`` asks for, read before anything else can go wrong."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for place, argument in enumerate(options):
        if argument.startswith("--lang="):
            return argument.partition("=")[2].strip().casefold()
        if argument == "--lang" and place + 1 < len(options):
            return options[place + 1].strip().casefold()
    return LANGUAGES[0]


def run(arguments: list[str]) -> int:
    """Run one command. Returns 0, 1 for failure, 2 for misuse, 130 when interrupted."""
    say = Say(language(arguments))
    _print_what_cannot_be_encoded_too()
    if sys.stdout is None:
        return _say_error(say("error.no_output"), 1)
    try:
        status = _invoke(arguments, say)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        return _say_error(say("error.interrupted"), INTERRUPTED)
    except AnsvarslotsError as error:
        return _say_error(error.text(say.lang), error.exit_status)
    except OSError as error:
        place = error.filename if error.filename is not None else "?"
        reason = system_reason(error)[LANGUAGES.index(say.lang)]
        return _say_error(say("error.system", file=place, reason=reason), 1)
    except Exception as error:  # noqa: BLE001 - the outermost frame: told, never swallowed
        if os.environ.get("ANSVARSLOTS_DEBUG"):
            traceback.print_exc()
        return _say_error(say("error.unexpected", kind=type(error).__name__), 1)
    return status


def _invoke(arguments: list[str], say: Say) -> int:
    try:
        with app(say).make_context(NAME, list(arguments), obj=say) as context:
            context.command.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.UsageError as error:
        raise wrong_usage(error, NAME) from error
    return 0


def _say_error(text: str, status: int) -> int:
    tell(text)
    return status


def _print_what_cannot_be_encoded_too() -> None:
    """A terminal without å ä ö prints ``?`` in their place instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _close_quietly() -> None:
    """Send what is left to print nowhere, so that the interpreter's last flush is quiet too."""
    try:
        descriptor = sys.stdout.fileno()
    except OSError:  # the output is no real file, as under a test
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
