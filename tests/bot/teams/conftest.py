from pathlib import Path

import pytest

from retrieval.service import AnsweringService
from tests.bot.teams.stage import Play


@pytest.fixture
def play(model_service: AnsweringService, tmp_path: Path) -> Play:
    return Play(model_service, tmp_path)
