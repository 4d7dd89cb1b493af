"""Answers to keep."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.store import Store
from bot.store.tables import AnswerRow

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def remember(store: Store, id: str = "a", **said: Any) -> None:
    """Keep an answer of which only what matters to the test is said."""
    usual = {
        "at": NOON,
        "surface": "web",
        "lang": "sv",
        "question": "Vem ansvarar för såromläggning?",
        "status": "answered",
        "clauses": ["modell-huvudavtal#3.4"],
        "user": "u1",
        "thread": "t1",
        "fingerprint": "f",
        "probability": 0.9,
    }
    store.remember(id=id, **{**usual, **said})


def has(store: Store, id: str) -> bool:
    """Whether the answer is kept."""
    with store._database.connected() as connection:
        found = connection.execute(select(AnswerRow.id).where(AnswerRow.id == id))
        return found.first() is not None
