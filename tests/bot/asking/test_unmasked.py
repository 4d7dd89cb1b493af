"""A text in which a personal identity number was not masked is answered, and kept nowhere."""

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.asking.asker import Asker
from bot.asking.counts import Counts
from bot.asking.errors import PersonalComment
from bot.asking.keeping import Keeping, Kept
from bot.asking.open import asker_on
from bot.asking.values import Incoming, Surface
from bot.settings import BotSettings
from bot.store.store import Store
from retrieval.service import AnsweringService, Traced

NUMBER = "19121212-1212"
LEFT = f"Vem ansvarar för {NUMBER} hemma?"

KEPT = Kept(
    id="answer-1",
    at=datetime(2026, 11, 22, 12, tzinfo=UTC),
    surface="web",
    lang="sv",
    question="Vem ansvarar?",
    status="answered",
    clauses=("avtal#1",),
    user=None,
    thread="thread",
    fingerprint="0" * 16,
    probability=0.9,
    on=None,
    followed=False,
)


@pytest.fixture
def keeping(tmp_path):
    settings = BotSettings(data=tmp_path)
    stores = []

    def opened():
        stores.append(Store.open(settings))
        return stores[-1]

    yield Keeping(opened, Counts(), thread_minutes=10**7, thread_questions=3)
    for store in stores:
        store.close()


def test_an_unmasked_question_is_not_kept_and_the_store_is_not_down(keeping, caplog, tmp_path):
    assert keeping.remember(replace(KEPT, question=LEFT)) is False
    assert keeping.failed is None
    assert keeping.earlier("thread") == []
    assert keeping.remember(KEPT) is True
    assert keeping.earlier("thread") == ["Vem ansvarar?"]
    assert "a text was not kept (remember)" in caplog.text
    files = [each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()]
    assert not [held for held in [caplog.text.encode(), *files] if NUMBER.encode() in held]


def test_an_unmasked_comment_is_not_kept_and_the_mend_is_told(keeping, caplog):
    keeping.remember(KEPT)
    with pytest.raises(PersonalComment) as refused:
        keeping.use(
            "feedback",
            lambda store: store.add_feedback(
                answer=KEPT.id, at=KEPT.at, user=None, verdict="down", comment=LEFT
            ),
        )
    assert "Ta bort det och skicka igen." in refused.value.text("sv")
    assert "Remove it and send again." in refused.value.text("en")
    assert keeping.failed is None
    assert NUMBER not in caplog.text + str(refused.value)


class Unmasking(AnsweringService):
    """An answering service with a fault: its answers repeat an identity number."""

    def ask_traced(self, *args: object, **given: object) -> Traced:
        traced = super().ask_traced(*args, **given)
        return replace(traced, answer=replace(traced.answer, question=LEFT))


def test_a_question_that_was_not_masked_is_answered_all_the_same(model_service, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    asker: Asker = asker_on(
        Unmasking(model_service.index, model_service.encoder), BotSettings(data=tmp_path)
    )
    reply = asyncio.run(
        asker.ask(Incoming(text="Vem betalar hjälpmedel?", surface=Surface.API, thread="t"))
    )
    figures = asker.counts.text(0).decode()
    asker.close()
    assert reply.answer.citations
    assert reply.stored is False
    assert 'ansvarslots_store_failures_total{use="unmasked"} 1.0' in figures
    assert NUMBER not in caplog.text + figures
