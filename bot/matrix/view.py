"""The matrix in words, before any surface draws it: terminal, page, CSV and workbook say the
same. It holds text only: no markup, and nothing that steers a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer_view import clause_name
from bot.carrying import lowered
from bot.matrix.saying import details, does
from bot.matrix.texts import MATRIX
from bot.matrix.warnings import warnings
from bot.safe_text import one_line
from bot.standing import StandingMark, standing_mark
from bot.words import Words
from corpus.duty import Duty
from corpus.matrix import Column, Entry, Row, Topic
from corpus.matrix.board import in_column, roles_of
from corpus.party import Party
from retrieval.board import DatedBoard
from retrieval.texts import joined_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One duty. ``who`` names the roles, or the others that share it, where there are any.
    ``does`` is what they must do, with the modality; ``details`` are phase, time limit and
    condition, and the modality where ``does`` is an act in the present tense."""

    who: str | None
    does: str
    details: tuple[str, ...]
    quote: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        who = f"{self.who}: " if self.who else ""
        tail = f" ({'; '.join(self.details)})" if self.details else ""
        return f"{who}{self.does}{tail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One task. ``cells`` are in the order of the view's columns, empty ones too."""

    reference: str
    name: str
    task: str | None
    cells: tuple[tuple[EntryView, ...], ...]

    @property
    def whole_name(self) -> str:
        """The clause's name with the task."""
        return f"{self.name}: {self.task}" if self.task else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """The rows under one path of headings, with their document's standing on the day."""

    document: str
    document_title: str
    standing: StandingMark
    heading: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """A column: its value, which the filter ``party`` takes, and its name; for an opened
    column also the role."""

    column: Column
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """The whole matrix in words. ``chosen`` tells the filter, kind by kind."""

    lang: str
    columns: tuple[ColumnView, ...]
    topics: tuple[TopicView, ...]
    summary: str
    warnings: tuple[str, ...]
    chosen: tuple[tuple[str, str], ...]


def matrix_view(dated: DatedBoard, lang: str, *, opened: bool = False) -> MatrixView:
    """``dated`` in words. ``opened``: a column for each role instead of one for each party."""
    say = Words(lang, MATRIX)
    columns = tuple(_columns(dated, say, opened))
    return MatrixView(
        lang=say.lang,
        columns=columns,
        topics=tuple(_topic(each, columns, dated.on, say) for each in dated.board.topics),
        summary=_summary(dated, say),
        warnings=tuple(warnings(dated.timeline, say, unproven=len(dated.board.unproven))),
        chosen=tuple(chosen(dated, say)),
    )


def chosen(dated: DatedBoard, say: Words) -> Iterator[tuple[str, str]]:
    """The filter in words: what is filtered, and to what; a document by its title."""
    titles = {str(document.id): document.title for document in dated.board.documents}
    named: dict[str, list[str]] = {}
    for key, value in dated.asked.pairs():
        if key == "document":
            value = titles.get(value, value)
        prefix = {"party": "matrix.column", "status": "standing", "phase": "phase"}.get(key)
        known = prefix and say.has(f"{prefix}.{value}")
        named.setdefault(key, []).append(say(f"{prefix}.{value}") if known else one_line(value))
    for key, values in named.items():
        yield say(f"filter.{key}"), ", ".join(values)


def _summary(dated: DatedBoard, say: Words) -> str:
    if not dated.board.rows:
        return say("matrix.empty")
    by_name = (dated.asked.document or dated.asked.status) and not dated.asked.on
    return say(
        "matrix.count.named" if by_name else "matrix.count",
        duties=sum(1 for _ in dated.board.duties()),
        rows=len({row.clause.reference for _, row in dated.board.walk()}),
        documents=len(dated.board.documents),
        on=dated.on,
    )


def _columns(dated: DatedBoard, say: Words, opened: bool) -> Iterator[ColumnView]:
    for column in dated.board.columns:
        name = say(f"matrix.column.{column}")
        if not opened:
            yield ColumnView(column=column, name=name)
            continue
        for role in dated.board.roles(column) or (None,):
            whole = f"{name}: {one_line(role)}" if role else name
            yield ColumnView(column=column, name=whole, role=role or "")


def _topic(topic: Topic, columns: Sequence[ColumnView], on: date, say: Words) -> TopicView:
    document = topic.document
    return TopicView(
        document=document.id,
        document_title=one_line(document.title),
        standing=standing_mark(document, on, say),
        heading=" › ".join(one_line(each) for each in topic.headings),
        rows=tuple(_row(each, columns, say) for each in topic.rows),
    )


def _row(row: Row, columns: Sequence[ColumnView], say: Words) -> RowView:
    return RowView(
        reference=row.clause.reference,
        name=clause_name(row.clause.label, row.clause.title, say),
        task=one_line(row.task) if row.task else None,
        cells=tuple(
            tuple(_entry(each, column, say) for each in _within(row, column)) for column in columns
        ),
    )


def _within(row: Row, column: ColumnView) -> Iterator[Entry]:
    for entry in row.entries(column.column):
        if column.role is None or (column.role or None) in roles_of(entry.duty, column.column):
            yield entry


def _entry(entry: Entry, column: ColumnView, say: Words) -> EntryView:
    """The same without the role that the column is named for."""
    seen = entry_view(entry, column.column, say)
    return replace(seen, who=None) if column.role and seen.who == column.role else seen


def entry_view(entry: Entry, column: Column, say: Words) -> EntryView:
    """A duty as it stands in ``column``."""
    quote = one_line(entry.quote)
    return EntryView(
        who=_who(entry.duty, column, say),
        does=does(entry, say),
        details=tuple(details(entry.duty, say)),
        quote=f"{one_line(entry.lead)} {quote}" if entry.lead else quote,
    )


def _who(duty: Duty, column: Column, say: Words) -> str | None:
    """The roles within the column, and the others that share the duty outside it."""
    own = [party for party in duty.parties if in_column(party, column)]
    names = list(_named(own, say)) if any(party.role for party in own) else []
    others = [_lower(party, say) for party in duty.parties if party not in own]
    parts = [joined_plain(names, say.lang)] if names else []
    if others:
        told = joined_plain(list(dict.fromkeys(others)), say.lang)
        parts.append(say("matrix.together", others=told))
    return ", ".join(parts) or None


def _named(own: Sequence[Party], say: Words) -> Iterator[str]:
    """The parties, each by its role; one that both sides have, with whose it is."""
    roles = [party.role for party in own]
    for party in own:
        if party.role and roles.count(party.role) > 1:
            yield f"{one_line(party.role)} ({_lower(replace(party, role=None), say)})"
        else:
            yield _lower(party, say)


def _lower(party: Party, say: Words) -> str:
    """The party's name within a sentence; a role says itself."""
    if party.role:
        return one_line(party.role)
    return lowered(say(f"principal.{party.principal}"))
