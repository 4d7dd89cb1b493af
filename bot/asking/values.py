"""What a surface hands to the answering door, and what it gets back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retrieval.answer import Answer


class Surface(StrEnum):
    """Where a question was asked."""

    API = "api"
    WEB = "web"
    SLACK = "slack"
    TEAMS = "teams"


VOUCHED = frozenset({Surface.SLACK, Surface.TEAMS})
"""Where the service says who asks. On the others a new name is as easy to come by as a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A question as it came in, unmasked; it is masked before anything else is done with it.

    ``user`` and ``thread`` are the surface's own ids (None: nobody known, no thread); only
    keyed hashes of them are kept. A question in a thread may be understood together with the
    thread's earlier ones. ``on`` is the day asked about, today when None.
    """

    text: str
    surface: Surface
    user: str | None = None
    thread: str | None = None
    lang: str = "sv"
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer with what a surface needs beside it.

    ``id`` names the answer in feedback; it is unguessable. ``followed`` is the earlier
    question, masked, that this one was understood together with. ``stored`` is false when
    it could not be kept: the answer is given all the same, but not feedback to it.
    """

    id: str
    answer: Answer
    followed: str | None
    stored: bool


class Verdict(StrEnum):
    """A thumb."""

    UP = "up"
    DOWN = "down"


class Reason(StrEnum):
    """Why an answer was no good."""

    WRONG_PARTY = "wrong_party"
    WRONG_CLAUSE = "wrong_clause"
    NOT_ANSWERED = "not_answered"
    HARD_TO_UNDERSTAND = "hard_to_understand"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What somebody thought of the answer ``id``. ``comment`` is unmasked here and masked
    before it is kept. A second verdict of the same user on the same answer replaces the first."""

    id: str
    verdict: Verdict
    surface: Surface
    user: str | None = None
    reasons: tuple[Reason, ...] = ()
    comment: str = ""
