"""One question set through every surface, each asked once for all tests."""

import contextlib
import html
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.cli.app import run
from bot.web.navigation import address
from retrieval.service import AnsweringService
from tests.bot.contract.questions import Asked, questions
from tests.bot.contract.said import Heard, of_json, of_slack, of_teams, of_web
from tests.bot.slack.world import PUBLIC, World, scenario
from tests.bot.teams.stage import PERSONAL, Play, Stage, card

Answers = dict[tuple[str, Asked], Heard]

UNLIMITED = {"per_user_per_minute": 100_000, "everyone_per_second": 10_000}


@pytest.fixture(scope="session")
def answers(
    model_service: AnsweringService, model_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Answers:
    """What each surface said to each question, by the surface's name; the command line has no
    threads and is asked what stands alone."""
    heard: Answers = {}
    folder = tmp_path_factory.mktemp("surfaces")

    async def in_one_application(world: World) -> None:
        for number, asked in enumerate(questions(), start=1):
            heard["api", asked] = await _api(world, asked, f"t{number}")
            heard["web", asked] = await _web(world, asked)
            heard["slack", asked] = await _slack(world, asked, f"{number}.1")

    async def in_teams(stage: Stage) -> None:
        for number, asked in enumerate(questions(), start=1):
            heard["teams", asked] = await _teams(stage, asked, f"a:{number}")

    scenario(model_service, folder / "one", in_one_application, **UNLIMITED)
    Play(model_service, folder / "teams")(in_teams, **UNLIMITED)
    for asked in questions():
        if asked.before is None:
            heard["command line", asked] = _command_line(asked, model_index)
    return heard


def _turns(asked: Asked) -> Iterator[str]:
    if asked.before:
        yield asked.before
    yield asked.text


def _command_line(asked: Asked, index: Path) -> Heard:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        arguments = ["ask", asked.text, "--index", str(index), "--json"]
        assert run(["--lang", asked.lang, *arguments]) == 0
    return of_json(json.loads(out.getvalue()))


async def _api(world: World, asked: Asked, thread: str) -> Heard:
    for text in _turns(asked):
        body = {"question": text, "lang": asked.lang, "thread": thread}
        found = await world.http.post("/api/ask", json=body)
        assert found.status_code == 200, found.text
    return of_json(found.json())


async def _web(world: World, asked: Asked) -> Heard:
    world.http.cookies.clear()
    headers = {"Origin": PUBLIC, "X-Part": "1"}
    for text in _turns(asked):
        found = await world.http.post(
            address("/fraga", asked.lang), data={"question": text}, headers=headers
        )
        assert found.status_code == 200, found.text
    return of_web(found.text)


async def _slack(world: World, asked: Asked, ts: str) -> Heard:
    for number, text in enumerate(_turns(asked)):
        posted = len(world.slack.of("chat.postMessage"))
        more: dict[str, Any] = {"thread_ts": ts} if number else {}
        # What somebody types, as Slack hands it on: markup that is typed is escaped.
        await world.direct(html.escape(text, quote=False), f"{ts}{number or ''}", **more)
        posts = await world.slack.wait("chat.postMessage", posted + 1)
    return of_slack(posts[-1])


async def _teams(stage: Stage, asked: Asked, conversation: str) -> Heard:
    locale = {"sv": "sv-SE", "en": "en-GB"}[asked.lang]
    for text in _turns(asked):
        sent = len(stage.service.messages)
        await stage.says(text, locale=locale, conversation={**PERSONAL, "id": conversation})
        messages = await stage.messages(sent + 1)
    return of_teams(card(messages[-1]))
