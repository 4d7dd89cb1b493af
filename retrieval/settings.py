"""Every setting of the program, each from an environment variable ``ANSVARSLOTS_…``."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

BUILT_IN_MODEL = "multilingual-e5-small-q4"
"""The model whose weights come with an installed package, so that no hub is needed."""


class Settings(BaseSettings):
    """What a maintainer can set. The defaults need no network and no account."""

    model_config = SettingsConfigDict(
        env_prefix="ANSVARSLOTS_", env_ignore_empty=True, extra="ignore"
    )

    model: str = Field(
        default=BUILT_IN_MODEL,
        description="Embedding model: the built-in one, a folder, or a sentence-transformers name.",
    )
    cache: Path = Field(
        default_factory=lambda: user_cache_path("ansvarslots"),
        description="Where the prepared model is kept.",
    )
    data: Path = Field(
        default_factory=lambda: user_data_path("ansvarslots"),
        description="Where your own documents and the default index are kept.",
    )
    threads: int = Field(
        default=2, ge=1, le=64, description="Processor threads for encoding and search."
    )
    use_export: bool = Field(
        default=True,
        description="Encode questions with the exported model; off: with sentence-transformers.",
    )
    use_adapter: bool = Field(
        default=True,
        description="Encode questions with the built-in model's adapter; off: without it.",
    )
