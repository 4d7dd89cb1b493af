"""An export is kept only if it gives the vectors that sentence-transformers gives."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.encoding.encoded import Encoded
from retrieval.encoding.export_engine import ExportEngine
from retrieval.encoding.model_encoder import ModelEncoder
from retrieval.encoding.tokenised import TextTokenizer
from retrieval.encoding.torch_engine import TorchEngine
from retrieval.model.prepared import EXPORT_FILE, Description, PreparedModel

EQUAL_COSINE = 0.99999
"""The least cosine, of text vectors and of every token vector, that counts as equal."""

_SENTENCE = "Kommunen ansvarar för hemsjukvården när regionen har skrivit ut patienten. "
PROBES = (
    "Vem?",
    "vem betalar hjälpmedlet hemma",
    "Who is responsible for the patient's medication after discharge from hospital?",
    _SENTENCE,
    _SENTENCE * 4,
    _SENTENCE * 60,
)
"""Short and long, so that a batch is padded and the longest is cut."""

_THREADS = 2


def keep_if_equal(folder: Path, description: Description) -> Description:
    """``description`` as it is, or without its export, which is then removed."""
    model = PreparedModel(folder=folder, description=description)
    if model.export_file and _greatest_difference(model) <= 1 - EQUAL_COSINE:
        return description
    shutil.rmtree((folder / EXPORT_FILE).parent, ignore_errors=True)
    return description.model_copy(update={"table": None, "pooling": None})


def _greatest_difference(model: PreparedModel) -> float:
    """1 − the least cosine between export and reference over the probes."""
    table, pooling, file = model.description.table, model.description.pooling, model.export_file
    if table is None or pooling is None or file is None:
        return 2.0
    tokenizer = TextTokenizer(model.tokenizer_file, model.description.max_tokens)
    exported = ExportEngine(file, model.model_folder, table, pooling, _THREADS)
    reference = TorchEngine(model.model_folder, _THREADS)
    found = ModelEncoder(model, tokenizer, exported).encode_passages(PROBES)
    wanted = ModelEncoder(model, tokenizer, reference).encode_passages(PROBES)
    return max(_difference(found, wanted))


def _difference(found: Sequence[Encoded], wanted: Sequence[Encoded]) -> list[float]:
    pairs = list(zip(found, wanted, strict=True))
    texts = [1 - float(np.dot(a.vector, b.vector)) for a, b in pairs]
    tokens = [1 - float((a.tokens * b.tokens).sum(axis=1).min()) for a, b in pairs]
    return texts + tokens
