"""The network on sentence-transformers with an adapter: the reference for questions."""

from threading import local
from typing import Any

from retrieval.encoding.encoded import Floats, Integers
from retrieval.encoding.torch_engine import TorchEngine
from retrieval.model.adapter import Adapter, Branch


class AdaptedTorchEngine:
    """Adds an adapter's branches to the network of ``plain``, which itself stays as it is.

    The branches work only while this engine runs, and only for the thread that runs it.
    """

    def __init__(self, plain: TorchEngine, adapter: Adapter) -> None:
        self._plain = plain
        self._running = local()
        encoder = plain.network.encoder
        for name, branch in adapter.branches.items():
            encoder.get_submodule(name).register_forward_hook(self._hook(branch))

    def run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        """See ``Engine.run``."""
        self._running.now = True
        try:
            return self._plain.run(ids, mask)
        finally:
            self._running.now = False

    def _hook(self, branch: Branch) -> Any:
        import torch

        down, up = torch.from_numpy(branch.down), torch.from_numpy(branch.up)

        def add(_module: Any, given: tuple[Any, ...], output: Any) -> Any:
            return output + (given[0] @ down) @ up if self._is_running() else None

        return add

    def _is_running(self) -> bool:
        return getattr(self._running, "now", False)
