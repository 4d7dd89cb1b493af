"""The settings as the environment gives them."""

from pydantic import ValidationError

from bot.cli.misuse import misuse
from retrieval.settings import Settings


def read_settings() -> Settings:
    """The settings. Raises UsageError that names the variable with a value that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        fault = error.errors()[0]
        name = "_".join(map(str, fault["loc"])).upper()
        raise misuse("bad_setting", name=f"ANSVARSLOTS_{name}", reason=fault["msg"]) from error
