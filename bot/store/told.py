"""What maintainers look at: questions without an answer, and answers that somebody judged."""

from dataclasses import dataclass
from datetime import date

from bot.asking.values import Reason, Verdict
from retrieval.answer import AnswerStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A masked question, the references its answer cited, the day asked about when one was
    named, and one person's verdict; ``verdict`` is None for a question without an answer."""

    question: str
    status: AnswerStatus
    clauses: tuple[str, ...]
    on: date | None
    verdict: Verdict | None
    reasons: tuple[Reason, ...]
    comment: str
