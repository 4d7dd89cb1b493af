"""What goes to standard error: notices, and what a folder's owner should know of it."""

from collections.abc import Sequence
from typing import Protocol

import click

from bot.cli.texts import Say
from bot.safe_text import one_line
from corpus.errors import DocumentError
from corpus.notice import Notice


class Found(Protocol):
    """What a folder of documents, or an index made of it, says of its files."""

    @property
    def errors(self) -> Sequence[DocumentError]: ...
    @property
    def undescribed(self) -> Sequence[str]: ...
    @property
    def notices(self) -> Sequence[Notice]: ...


def tell(text: str) -> None:
    """Print ``text`` on standard error, each of its lines made harmless for a terminal."""
    for line in text.split("\n"):
        click.echo(one_line(line), err=True)


def tell_found(found: Found, say: Say) -> None:
    """Tell which documents nobody has described, the notices, and each file's error."""
    for name in found.undescribed:
        tell(say("check.undescribed", id=name))
    for notice in found.notices:
        tell(notice.text(say.lang))
    for error in found.errors:
        tell(error.text(say.lang))
