"""``ansvarslots corpus add``: a document of the user's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.choices import Day, Line, OneOf
from bot.cli.misuse import misuse
from bot.cli.options import Decorator, corpus_option, index_option
from bot.cli.spoken import SpokenOption, command
from bot.cli.texts import Say
from bot.safe_text import one_line
from corpus.clause import DocumentId
from corpus.status import Kind, Status

if TYPE_CHECKING:
    from corpus.manifest_edit import Entry
    from retrieval.settings import Settings


def add_command(say: Say) -> click.Command:
    @command("add", say, key="corpus.add")
    @click.argument("file", type=click.Path(path_type=Path))
    @_described(say)
    @corpus_option(say)
    @index_option(say)
    def add(file: Path, corpus_folder: Path | None, index: Path | None, **facts: object) -> None:
        from bot.cli.environment import read_settings

        if not file.exists():
            raise misuse("no_such_file", file=one_line(str(file)))
        if file.is_dir():
            raise misuse("is_folder", file=one_line(str(file)))
        id = document_id(facts.pop("id", None) or file.stem)
        entry = _entry(file, facts)
        for line in _add(file, id, entry, (corpus_folder, index), read_settings(), say):
            click.echo(line)

    return add


def _kind(word: str) -> str | None:
    from corpus.header_words import kind_named

    return kind_named(word)


def _status(word: str) -> str | None:
    from corpus.header_words import status_named

    return status_named(word)


def _described(say: Say) -> Decorator:
    """The options that describe a document."""
    needed = [
        ("--title", Line()),
        ("--kind", OneOf(Kind, _kind)),
        ("--status", OneOf(Status, _status)),
    ]
    days = ["--valid-from", "--valid-to"]
    lines = ["--source", "--replaces", "--audience", "--id"]

    def explained(name: str) -> str:
        return say(f"help.option.{name.removeprefix('--').replace('-', '_')}")

    options = [
        *(
            click.option(name, cls=SpokenOption, required=True, type=kind, help=explained(name))
            for name, kind in needed
        ),
        *(click.option(name, type=Day(), metavar="DATE", help=explained(name)) for name in days),
        *(
            click.option(name, type=Line(), multiple=name == "--replaces", help=explained(name))
            for name in lines
        ),
    ]

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def document_id(name: object) -> DocumentId:
    """``name`` as an id: lower case, å ä ö without their marks, the rest as hyphens.

    Raises UsageError when nothing is left.
    """
    bare = unicodedata.normalize("NFKD", str(name).casefold())
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    id = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if not id:
        raise misuse("bad_id", id=one_line(str(name)))
    return DocumentId(id)


def _entry(file: Path, facts: dict[str, object]) -> Entry:
    from corpus.manifest_edit import Entry

    start, end, replaced = facts["valid_from"], facts["valid_to"], facts["replaces"]
    if isinstance(start, date) and isinstance(end, date) and end < start:
        raise misuse("dates_swapped", start=start, end=end)
    return Entry(
        file=_plain_name(file.name),
        title=str(facts["title"]),
        kind=Kind(str(facts["kind"])),
        status=Status(str(facts["status"])),
        valid_from=start if isinstance(start, date) else None,
        valid_to=end if isinstance(end, date) else None,
        source=_text(facts["source"]),
        replaces=tuple(map(DocumentId, replaced if isinstance(replaced, tuple) else ())),
        audience=_text(facts["audience"]),
    )


def _plain_name(name: str) -> str:
    """The name that the copy gets: visible characters only, and no full stop first."""
    return "".join(char if char.isprintable() else "-" for char in name).lstrip(".")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _add(
    file: Path,
    id: DocumentId,
    entry: Entry,
    places: tuple[Path | None, Path | None],
    settings: Settings,
    say: Say,
) -> list[str]:
    """Add the document; what to tell the user. ``places`` are the folder and the index."""
    from bot.cli.corpus_change import changing_corpus, holding, place
    from bot.cli.document_report import report, report_lines
    from bot.cli.places import default_index
    from bot.cli.service import build
    from bot.cli.tell import tell_found
    from bot.reading_alone import read_alone
    from corpus.manifest_edit import read_manifest_text, with_answers, with_entry

    read = read_alone(file, entry.file, with_entry("", id, entry))
    with changing_corpus(places[0], settings) as folder:
        held = holding(folder)
        if id in held.files:
            raise misuse("id_taken", id=id)
        if (folder / entry.file).exists():
            raise misuse("file_taken", file=one_line(entry.file))
        manifest = with_entry(read_manifest_text(folder), id, entry)
        turned = entry.status is Status.IN_FORCE and Status.IN_FORCE not in held.answers
        if turned:
            manifest = with_answers(manifest, [Status.IN_FORCE])
        index = places[1] or default_index(settings)
        built = place(
            file, folder, entry.file, manifest, lambda: build(folder, index, settings, say)
        )
    tell_found(built, say)
    lines = [say("add.done", id=id, folder=folder)]
    lines += report_lines(report(read.documents[0], read.clauses), say)
    return [*lines, say("add.answers_now")] if turned else lines
