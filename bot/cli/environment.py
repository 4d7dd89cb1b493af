"""The settings as the environment gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.cli.misuse import misuse
from retrieval.settings import Settings

if TYPE_CHECKING:
    from bot.settings import BotSettings

S = TypeVar("S", bound=Settings)

_REASONS = {
    "int_parsing": ("det ska vara ett heltal", "it must be a whole number"),
    "int_from_float": ("det ska vara ett heltal", "it must be a whole number"),
    "bool_parsing": ("det ska vara true eller false", "it must be true or false"),
    "greater_than_equal": ("det ska vara minst {ge}", "it must be at least {ge}"),
    "less_than_equal": ("det ska vara högst {le}", "it must be at most {le}"),
    "literal_error": ("det ska vara {expected}", "it must be {expected}"),
}


def read_settings() -> Settings:
    """The settings. Raises UsageError that names the variable with a value that cannot be used."""
    return _read(Settings)


def read_bot_settings() -> BotSettings:
    """The settings of the chat surfaces too. Raises UsageError, as above."""
    from bot.settings import BotSettings  # the database's library, which few commands need

    return _read(BotSettings)


def _read(kind: type[S]) -> S:
    try:
        return kind()
    except ValidationError as error:
        # Not chained: pydantic keeps what was given, which may be a secret.
        fault = error.errors()[0]
    context = fault.get("ctx", {})
    if context.get("names"):
        names = ", ".join(map(_variable, context["names"]))
        raise misuse("bad_together", names=names, told=(context["swedish"], context["english"]))
    name = _variable("_".join(map(str, fault["loc"])))
    raise misuse("bad_setting", name=name, reason=_reason(fault))


def _variable(name: str) -> str:
    return f"ANSVARSLOTS_{name.upper()}"


def _reason(fault: ErrorDetails) -> tuple[str, str]:
    context = fault.get("ctx", {})
    if fault["type"] == "refused":
        return context["swedish"], context["english"]
    swedish, english = _REASONS.get(fault["type"], (fault["msg"], fault["msg"]))
    return swedish.format(**context).replace(" or ", " eller "), english.format(**context)
