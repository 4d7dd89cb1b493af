"""The question adapter: small matrices beside some of the built-in network's own.

Low-rank adaptation (Hu et al. 2021, arXiv 2106.09685): a linear layer y = Wx becomes
y = Wx + (xA)B, with any scaling already in B. It is trained so that a question lands nearer to
the clause that answers it; passages never pass through it. The file is safetensors with
``layer.<N>.<module>.A`` (in, rank) and ``layer.<N>.<module>.B`` (rank, out), and says in its
metadata which weights it belongs to (``base``) and how it was chosen (``chosen_by``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import UnusableAdapter
from retrieval.model.sentence_transformer import modules
from retrieval.model.weights import SHA256, Floats, Shape


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Branch:
    """``down`` is A (in, rank), ``up`` is B (rank, out), both float32."""

    down: Floats
    up: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Adapter:
    """The branches by the layers they stand beside, ``layer.6.output.dense``."""

    branches: Mapping[str, Branch]
    chosen_by: str


def read(path: Path, shape: Shape, base: str = SHA256) -> Adapter:
    """Read the adapter in ``path`` for the weights with the SHA-256 ``base`` and their shape.

    Raises ``UnusableAdapter`` when it is damaged, belongs to other weights or does not fit.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="numpy") as file:
            metadata = file.metadata() or {}
            matrices = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise unreadable(path) from error
    if metadata.get("base") != base:
        raise _unusable(path, "den hör till en annan modell", "it belongs to another model")
    branches = _branches(path, matrices, shape)
    return Adapter(branches=branches, chosen_by=metadata.get("chosen_by", ""))


def unreadable(path: Path) -> UnusableAdapter:
    """The file is missing, cannot be read or is no safetensors file."""
    return _unusable(path, "filen saknas eller är skadad", "the file is missing or damaged")


def _branches(
    path: Path, matrices: Mapping[str, NDArray[np.generic]], shape: Shape
) -> dict[str, Branch]:
    sizes = {name: size for name, *size in modules(shape).values()}
    branches = {}
    for layer in sorted({name.rpartition(".")[0] for name in matrices}):
        down, up = matrices.get(f"{layer}.A"), matrices.get(f"{layer}.B")
        if down is None or up is None or not _fit(down, up, sizes.get(layer)):
            raise _unusable(
                path, f"matriserna i {layer} passar inte", f"the matrices of {layer} do not fit"
            )
        branch = Branch(down=down.astype(np.float32), up=up.astype(np.float32))
        if not (np.isfinite(branch.down).all() and np.isfinite(branch.up).all()):
            raise _unusable(
                path, f"{layer} innehåller annat än tal", f"{layer} holds what is no number"
            )
        branches[layer] = branch
    if set(matrices) != {f"{layer}.{side}" for layer in branches for side in "AB"}:
        raise _unusable(path, "den innehåller okända matriser", "it holds unknown matrices")
    return branches


def _fit(down: NDArray[np.generic], up: NDArray[np.generic], size: list[int] | None) -> bool:
    """Whether the two make a branch from ``size``'s input to its output."""
    if not all(np.issubdtype(each.dtype, np.floating) and each.ndim == 2 for each in (down, up)):
        return False
    (width, rank), (same, height) = down.shape, up.shape
    return [width, height] == size and rank == same > 0


def _unusable(path: Path, reason_sv: str, reason_en: str) -> UnusableAdapter:
    return UnusableAdapter(file=str(path), reason_sv=reason_sv, reason_en=reason_en)
