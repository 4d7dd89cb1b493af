"""What the form above the matrix offers, with what is chosen marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.safe_text import one_line
from bot.words import Words
from corpus.document import Document
from corpus.duty import Phase
from corpus.matrix import Board, Column, MatrixFilter
from corpus.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value of a filter and its name."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Each kind of filter."""

    find: str
    parties: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    phases: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    documents: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    on: str


def choices(
    asked: MatrixFilter, documents: Sequence[Document], board: Board, say: Words
) -> Choices:
    """What can be chosen: of documents all, of topics and roles those of ``board``."""
    parties = tuple(column.value for column in Column)
    roles = {role for column in Column for role in board.roles(column) if role}
    topics = [" › ".join(topic.headings) for topic in board.topics if topic.headings]
    return Choices(
        find=asked.find,
        parties=_offered(
            ((value, say(f"matrix.column.{value}")) for value in parties), asked.party
        ),
        roles=_kept(
            ((role, one_line(role)) for role in sorted(roles)),
            [each for each in asked.party if each not in parties],
        ),
        phases=_offered(((p.value, say(f"phase.{p}")) for p in Phase), asked.phase),
        topics=_kept(
            ((_searched(topic), one_line(topic)) for topic in dict.fromkeys(topics)),
            [asked.topic] if asked.topic else [],
        ),
        documents=_kept(
            ((document.id, one_line(document.title)) for document in documents), asked.document
        ),
        statuses=_offered(((s.value, say(f"standing.{s}")) for s in Status), asked.status),
        on=asked.on.isoformat() if asked.on else "",
    )


def _searched(topic: str) -> str:
    """The words of a path of headings, as the filter takes them."""
    return " ".join(topic.replace("›", " ").split())


def _offered(values: Iterable[tuple[str, str]], asked: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=v, name=name, chosen=v in asked) for v, name in values)


def _kept(values: Iterable[tuple[str, str]], asked: Sequence[str]) -> tuple[Choice, ...]:
    """The same; what is asked for and not among them is offered too, so that it is not lost."""
    offered = dict(values)
    others = {value: one_line(value) for value in asked if value not in offered}
    return _offered((others | offered).items(), asked)
