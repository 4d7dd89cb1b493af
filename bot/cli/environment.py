"""The settings as the environment gives them."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.cli.misuse import misuse
from retrieval.settings import Settings

_REASONS = {
    "int_parsing": ("det ska vara ett heltal", "it must be a whole number"),
    "int_from_float": ("det ska vara ett heltal", "it must be a whole number"),
    "bool_parsing": ("det ska vara true eller false", "it must be true or false"),
    "greater_than_equal": ("det ska vara minst {ge}", "it must be at least {ge}"),
    "less_than_equal": ("det ska vara högst {le}", "it must be at most {le}"),
}


def read_settings() -> Settings:
    """The settings. Raises UsageError that names the variable with a value that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        fault = error.errors()[0]
        name = "_".join(map(str, fault["loc"])).upper()
        raise misuse("bad_setting", name=f"ANSVARSLOTS_{name}", reason=_reason(fault)) from error


def _reason(fault: ErrorDetails) -> tuple[str, str]:
    swedish, english = _REASONS.get(fault["type"], (fault["msg"], fault["msg"]))
    limits = fault.get("ctx", {})
    return swedish.format(**limits), english.format(**limits)
