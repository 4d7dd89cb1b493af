"""The built-in network as an ONNX graph that keeps its weights in their own 4-bit blocks.

ONNX Runtime's ``MatMulNBits`` reads exactly the blocks of the model's file (32 weights of a
row, (nibble − 8) × scale), so nothing is quantised a second time: computed in float32 the
vectors equal the de-quantised model's, from a sixth of the bytes. The word embeddings stay
outside: the graph takes looked-up rows and gives token vectors.

An adapter's branches stand beside the products they belong to: y = Wx + (xA)B.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.model import weights as q4
from retrieval.model.adapter import Branch
from retrieval.model.weights import Weights

INPUT, MASK, OUTPUT = "embeddings", "mask", "hidden"
OPSET, IR_VERSION = 17, 8
BLOCK = 32
FLOAT32_COMPUTE = 1
"""``accuracy_level`` of MatMulNBits: activations stay float32."""

_RUNTIME = "com.microsoft"


def write(weights: Weights, path: Path, branches: Mapping[str, Branch] | None = None) -> None:
    """Write the graph: (batch, length, hidden) float32 and a (batch, length) int64 mask in,
    (batch, length, hidden) float32 out. ``branches`` go by the weights' names, ``l6.q``."""
    import onnx

    graph = _Graph(weights, branches or {})
    state = graph.embed()
    for layer in range(weights.shape.layers):
        state = graph.layer(f"l{layer}", state)
    path.write_bytes(onnx.ModelProto.SerializeToString(graph.model(state)))


@dataclass(slots=True)
class _Graph:
    """Collects nodes and constants; each method returns the name of its result."""

    weights: Weights
    branches: Mapping[str, Branch]
    nodes: list[object] = field(default_factory=list)
    constants: list[object] = field(default_factory=list)

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        from onnx import helper

        domain = attributes.pop("domain", "")
        made = helper.make_node(kind, inputs, [output], domain=domain, **attributes)
        self.nodes.append(made)
        return output

    def vector(self, name: str) -> str:
        return self.constant(name, self.weights.floats[name])

    def embed(self) -> str:
        """Add positions from 0 and the one token type; normalise."""
        hidden = self.weights.shape.hidden
        floats = self.weights.floats
        places = floats["emb.pos"].reshape(-1, hidden) + floats["emb.type"][:hidden]
        for number in range(3):
            self.constant(f"i{number}", np.array([number], np.int64))
        self.node("Shape", [INPUT], "shape")
        self.node("Slice", ["shape", "i1", "i2"], "length")
        self.node("Slice", [self.constant("places", places), "i0", "length", "i0"], "placed")
        self.node("Add", [INPUT, "placed"], "summed")
        self.node("Cast", [MASK], "mask32", to=6)
        norm = ["summed", self.vector("emb.ln.w"), self.vector("emb.ln.b")]
        epsilon = self.weights.shape.epsilon
        return self.node("LayerNormalization", norm, "embedded", axis=-1, epsilon=epsilon)

    def layer(self, at: str, state: str) -> str:
        """Attention and feed-forward, each added to what came in and normalised."""
        floats, heads = self.weights.floats, self.weights.shape.heads
        parts = [self.product(f"{at}.{part}", state) for part in "qkv"]
        biases = np.concatenate([floats[f"{at}.{part}.b"] for part in "qkv"])
        attended = self.node(
            "MultiHeadAttention",
            [*parts, self.constant(f"{at}.qkv.b", biases), "mask32"],
            f"{at}.attended",
            domain=_RUNTIME,
            num_heads=heads,
        )
        state = self.add_and_normalise(f"{at}.aln", state, f"{at}.ao", attended)
        wide = [self.product(f"{at}.fi", state), self.vector(f"{at}.fi.b")]
        bent = self.node("BiasGelu", wide, f"{at}.bent", domain=_RUNTIME)
        return self.add_and_normalise(f"{at}.oln", state, f"{at}.fo", bent)

    def add_and_normalise(self, norm: str, state: str, dense: str, given: str) -> str:
        names = [self.vector(f"{norm}.w"), self.vector(f"{norm}.b"), self.vector(f"{dense}.b")]
        return self.node(
            "SkipLayerNormalization",
            [state, self.product(dense, given), *names],
            f"{norm}.out",
            domain=_RUNTIME,
            epsilon=self.weights.shape.epsilon,
        )

    def product(self, name: str, given: str) -> str:
        """``given`` times the matrix ``name``, with its branch and without its bias."""
        product, branch = self.four_bit_product(name, given), self.branches.get(name)
        if branch is None:
            return product
        down = self.node("MatMul", [given, self.constant(f"{name}.A", branch.down)], f"{name}.low")
        up = self.node("MatMul", [down, self.constant(f"{name}.B", branch.up)], f"{name}.branch")
        return self.node("Add", [product, up], f"{name}.adapted")

    def four_bit_product(self, name: str, given: str) -> str:
        """``given`` times the matrix ``name`` as its blocks give it."""
        blocks = self.weights.blocks[f"{name}.w"]
        shape = self.weights.shape
        width = shape.feed_forward if name.endswith(".fo") else shape.hidden
        rows = len(blocks) * BLOCK // width
        nibbles = q4.nibbles(blocks)
        packed = nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)
        values = self.constant(f"{name}.w", packed.reshape(rows, width // BLOCK, BLOCK // 2))
        scales = self.constant(f"{name}.s", q4.scales(blocks).reshape(rows, width // BLOCK))
        return self.node(
            "MatMulNBits",
            [given, values, scales],
            f"{name}.product",
            domain=_RUNTIME,
            K=width,
            N=rows,
            bits=4,
            block_size=BLOCK,
            accuracy_level=FLOAT32_COMPUTE,
        )

    def model(self, result: str) -> object:
        """The finished model, with ``result`` as its output."""
        from onnx import TensorProto, helper

        self.node("Identity", [result], OUTPUT)
        kind, wide = TensorProto.FLOAT, ["batch", "length", self.weights.shape.hidden]
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [
                helper.make_tensor_value_info(INPUT, kind, wide),
                helper.make_tensor_value_info(MASK, TensorProto.INT64, ["batch", "length"]),
            ],
            [helper.make_tensor_value_info(OUTPUT, kind, wide)],
            self.constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_RUNTIME, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
