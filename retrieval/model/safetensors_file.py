"""The safetensors format, as far as a model's folder needs it.

Eight bytes give the length of a JSON header that places every tensor; the tensors follow.
Written here so that a full disk is an ordinary ``OSError`` and nothing is held twice in
memory; read here so that one tensor can be mapped without a library.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_ALIGNMENT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a float32 matrix lies in a file: byte offset, rows and columns."""

    offset: int
    rows: int
    columns: int


def write(path: Path, tensors: Mapping[str, Floats]) -> None:
    """Write float32 ``tensors`` to ``path``."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    at = 0
    for name, tensor in tensors.items():
        span = [at, at + tensor.nbytes]
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": span}
        at = span[1]
    text = json.dumps(header).encode()
    text += b" " * (-(len(text) + 8) % _ALIGNMENT)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in tensors.values():
            file.write(np.ascontiguousarray(tensor, "<f4").data)


def find_matrix(path: Path, ending: str) -> Place | None:
    """The one float32 matrix whose name ends with ``ending``; None when there is no such."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    found = [
        entry
        for name, entry in header.items()
        if name.endswith(ending) and entry.get("dtype") == "F32" and len(entry["shape"]) == 2
    ]
    if len(found) != 1:
        return None
    rows, columns = found[0]["shape"]
    return Place(offset=8 + length + found[0]["data_offsets"][0], rows=rows, columns=columns)
