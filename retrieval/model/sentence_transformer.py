"""The built-in model as an ordinary sentence-transformers folder: BERT, mean, normalise."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.model import safetensors_file, tokenizer
from retrieval.model.weights import Floats, Pieces, Shape, Weights

PROMPTS = {"query": "query: ", "passage": "passage: "}
WEIGHTS_FILE = "model.safetensors"
WORD_EMBEDDINGS = "embeddings.word_embeddings.weight"

_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": WORD_EMBEDDINGS,
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_SHAPE_NAMES = {
    "hidden": "hidden_size",
    "layers": "num_hidden_layers",
    "heads": "num_attention_heads",
    "feed_forward": "intermediate_size",
    "positions": "max_position_embeddings",
    "types": "type_vocab_size",
    "vocabulary": "vocab_size",
    "epsilon": "layer_norm_eps",
}
_MODULES = [
    ("", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "sentence_transformers.models.Normalize"),
]


def write(weights: Weights, folder: Path) -> None:
    """Write the model into ``folder`` (which exists) so that ``SentenceTransformer`` loads it."""
    shape = weights.shape
    safetensors_file.write(folder / WEIGHTS_FILE, state(weights))
    built = tokenizer.build(weights.pieces).to_str()
    (folder / "tokenizer.json").write_text(built, encoding="utf-8")
    for path, _ in _MODULES:
        (folder / path).mkdir(exist_ok=True)
    pooling = {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True}
    for file, content in {
        "config.json": _config(shape, weights.pieces),
        "tokenizer_config.json": _tokenizer_config(shape, weights.pieces),
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
        "modules.json": [
            {"idx": index, "name": str(index), "path": path, "type": kind}
            for index, (path, kind) in enumerate(_MODULES)
        ],
        "1_Pooling/config.json": pooling,
    }.items():
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (folder / file).write_text(text, encoding="utf-8")


def state(weights: Weights) -> dict[str, Floats]:
    """BERT's parameters by BERT's names, float32, in BERT's shapes.

    Mean pooling does not use BERT's own pooler; it is written as zeros because a folder
    without it loads with a warning and random numbers there.
    """
    shape = weights.shape
    hidden = shape.hidden
    wide = {"fi": (shape.feed_forward, hidden), "fo": (hidden, shape.feed_forward)}
    parameters: dict[str, Floats] = {}
    for source, name in names(shape).items():
        flat = weights.values(source)
        if source.startswith("emb.") and not source.startswith("emb.ln"):
            parameters[name] = flat.reshape(-1, hidden)
        elif source.endswith(".w") and "LayerNorm" not in name:
            parameters[name] = flat.reshape(wide.get(source.split(".")[1], (hidden, hidden)))
        else:
            parameters[name] = flat
    parameters["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    parameters["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    return parameters


def names(shape: Shape) -> dict[str, str]:
    """The file's tensor names, each with the name BERT knows it by."""
    layers = {
        f"l{layer}.{short}.{kind}": f"encoder.layer.{layer}.{name}.{kinds}"
        for layer in range(shape.layers)
        for short, name in _LAYER_NAMES.items()
        for kind, kinds in (("w", "weight"), ("b", "bias"))
    }
    return _EMBEDDING_NAMES | layers


def modules(shape: Shape) -> dict[str, tuple[str, int, int]]:
    """The linear layers by the file's names, ``l6.q``: each with the name BERT's encoder
    knows it by, ``layer.6.attention.self.query``, and the sizes of its input and output."""
    hidden, wide = shape.hidden, shape.feed_forward
    sizes = {"fi": (hidden, wide), "fo": (wide, hidden)}
    return {
        f"l{layer}.{short}": (f"layer.{layer}.{name}", *sizes.get(short, (hidden, hidden)))
        for layer in range(shape.layers)
        for short, name in _LAYER_NAMES.items()
        if not short.endswith("ln")
    }


def read_shape(folder: Path) -> Shape:
    """The sizes of the network that ``write`` wrote into ``folder``."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return Shape(**{field: config[name] for field, name in _SHAPE_NAMES.items()})


def _config(shape: Shape, pieces: Pieces) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        **{name: getattr(shape, field) for field, name in _SHAPE_NAMES.items()},
        "pad_token_id": pieces.pad,
        "dtype": "float32",
    }


def _tokenizer_config(shape: Shape, pieces: Pieces) -> dict[str, Any]:
    named = {"bos": pieces.bos, "cls": pieces.bos, "eos": pieces.eos, "sep": pieces.eos}
    named |= {"pad": pieces.pad, "unk": pieces.unknown}
    tokens = {f"{name}_token": pieces.pieces[index] for name, index in named.items()}
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": shape.positions,
    } | tokens
