"""Every scenario here talks to a Slack that is played on loopback."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from retrieval.service import AnsweringService
from tests.bot.slack.world import World, scenario

Play = Callable[..., None]


@pytest.fixture
def play(model_service: AnsweringService, tmp_path: Path) -> Play:
    """``play(story, **settings)`` runs a story in a world of its own."""

    def told(story: Callable[[World], Awaitable[None]], **settings: Any) -> None:
        scenario(model_service, tmp_path, story, **settings)

    return told
