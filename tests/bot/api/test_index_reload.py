"""A new index is taken into use while questions are asked; a bad one is refused and told."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from bot.api.app import app_of
from bot.asking.index_watch import IndexWatch
from bot.asking.open import asker_on
from bot.settings import BotSettings
from retrieval.index.folder import HEADER
from retrieval.index_folder import build_index
from tests.bot.api.served import client_of

NEW = """# Avtal om sår

## 1 Omläggning

1.1 Kommunen ska lägga om sår hos den som är inskriven i hemsjukvården.

1.2 Regionen ska betala sårmaterialet.
"""
QUESTION = "Vem lägger om sår hos den som är inskriven i hemsjukvården?"


@pytest.fixture
def index(model_index: Path, tmp_path: Path) -> Path:
    """The model agreement's index, to be changed freely."""
    return Path(shutil.copytree(model_index, tmp_path / "index"))


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "sar.md").write_text(NEW, encoding="utf-8")
    (folder / "manifest.toml").write_text(
        'answers = ["example"]\n[documents.sar]\nfile = "sar.md"\ntitle = "Avtal om sår"\n'
        'kind = "agreement"\nstatus = "example"\n',
        encoding="utf-8",
    )
    return folder


def watched(model_service, tmp_path, index, scenario):
    """Run a scenario with a client, the asker and the watch, without the chores' own rounds."""
    settings = BotSettings(data=tmp_path / "data", everyone_per_second=10_000)
    watch = IndexWatch(index, settings)
    asker = asker_on(model_service, settings)
    app = app_of(asker, watch, settings)

    async def whole():
        async with client_of(app) as client:
            return await scenario(client, asker, watch)

    try:
        return asyncio.run(whole())
    finally:
        asker.close()


async def ask(client):
    return await client.post("/api/ask", json={"question": QUESTION})


def test_a_new_index_answers_without_a_lost_question(model_service, tmp_path, index, small_corpus):
    async def scenario(client, asker, watch):
        before = asker.service.fingerprint
        asked = [asyncio.create_task(ask(client)) for _ in range(20)]
        await asyncio.to_thread(build_index, small_corpus, index, BotSettings())
        asked += [asyncio.create_task(ask(client)) for _ in range(20)]
        await asker.renew(watch)
        found = await asyncio.gather(*asked)
        return before, found, (await ask(client)).json(), (await client.get("/metrics")).text

    before, found, last, metrics = watched(model_service, tmp_path, index, scenario)
    assert {each.status_code for each in found} == {200}
    assert last["citations"][0]["reference"] == "sar#1.1"
    assert last["index_fingerprint"] != before
    assert f'fingerprint="{last["index_fingerprint"]}"}} 1.0' in metrics
    assert before not in metrics


def break_header(index: Path) -> None:
    (index / HEADER).write_text("{", encoding="utf-8")


def lose_a_part(index: Path) -> None:
    header = json.loads((index / HEADER).read_text(encoding="utf-8"))
    shutil.rmtree(index / header["generation"])
    (index / HEADER).touch()


def wrong_model(index: Path) -> None:
    header = json.loads((index / HEADER).read_text(encoding="utf-8"))
    (index / HEADER).write_text(json.dumps({**header, "model_fingerprint": "other"}))


@pytest.mark.parametrize(
    "spoil", [break_header, lose_a_part, wrong_model, lambda index: shutil.rmtree(index)]
)
def test_an_index_that_cannot_be_used_leaves_the_old_one_answering(
    model_service, tmp_path, index, spoil, caplog
):
    async def scenario(client, asker, watch):
        before = asker.service
        spoil(index)
        await asker.renew(watch)
        ready = await client.get("/readyz", headers={"Accept-Language": "en"})
        assert asker.service is before
        return ready, await ask(client), (await client.get("/metrics")).text

    ready, answered, metrics = watched(model_service, tmp_path, index, scenario)
    assert ready.status_code == 200
    assert ready.json()["warnings"][0].startswith("The newest index cannot be used")
    assert answered.status_code == 200
    assert 'ansvarslots_index_loads_total{outcome="refused"} 1.0' in metrics
    assert "the new index is refused, the old one stays in use" in caplog.text


def test_a_refused_index_that_is_mended_is_taken_into_use(
    model_service, tmp_path, index, small_corpus
):
    async def scenario(client, asker, watch):
        break_header(index)
        await asker.renew(watch)
        shutil.rmtree(index)
        await asyncio.to_thread(build_index, small_corpus, index, BotSettings())
        await asker.renew(watch)
        return (await client.get("/readyz")).json(), asker.service.documents

    ready, documents = watched(model_service, tmp_path, index, scenario)
    assert ready["warnings"] == []
    assert [document.id for document in documents] == ["sar"]


def test_the_same_index_is_not_loaded_again(model_service, tmp_path, index):
    async def scenario(_client, asker, watch):
        before = asker.service
        (index / HEADER).touch()
        await asker.renew(watch)
        return before is asker.service

    assert watched(model_service, tmp_path, index, scenario)
