"""A network that is opened when it is first needed."""

from collections.abc import Callable
from threading import Lock

from retrieval.encoding.encoded import Floats, Integers
from retrieval.encoding.engine import Engine


class OnDemand:
    """Opens its engine at the first run, once, whichever thread comes first."""

    def __init__(self, opener: Callable[[], Engine]) -> None:
        self._opener = opener
        self._opened: Engine | None = None
        self._lock = Lock()

    def run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        """See ``Engine.run``."""
        return self._engine().run(ids, mask)

    def _engine(self) -> Engine:
        with self._lock:
            if self._opened is None:
                self._opened = self._opener()
            return self._opened
