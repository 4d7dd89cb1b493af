"""What a role is called where a person reads it (``corpus/data/role_names.toml``)."""

import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "role_names.toml"


def role_name(role: str, lang: str) -> str:
    """The name of ``role`` in ``lang`` (``sv`` or ``en``), without an article.

    A role without a name in that language is called by its base form.
    """
    return _names().get(lang, {}).get(role, role)


def standing_alone(role: str) -> str:
    """The Swedish form of ``role`` where it stands alone in a sentence: ``vårdgivaren``."""
    return _names()["alone"].get(role, role_name(role, "sv"))


@cache
def _names() -> dict[str, dict[str, str]]:
    with _DATA.open("rb") as file:
        names: dict[str, dict[str, str]] = tomllib.load(file)
    return names
