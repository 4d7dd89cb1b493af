"""The answering service that a command asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.cli.freshness import look, made_of, remember
from bot.cli.places import default_corpus, default_index
from bot.cli.progress_bar import progress_bar
from bot.cli.tell import tell
from bot.cli.texts import Say
from corpus.errors import MissingIndex, UnusableIndex, WrongModel

if TYPE_CHECKING:
    from retrieval.index_folder import Built
    from retrieval.service import AnsweringService
    from retrieval.settings import Settings


T = TypeVar("T")


def build(folder: Path, index: Path, settings: Settings, say: Say) -> Built:
    """Index ``folder``. The default index also remembers what it was made of."""
    from retrieval.index_folder import build_index

    seen = look(folder)
    with progress_bar(say) as progress:
        built = build_index(folder, index, settings, progress)
    if index == default_index(settings):
        remember(index, folder, default=folder == default_corpus(settings), seen=seen)
    return built


def asked_service(index: Path | None, settings: Settings, say: Say) -> AnsweringService:
    """The service on ``index``; without one, on the default index, built first where needed.

    Raises MissingIndex, UnusableIndex and WrongModel for a named index only.
    """
    from retrieval.service import open_service

    return opened(index, settings, say, lambda folder: open_service(folder, settings))


def opened(index: Path | None, settings: Settings, say: Say, open_index: Callable[[Path], T]) -> T:
    """What ``open_index`` makes of ``index``, or of the default index, built where needed."""
    if index is not None:
        return open_index(index)
    index = default_index(settings)
    folder, seen = made_of(index, default_corpus(settings))
    if seen is not None and seen == look(folder):
        try:
            return open_index(index)
        except (MissingIndex, UnusableIndex, WrongModel):
            pass  # the default index is the program's own: it is made again
    tell(say("index.stale" if index.exists() else "index.first"))
    built = build(folder, index, settings, say)
    for error in built.errors:
        tell(error.text(say.lang))
    return open_index(index)
