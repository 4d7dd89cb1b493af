"""What every test may use: the settings, and the encoder made ready once per machine."""

import pytest
from hypothesis import settings as property_settings

from retrieval.encoder import Encoder, load_encoder
from retrieval.settings import Settings

# Times depend on what else the machine does; a slow example is not a wrong one.
property_settings.register_profile("patient", deadline=None)
property_settings.load_profile("patient")


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The user's own cache (or ``ANSVARSLOTS_CACHE``), so that the model is prepared once."""
    return Settings()


@pytest.fixture(scope="session")
def encoder(settings: Settings) -> Encoder:
    return load_encoder(settings)
