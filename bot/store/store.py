"""The one way to the database."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Self

from sqlalchemy import (
    Executable,
    delete,
    insert,
    inspect,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from bot.asking.values import Reason, Verdict
from bot.settings import BotSettings
from bot.store.database import Database
from bot.store.errors import Unmasked
from bot.store.tables import NOBODY, AnswerRow, FeedbackRow, ProbeRow
from bot.store.told import Told
from retrieval.answer import AnswerStatus
from retrieval.redact import PersonalKind, redact

UNANSWERED = (AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE)

FORGOTTEN_AT_ONCE = 500
"""Rows deleted in one statement, so that nobody waits long for the writer's lock."""


class Store:
    """Keeps masked questions and feedback. Safe to use from many threads at once.

    Every method raises StoreUnavailable, within a few seconds, when the database cannot be
    used; the next call tries anew. Users and threads are keyed hashes (``Identity``), times
    carry a zone.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, settings: BotSettings, *, create: bool = True) -> Self:
        """The store that the settings name, its tables made or brought up to date.

        ``create`` false: an SQLite file that is missing is not made. Raises StoreUnavailable,
        and NewerStore for the database of a newer program.
        """
        database = Database(settings)
        database.open(create=create)
        return cls(database)

    def close(self) -> None:
        """Let go of the connections."""
        self._database.close()

    def remember(
        self,
        *,
        id: str,
        at: datetime,
        surface: str,
        lang: str,
        question: str,
        status: str,
        clauses: Sequence[str],
        user: str | None,
        thread: str | None,
        fingerprint: str,
        probability: float,
        on: date | None = None,
        followed: bool = False,
    ) -> None:
        """Keep an answer that was given to the masked ``question``.

        ``clauses`` are the references that it cites, ``on`` the day asked about when one was
        named, ``followed`` whether it was understood together with an earlier question.
        Raises Unmasked when the question still holds personal data.
        """
        row = {
            AnswerRow.id: id,
            AnswerRow.time: at,
            AnswerRow.surface: surface,
            AnswerRow.lang: lang,
            AnswerRow.question: _storable(question),
            AnswerRow.on_day: on,
            AnswerRow.followed: followed,
            AnswerRow.status: status,
            AnswerRow.clauses: list(clauses),
            AnswerRow.user_hash: user,
            AnswerRow.thread_hash: thread,
            AnswerRow.index_fingerprint: fingerprint,
            AnswerRow.probability: probability,
        }
        with self._database.connected() as connection:
            connection.execute(insert(AnswerRow).values(row))

    def earlier(self, thread: str, since: datetime, most: int) -> list[str]:
        """The thread's last masked questions, at most ``most``, from ``since`` on, oldest first."""
        wanted = (
            select(AnswerRow.question)
            .where(AnswerRow.thread_hash == thread, AnswerRow.time >= since)
            .order_by(AnswerRow.time.desc(), AnswerRow.id)
            .limit(most)
        )
        with self._database.connected() as connection:
            return list(connection.scalars(wanted))[::-1]

    def add_feedback(
        self,
        *,
        answer: str,
        at: datetime,
        user: str | None,
        verdict: str,
        reasons: Sequence[str] = (),
        comment: str = "",
    ) -> bool:
        """Keep a verdict in place of the same user's earlier one; false when the answer is gone.

        Raises Unmasked when the comment still holds personal data.
        """
        row = {
            "answer_id": answer,
            "user_hash": user or NOBODY,
            "time": at,
            "verdict": verdict,
            "reasons": list(reasons),
            "comment": _storable(comment),
        }
        with self._database.connected() as connection:
            try:
                connection.execute(_instead(row, connection.dialect.name))
            except IntegrityError:  # the foreign key: there is no such answer
                return False
        return True

    def writable(self) -> bool:
        """Whether something can be written now, by writing; reading alone would not tell."""
        now = datetime.now(UTC)
        with self._database.connected() as connection:
            return connection.execute(update(ProbeRow).values(time=now)).rowcount == 1

    def forget_before(self, time: datetime) -> int:
        """Delete answers older than ``time`` with their feedback. Returns how many answers."""
        old = select(AnswerRow.id).where(AnswerRow.time < time).limit(FORGOTTEN_AT_ONCE)
        few = delete(AnswerRow).where(AnswerRow.id.in_(old))
        gone = 0
        with self._database.connected() as connection:
            while lot := connection.execute(few).rowcount:
                gone += lot
            if gone and connection.dialect.name == "sqlite":
                # Deleted rows are overwritten in the file; its log would hold them on.
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        return gone

    def proposals(self, since: datetime) -> list[Told]:
        """Judged answers, one for each verdict, and questions without an answer, oldest first.

        A question that went on from an earlier one cannot stand alone and is left out.
        """
        judged = FeedbackRow.verdict.is_not(None)
        wanted = (
            select(
                AnswerRow.question,
                AnswerRow.status,
                AnswerRow.clauses,
                AnswerRow.on_day,
                FeedbackRow.verdict,
                FeedbackRow.reasons,
                FeedbackRow.comment,
            )
            .outerjoin(FeedbackRow, FeedbackRow.answer_id == AnswerRow.id)
            .where(
                AnswerRow.time >= since,
                AnswerRow.followed.is_(False),
                or_(judged, AnswerRow.status.in_(UNANSWERED)),
            )
            .order_by(AnswerRow.time, AnswerRow.id, FeedbackRow.time)
        )
        with self._database.connected() as connection:
            return [_told(*row) for row in connection.execute(wanted)]


def _instead(row: dict[str, object], dialect: str) -> Executable:
    """Insert the verdict, or put it in place of the one with the same key."""
    key = [column.name for column in inspect(FeedbackRow).primary_key]
    said = {name: value for name, value in row.items() if name not in key}
    if dialect == "sqlite":
        inserted = sqlite.insert(FeedbackRow).values(row)
        return inserted.on_conflict_do_update(index_elements=key, set_=said)
    into = postgresql.insert(FeedbackRow).values(row)
    return into.on_conflict_do_update(index_elements=key, set_=said)


def _told(
    question: str,
    status: str,
    clauses: list[str],
    on: date | None,
    verdict: str | None,
    reasons: list[str] | None,
    comment: str | None,
) -> Told:
    return Told(
        question=question,
        status=AnswerStatus(status),
        clauses=tuple(clauses),
        on=on,
        verdict=Verdict(verdict) if verdict else None,
        reasons=tuple(map(Reason, reasons or ())),
        comment=comment or "",
    )


def _storable(said: str) -> str:
    """``said`` as every database takes it. Raises Unmasked when it is not masked."""
    if PersonalKind.IDENTITY_NUMBER in redact(said).kinds:
        raise Unmasked
    # PostgreSQL takes neither NUL nor half a surrogate pair.
    return said.replace("\0", "\N{REPLACEMENT CHARACTER}").encode(errors="replace").decode()
