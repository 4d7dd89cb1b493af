"""What a surface keeps in memory for a while: bounded, and gone at a restart."""

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The latest ``most`` pairs. For use on one event loop."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pairs: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The value, or None when there is none or it is too old."""
        return self._pairs.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep ``value`` as the latest."""
        self._pairs[key] = value
        self._pairs.move_to_end(key)
        if len(self._pairs) > self._most:
            self._pairs.popitem(last=False)


class Seen:
    """Tells the first time from the others, for the latest ``most`` keys."""

    def __init__(self, most: int) -> None:
        self._keys: Recent[str, bool] = Recent(most)

    def first(self, key: str) -> bool:
        """Whether ``key`` is new; from now on it is not."""
        if self._keys.get(key):
            return False
        self._keys.put(key, True)
        return True
