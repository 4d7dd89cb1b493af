"""What every test may use: the settings, and the encoder made ready once per machine."""

import pytest

from retrieval.encoder import Encoder, load_encoder
from retrieval.settings import Settings


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The user's own cache (or ``ANSVARSLOTS_CACHE``), so that the model is prepared once."""
    return Settings()


@pytest.fixture(scope="session")
def encoder(settings: Settings) -> Encoder:
    return load_encoder(settings)
