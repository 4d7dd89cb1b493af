"""An asker as the settings want it."""

from pathlib import Path

from bot.asking.asker import Asker
from bot.asking.counts import Counts
from bot.asking.keeping import Keeping
from bot.asking.rates import STRANGERS_SHARE, Rates
from bot.settings import BotSettings
from bot.store.identity import load_identity
from bot.store.store import Store
from retrieval.service import AnsweringService, open_service


def answering(index: Path, settings: BotSettings) -> AnsweringService:
    """The service on ``index``, ready for its first question at once.

    Each of ``settings.threads`` questions at a time is encoded on one thread: that answers
    more of them in a second than one question on all threads, see docs/decisions/many-at-once.
    Raises what ``open_service`` raises.
    """
    service = open_service(index, settings.model_copy(update={"threads": 1}))
    service.encoder.encode_question("Vem ansvarar?")  # opens the network
    return service


def asker_on(service: AnsweringService, settings: BotSettings) -> Asker:
    """An asker on ``service``; the store is opened when it is first needed."""
    counts = Counts()
    keeping = Keeping(
        lambda: Store.open(settings),
        counts,
        thread_minutes=settings.thread_minutes,
        thread_questions=settings.thread_questions,
    )
    with_chats = settings.slack_configured or settings.teams_configured
    rates = Rates(
        per_user_per_minute=settings.per_user_per_minute,
        everyone_per_second=settings.everyone_per_second,
        strangers_share=STRANGERS_SHARE if with_chats else 1.0,
    )
    return Asker(service, keeping, load_identity(settings), rates, counts, workers=settings.threads)
