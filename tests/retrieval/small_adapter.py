"""An adapter of random values, and its file as the training writes it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from retrieval.model.sentence_transformer import modules
from retrieval.model.weights import SHA256, Shape
from tests.retrieval.small_model import SHAPE

Matrices = dict[str, np.ndarray]
MODULES = ("attention.self.query", "attention.self.value", "intermediate.dense", "output.dense")
LARGE = 0.2
"""A spread of values that turns the vectors far enough for a test to see."""


def matrices(
    layers: Iterable[str], shape: Shape = SHAPE, rank: int = 4, seed: int = 0, spread: float = LARGE
) -> Matrices:
    """``A`` and ``B``, float16, of the layers named (``layer.0.output.dense``)."""
    random = np.random.default_rng(seed)
    sizes = {name: (width, height) for name, width, height in modules(shape).values()}
    found: Matrices = {}
    for layer in layers:
        width, height = sizes[layer]
        found[f"{layer}.A"] = random.normal(0, spread, (width, rank)).astype(np.float16)
        found[f"{layer}.B"] = random.normal(0, spread, (rank, height)).astype(np.float16)
    return found


def write(path: Path, tensors: Mapping[str, np.ndarray], base: str = SHA256) -> Path:
    """The file of an adapter for the built-in model's weights, unless ``base`` says another."""
    save_file(dict(tensors), path, metadata={"base": base, "chosen_by": "chance"})
    return path


def small_file(folder: Path, seed: int = 0) -> Path:
    """An adapter for the small model, in both its layers."""
    layers = [f"layer.{number}.{module}" for number in range(2) for module in MODULES]
    return write(folder / f"adapter-{seed}.safetensors", matrices(layers, seed=seed))


def merged(state: Mapping[str, np.ndarray], adapter: Mapping[str, np.ndarray]) -> Matrices:
    """BERT's parameters with each branch multiplied out into its matrix: W + (A B) transposed."""
    result = dict(state)
    for layer in {name.rpartition(".")[0] for name in adapter}:
        product = adapter[f"{layer}.A"].astype("f4") @ adapter[f"{layer}.B"].astype("f4")
        name = f"encoder.{layer}.weight"
        result[name] = result[name] + product.T
    return result
