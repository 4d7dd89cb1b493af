"""When the store is down, questions are answered all the same, and it is told."""

import asyncio
import sqlite3

import pytest

from tests.bot.api.served import served

QUESTION = "Vem betalar hjälpmedel till barn?"


@pytest.fixture
def broken(tmp_path):
    """A data folder whose store is a folder where the file should be."""
    (tmp_path / "store" / "ansvarslotsen.sqlite3").mkdir(parents=True)
    return tmp_path


def run(model_service, data, model_index, scenario):
    async def whole():
        async with served(model_service, data, model_index) as (client, asker):
            return await scenario(client, asker)

    return asyncio.run(whole())


async def ask(client, question, thread="t"):
    return (await client.post("/api/ask", json={"question": question, "thread": thread})).json()


def test_the_answer_comes_and_says_that_it_is_not_stored(
    model_service, broken, model_index, caplog
):
    async def scenario(client, _):
        answered = await ask(client, QUESTION)
        given = await client.post("/api/feedback", json={"id": answered["id"], "verdict": "up"})
        ready = await client.get("/readyz")
        return answered, given, ready, (await client.get("/metrics")).text

    answered, given, ready, metrics = run(model_service, broken, model_index, scenario)
    assert answered["status"] == "answered"
    assert answered["stored"] is False
    assert (given.status_code, given.json()["error"]) == (503, "store_down")
    assert ready.status_code == 503
    assert ready.json()["reasons"][0].startswith("Databasen går inte att skriva")
    assert 'ansvarslots_store_failures_total{use="earlier"} 1.0' in metrics
    assert "the store is down, questions are answered all the same" in caplog.text
    assert QUESTION not in caplog.text


def test_a_thread_goes_on_in_memory_and_only_its_own(model_service, broken, model_index):
    async def scenario(client, _):
        await ask(client, QUESTION)
        return await ask(client, "och vem tar över sen?"), await ask(client, "och sen?", "other")

    mine, other = run(model_service, broken, model_index, scenario)
    assert mine["followed"] == QUESTION
    assert other["followed"] is None


def test_a_locked_store_delays_one_answer_by_seconds_and_the_next_not_at_all(
    model_service, tmp_path, model_index
):
    async def scenario(client, asker):
        first = await ask(client, QUESTION)
        assert first["stored"] is True
        file = next((tmp_path / "store").glob("*.sqlite3"))
        lock = sqlite3.connect(file, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
        try:
            begun = asyncio.get_running_loop().time()
            locked = [await ask(client, QUESTION) for _ in range(3)]
            spent = asyncio.get_running_loop().time() - begun
        finally:
            lock.execute("ROLLBACK")
            lock.close()
        asker.keeping._rest_until = 0.0
        return locked, spent, await ask(client, QUESTION)

    locked, spent, after = run(model_service, tmp_path, model_index, scenario)
    assert [each["stored"] for each in locked] == [False] * 3
    assert spent < 5
    assert after["stored"] is True


def test_old_rows_are_forgotten(model_service, tmp_path, model_index):
    async def scenario(client, asker):
        answered = await ask(client, QUESTION)
        await asker.forget(1)
        kept = await client.post("/api/feedback", json={"id": answered["id"], "verdict": "up"})
        await asker.forget(0)
        gone = await client.post("/api/feedback", json={"id": answered["id"], "verdict": "up"})
        return kept, gone, (await client.get("/metrics")).text

    kept, gone, metrics = run(model_service, tmp_path, model_index, scenario)
    assert kept.status_code == 204
    assert (gone.status_code, gone.json()["error"]) == (404, "unknown_answer")
    assert "ansvarslots_forgotten_total 1.0" in metrics
