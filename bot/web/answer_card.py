"""An answer as the page draws it: the shared words, the quote folded."""

from dataclasses import dataclass
from datetime import date

from bot.answer_view import AnswerView, SourceView, view
from bot.asking.values import Reason, Verdict
from bot.safe_text import one_line
from bot.web.quoting import FoldedQuote, folded
from bot.web.texts import WEB
from bot.web.thread_memory import Turn
from bot.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A source and its quote."""

    source: SourceView
    quote: FoldedQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """A turn of the thread. ``say`` speaks the answer's language, not the page's.

    ``on`` is the day asked about where it is not ``today``, and is carried by the links.
    """

    number: int
    id: str
    lang: str
    say: Words
    question: str
    followed: str | None
    view: AnswerView
    sources: tuple[SourceCard, ...]
    on: date | None
    stored: bool
    verdict: Verdict | None
    reasons: tuple[Reason, ...] = tuple(Reason)


def answer_card(turn: Turn, today: date) -> AnswerCard:
    """``turn`` in the language in which it was asked."""
    answer = turn.reply.answer
    say = Words(answer.lang, WEB)
    seen = view(answer)
    followed = turn.reply.followed
    return AnswerCard(
        number=turn.number,
        id=turn.reply.id,
        lang=say.lang,
        say=say,
        question=one_line(answer.question),
        followed=one_line(followed) if followed else None,
        view=seen,
        sources=tuple(SourceCard(source=each, quote=folded(each)) for each in seen.sources),
        on=answer.on if answer.on != today else None,
        stored=turn.reply.stored,
        verdict=turn.verdict,
    )
