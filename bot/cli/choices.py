"""Values of options: one of some words, a day, a line of text."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from bot.cli.misuse import misuse
from bot.safe_text import one_line


def _named(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return param.opts[0] if param.opts else param.name or ""


class OneOf(click.ParamType[str]):
    """One of some words, whatever the case; ``named`` knows other words for them."""

    name = "text"

    def __init__(
        self, words: Iterable[str], named: Callable[[str], str | None] | None = None
    ) -> None:
        self.words = tuple(words)
        self.named = named

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "|".join(self.words) if len(self.words) <= 3 else "TEXT"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        word = value.strip().casefold()
        if word not in self.words and self.named:
            word = self.named(word) or word
        if word not in self.words:
            raise misuse(
                "not_one_of",
                option=_named(param),
                value=one_line(value),
                choices=", ".join(self.words),
            )
        return word


class Day(click.ParamType[date]):
    """A day as ``2026-01-15``."""

    name = "date"
    _form = re.compile(r"\d{4}-\d{2}-\d{2}")

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        text = value.strip()
        try:
            if self._form.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass  # the form is right and the day does not exist: the same mend below
        raise misuse("bad_date", option=_named(param), value=one_line(value))


class Folder(click.ParamType[Path]):
    """A folder's path. An empty one is a mistake, such as a variable that was not set."""

    name = "directory"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        if isinstance(value, Path):
            return value
        if not value.strip():
            raise misuse("no_folder", option=_named(param))
        return Path(value)


class Line(click.ParamType[str]):
    """One line of visible text."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = value.strip()
        if not text or one_line(text) != " ".join(text.split()) or "\n" in text:
            raise misuse("bad_text", option=_named(param))
        return text
