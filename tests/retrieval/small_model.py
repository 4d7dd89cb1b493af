"""A network of two small layers with random weights, in the built-in model's own form."""

import string

import numpy as np

from retrieval.model.weights import Floats, Pieces, Shape, Weights

SHAPE = Shape(
    hidden=32,
    layers=2,
    heads=4,
    feed_forward=64,
    vocabulary=128,
    positions=40,
    types=2,
    epsilon=1e-12,
)


def small_weights(seed: int = 0) -> Weights:
    """The same weights for the same ``seed``."""
    random = np.random.default_rng(seed)
    hidden, wide = SHAPE.hidden, SHAPE.feed_forward
    floats: dict[str, Floats] = {
        "emb.pos": _normal(random, SHAPE.positions * hidden),
        "emb.type": _normal(random, SHAPE.types * hidden),
        "emb.ln.w": np.ones(hidden, np.float32),
        "emb.ln.b": np.zeros(hidden, np.float32),
    }
    sizes = {"emb.word": SHAPE.vocabulary * hidden}
    for layer in range(SHAPE.layers):
        for part in ("q", "k", "v", "ao", "fi", "fo"):
            sizes[f"l{layer}.{part}.w"] = hidden * (wide if part in ("fi", "fo") else hidden)
            floats[f"l{layer}.{part}.b"] = _normal(random, wide if part == "fi" else hidden)
        for part in ("aln", "oln"):
            floats[f"l{layer}.{part}.w"] = 1 + _normal(random, hidden)
            floats[f"l{layer}.{part}.b"] = _normal(random, hidden)
    blocks = {name: _blocks(random, size) for name, size in sizes.items()}
    return Weights(shape=SHAPE, pieces=_pieces(), floats=floats, blocks=blocks)


def _normal(random: np.random.Generator, size: int) -> Floats:
    return random.normal(0, 0.1, size).astype(np.float32)


def _blocks(random: np.random.Generator, size: int) -> np.ndarray:
    scales = random.uniform(0.01, 0.05, (size // 32, 1)).astype("<f2").view(np.uint8)
    return np.hstack([scales, random.integers(0, 256, (size // 32, 16), np.uint8)])


def _pieces() -> Pieces:
    letters = string.ascii_letters + string.digits + "åäöÅÄÖ.,?!:'-"
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "▁", *letters)
    scores = (0.0, 0.0, 0.0, 0.0, *(-2.0 - i / 100 for i in range(len(letters) + 1)))
    return Pieces(pieces=pieces, scores=scores, bos=0, eos=2, pad=1, unknown=3)
