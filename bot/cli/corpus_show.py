"""``ansvarslots corpus show``: one document's facts, or one clause's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.misuse import misuse
from bot.cli.options import corpus_option, index_option
from bot.cli.spoken import command
from bot.cli.texts import Say
from bot.safe_text import one_line, safe
from corpus.clause import Clause
from corpus.document import Document

if TYPE_CHECKING:
    from bot.cli.document_source import Shelf


def show_command(say: Say) -> click.Command:
    @command("show", say, key="corpus.show")
    @click.argument("id")
    @corpus_option(say)
    @index_option(say)
    def show(id: str, corpus_folder: Path | None, index: Path | None) -> None:
        from bot.cli.document_source import shelf

        kept = shelf(corpus_folder, index, say)
        name, mark, clause_id = id.partition("#")
        document = next((d for d in kept.documents if d.id == name), None)
        if document is None:
            raise misuse("no_such_document", id=one_line(name))
        lines = _clauses(document, clause_id, kept, say) if mark else _facts(document, kept, say)
        for line in lines:
            click.echo(line)

    return show


def _facts(document: Document, kept: Shelf, say: Say) -> Iterator[str]:
    from bot.cli.document_facts import document_lines

    own = {clause.id for clause in kept.clauses if clause.document == document.id}
    yield from document_lines(document, len(own), say)


def _clauses(document: Document, clause_id: str, kept: Shelf, say: Say) -> Iterator[str]:
    wordings = [
        clause
        for clause in kept.clauses
        if clause.document == document.id and clause.id == clause_id
    ]
    if not wordings:
        raise misuse("no_such_clause", id=document.id, clause=one_line(clause_id))
    for number, clause in enumerate(wordings):
        if number:
            yield ""
        yield from clause_lines(document, clause, date.today(), say)


def clause_lines(document: Document, clause: Clause, on: date, say: Say) -> Iterator[str]:
    """Place, standing on the day ``on``, the whole text, and who does what."""
    from bot.answer_view import clause_name
    from bot.carrying import laid_on, party_name
    from bot.standing import standing_mark

    place = [*clause.headings, clause_name(clause.label, clause.title, say)]
    page = document.page(clause.start)
    if page is not None:
        place.append(say("place.page", page=page))
    yield one_line(document.title)
    yield one_line(" › ".join(place))
    mark = standing_mark(document, on, say, clause)
    yield f"{mark.words} · {mark.dates}"
    yield ""
    yield safe(document.text[clause.start : clause.end])
    named = [duty for duty in clause.duties if duty.parties]
    if named:
        yield ""
        yield say("answer.parties")
    for duty in named:
        yield f"• {laid_on([party_name(party, say) for party in duty.parties], duty, say)}"
