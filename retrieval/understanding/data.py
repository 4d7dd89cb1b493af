"""The data files of understanding, read from ``retrieval/data``."""

import tomllib
from importlib.resources import files
from typing import Any


def read_data(name: str) -> dict[str, Any]:
    """The table in ``retrieval/data/<name>.toml``."""
    with (files("retrieval") / "data" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
