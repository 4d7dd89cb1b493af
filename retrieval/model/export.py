"""An export is kept only if it gives the vectors that sentence-transformers gives."""

import shutil
from pathlib import Path

import numpy as np

from retrieval.encoding.encoded import Encoded
from retrieval.encoding.open import open_export, open_reference
from retrieval.model.prepared import EXPORT_FOLDER, Description, PreparedModel

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
    shutil.rmtree(folder / EXPORT_FOLDER, ignore_errors=True)
    return description.model_copy(update={"table": None, "pooling": None, "marks": None})


def _greatest_difference(model: PreparedModel) -> float:
    """1 − the least cosine between export and reference over the probes."""
    found = open_export(model, _THREADS).encode_passages(PROBES)
    wanted = open_reference(model, _THREADS).encode_passages(PROBES)
    return max(_difference(a, b) for a, b in zip(found, wanted, strict=True))


def _difference(found: Encoded, wanted: Encoded) -> float:
    if not np.array_equal(found.offsets, wanted.offsets):
        return 2.0
    cosines = (found.tokens * wanted.tokens).sum(axis=1)
    return 1 - float(min(found.vector @ wanted.vector, cosines.min()))
