"""The tables of the store. A change here needs a migration; a test compares the two."""

from datetime import UTC, date, datetime

from sqlalchemy import JSON, Date, DateTime, Double, ForeignKey, Index, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NOBODY = ""
"""The user of feedback that came from nobody known."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class AnswerRow(Table):
    """An answer that was given. ``question`` is masked; ``clauses`` are the references cited;
    ``followed`` says that it was understood together with an earlier question."""

    __tablename__ = "answers"
    __table_args__ = (Index("ix_answers_thread_time", "thread_hash", "time"),)

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    time: Mapped[datetime] = mapped_column(UtcTime, index=True)
    surface: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(Text)
    question: Mapped[str] = mapped_column(Text)
    on_day: Mapped[date | None] = mapped_column(Date)
    followed: Mapped[bool]
    status: Mapped[str] = mapped_column(Text)
    clauses: Mapped[list[str]] = mapped_column(JSON)
    user_hash: Mapped[str | None] = mapped_column(Text)
    thread_hash: Mapped[str | None] = mapped_column(Text)
    index_fingerprint: Mapped[str] = mapped_column(Text)
    probability: Mapped[float] = mapped_column(Double)


class FeedbackRow(Table):
    """One person's verdict on one answer; it goes when the answer goes."""

    __tablename__ = "feedback"

    answer_id: Mapped[str] = mapped_column(
        ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True
    )
    user_hash: Mapped[str] = mapped_column(Text, primary_key=True)
    time: Mapped[datetime] = mapped_column(UtcTime)
    verdict: Mapped[str] = mapped_column(Text)
    reasons: Mapped[list[str]] = mapped_column(JSON)
    comment: Mapped[str] = mapped_column(Text)


class ProbeRow(Table):
    """One row that is written to see whether the database can be written."""

    __tablename__ = "probe"

    id: Mapped[int] = mapped_column(primary_key=True)
    time: Mapped[datetime] = mapped_column(UtcTime)
