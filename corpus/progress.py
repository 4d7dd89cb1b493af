"""How long work tells that it is under way."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called as ``progress(stage, done, total)``; ``stage`` is a key the surface puts in words."""


def quiet(stage: str, done: int, total: int) -> None:
    """Say nothing."""
