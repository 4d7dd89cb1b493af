"""The one door that every chat surface asks through."""

from collections.abc import Sequence
from datetime import date

from bot.asking.values import Feedback, Incoming, Reply
from corpus.clause import Clause
from corpus.document import Document
from retrieval.service import AnsweringService


class Asker:
    """Masks, remembers, limits, answers and counts. Safe to use from many tasks at once.

    Encoding and search run on worker threads, never on the event loop.
    """

    @property
    def service(self) -> AnsweringService:
        """The service on the index that is loaded now; a newer index replaces it whole."""
        raise NotImplementedError

    async def ask(self, incoming: Incoming) -> Reply:
        """Answer a question. Raises EmptyQuestion, LongQuestion and TooManyQuestions."""
        raise NotImplementedError

    async def give_feedback(self, feedback: Feedback) -> None:
        """Keep a verdict. Raises UnknownAnswer and StoreDown."""
        raise NotImplementedError

    def find(self, reference: str, on: date | None = None) -> Sequence[tuple[Document, Clause]]:
        """The wordings of a clause, the one that holds on the day first; empty when unknown."""
        raise NotImplementedError
