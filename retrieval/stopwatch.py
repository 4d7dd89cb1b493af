"""How long each step took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Stopwatch:
    """Milliseconds by step, and in total since it was made."""

    def __init__(self) -> None:
        self._begun = perf_counter()
        self._milliseconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        begun = perf_counter()
        yield
        self._milliseconds[name] = (perf_counter() - begun) * 1000

    def read(self) -> dict[str, float]:
        """Every step so far, and ``total``."""
        return {**self._milliseconds, "total": (perf_counter() - self._begun) * 1000}
