"""``ansvarslots ask``: one question, one answer."""

import sys
from datetime import date
from pathlib import Path

import click

from bot.cli.misuse import misuse
from bot.cli.options import index_option, json_option, on_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.question_length import LONGEST

_LONGEST_IN_BYTES = 8 * LONGEST
"""UTF-8 takes four bytes for a character at most; there is room for white space around."""


def ask_command(say: Say) -> click.Command:
    @command("ask", say)
    @click.argument("question", nargs=-1)
    @index_option(say)
    @on_option(say)
    @json_option(say)
    def ask(question: tuple[str, ...], index: Path | None, on: date | None, as_json: bool) -> None:
        text = asked(question)
        from bot.cli.environment import read_settings
        from bot.cli.service import asked_service

        service = asked_service(index, read_settings(), say)
        answer = service.ask(text, on=on or date.today(), lang=say.lang)
        if as_json:
            from bot.answer_json import as_json as written
            from bot.answer_json import fields_wire

            click.echo(written(fields_wire(answer)))
            return
        from bot.cli.draw import draw_answer
        from bot.cli.screen import screen

        draw_answer(answer, say, screen())

    return ask


def asked(words: tuple[str, ...]) -> str:
    """The question as text: the words joined, or standard input for ``-``.

    Raises UsageError when there is no question or it is longer than ``LONGEST``.
    """
    text = _from_standard_input() if words == ("-",) else " ".join(words)
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
    if not any(character.isalnum() for character in text):
        raise misuse("no_question")
    if len(text) > LONGEST:
        raise misuse("long_question", limit=LONGEST)
    return text


def _from_standard_input() -> str:
    if sys.stdin is None:  # closed by whoever called
        return ""
    data = sys.stdin.buffer.read(_LONGEST_IN_BYTES + 1)
    if len(data) > _LONGEST_IN_BYTES:
        raise misuse("long_question", limit=LONGEST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise misuse("not_utf8") from error
