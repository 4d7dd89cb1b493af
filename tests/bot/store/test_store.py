"""What is kept and what is found again, in SQLite and in PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from bot.asking.values import Reason, Verdict
from bot.store import Store
from retrieval.answer import AnswerStatus
from tests.bot.store.rows import NOON, has, minutes, remember


def asked(store: Store, *questions: str, thread: str = "t1") -> None:
    for number, question in enumerate(questions):
        remember(
            store, f"{thread}-{number}", question=question, thread=thread, at=NOON + minutes(number)
        )


def test_a_thread_remembers_its_last_questions_oldest_first(store):
    asked(store, "ett", "två", "tre", "fyra")
    asked(store, "annan tråd", thread="t2")
    assert store.earlier("t1", NOON, 3) == ["två", "tre", "fyra"]


def test_a_thread_forgets_what_was_asked_before_the_given_time(store):
    asked(store, "ett", "två", "tre")
    assert store.earlier("t1", NOON + minutes(1), 3) == ["två", "tre"]
    assert store.earlier("t1", NOON + minutes(9), 3) == []


def test_questions_without_a_thread_belong_to_none(store):
    remember(store, thread=None)
    assert store.earlier("", NOON, 3) == []


def test_times_of_any_zone_are_compared_as_moments(store):
    stockholm = timezone(timedelta(hours=1))
    remember(store, at=datetime(2026, 11, 22, 12, 30, tzinfo=stockholm))  # 11:30 UTC
    assert store.earlier("t1", NOON, 3) == []
    assert store.earlier("t1", datetime(2026, 11, 22, 12, 30, tzinfo=stockholm), 3) != []


def test_a_time_without_a_zone_is_a_mistake_of_the_program(store):
    with pytest.raises(StatementError, match="zone"):
        remember(store, at=datetime(2026, 11, 22, 12))


def test_an_answer_is_known_until_it_is_forgotten(store):
    remember(store, "old", at=NOON - minutes(1))
    remember(store, "new")
    store.add_feedback(answer="old", at=NOON, user="u1", verdict="up")
    assert store.forget_before(NOON) == 1
    assert [has(store, "old"), has(store, "new")] == [False, True]
    assert store.forget_before(NOON) == 0


def test_feedback_goes_with_its_answer(store):
    remember(store)
    store.add_feedback(answer="a", at=NOON, user="u1", verdict="down")
    store.forget_before(NOON + minutes(1))
    remember(store)
    assert store.proposals(NOON) == []


def test_more_than_one_lot_is_forgotten_at_once(store, monkeypatch):
    monkeypatch.setattr("bot.store.store.FORGOTTEN_AT_ONCE", 2)
    asked(store, *"abcde")
    assert store.forget_before(NOON + minutes(4)) == 4
    assert store.earlier("t1", NOON, 9) == ["e"]


def test_a_second_verdict_of_the_same_user_replaces_the_first(store):
    remember(store)
    assert store.add_feedback(answer="a", at=NOON, user="u1", verdict="up", comment="bra")
    assert store.add_feedback(
        answer="a", at=NOON + minutes(1), user="u1", verdict="down", reasons=["wrong_party"]
    )
    (told,) = store.proposals(NOON)
    assert (told.verdict, told.reasons, told.comment) == (
        Verdict.DOWN,
        (Reason.WRONG_PARTY,),
        "",
    )


def test_another_users_verdict_stands_beside_it(store):
    remember(store)
    for user, verdict in (("u1", "up"), ("u2", "down"), (None, "up"), (None, "down")):
        store.add_feedback(answer="a", at=NOON, user=user, verdict=verdict)
    verdicts = sorted(str(told.verdict) for told in store.proposals(NOON))
    assert verdicts == ["down", "down", "up"]


def test_feedback_to_an_answer_that_is_not_kept_is_not_kept(store):
    assert not store.add_feedback(answer="gone", at=NOON, user="u1", verdict="up")
    assert not has(store, "gone")


def test_unanswered_and_judged_questions_are_proposed(store):
    remember(store, "answered", question="besvarad")
    remember(store, "judged", question="bedömd", on=date(2026, 1, 2), at=NOON + minutes(1))
    remember(store, "missed", question="obesvarad", status="not_found", clauses=[])
    remember(store, "followed", question="och sen då?", status="not_found", followed=True)
    remember(store, "early", question="för länge sen", status="not_found", at=NOON - minutes(1))
    store.add_feedback(
        answer="judged", at=NOON, user="u1", verdict="down", reasons=["other"], comment="fel"
    )
    missed, judged = store.proposals(NOON)
    assert (missed.question, missed.status, missed.verdict) == (
        "obesvarad",
        AnswerStatus.NOT_FOUND,
        None,
    )
    assert (judged.question, judged.clauses, judged.on, judged.comment) == (
        "bedömd",
        ("modell-huvudavtal#3.4",),
        date(2026, 1, 2),
        "fel",
    )


@pytest.mark.parametrize(
    "text",
    ["Hur gör vi med 19121212-1212?", "121212+1212", "pnr 121272-1212", "20 12 12 12 12 12"],
)
def test_a_text_that_still_holds_an_identity_number_is_refused_without_repeating_it(store, text):
    with pytest.raises(ValueError, match="mask it first") as refused:
        remember(store, question=text)
    assert "1212" not in str(refused.value)
    remember(store)
    with pytest.raises(ValueError, match="mask it first"):
        store.add_feedback(answer="a", at=NOON, user=None, verdict="down", comment=text)
    assert store.proposals(NOON) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Vem tar [personnummer]? 😀 עברית", "Vem tar [personnummer]? 😀 עברית"),
        ("nolla\0mitt i", "nolla\N{REPLACEMENT CHARACTER}mitt i"),
        ("halv \ud800 emoji", "halv ? emoji"),
        ("'; DROP TABLE answers; --", "'; DROP TABLE answers; --"),
        ("%s %(id)s :id {0}", "%s %(id)s :id {0}"),
        ("å" * 4_000, "å" * 4_000),
    ],
)
def test_any_text_is_kept_as_text(store, text, kept):
    remember(store, question=text)
    assert store.earlier("t1", NOON, 1) == [kept]


def test_a_working_store_is_writable(store):
    assert store.writable()


def test_many_threads_write_at_once(store):
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: remember(store, f"id-{number}"), range(200)))
    assert len(store.earlier("t1", NOON, 500)) == 200


def test_what_is_kept_outlives_the_process(settings):
    first = Store.open(settings)
    remember(first)
    first.close()
    second = Store.open(settings)
    assert has(second, "a")
    second.close()


def test_nothing_is_written_in_local_time(store):
    remember(store, at=datetime.now(UTC))
    assert store.earlier("t1", datetime.now(UTC) - minutes(1), 1) != []
    assert store.earlier("t1", datetime.now(UTC) + minutes(1), 1) == []
