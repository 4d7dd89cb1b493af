"""What the tests of all chat surfaces share: the model agreement, indexed and opened once."""

from pathlib import Path

import pytest

from bot.asking.open import answering
from bot.settings import BotSettings
from retrieval.service import AnsweringService
from tests.bot.model_index import make_model_index


@pytest.fixture(scope="session")
def model_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index folder of the model agreement. Copy it before changing anything in it."""
    return make_model_index(tmp_path_factory.mktemp("model") / "index")


@pytest.fixture(scope="session")
def model_service(model_index: Path) -> AnsweringService:
    """The service on it, as the chat surfaces open it."""
    return answering(model_index, BotSettings())
