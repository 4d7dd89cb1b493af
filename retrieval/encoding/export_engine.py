"""The exported network on ONNX Runtime, with its word embeddings mapped from the disk."""

from pathlib import Path
from typing import Literal

import numpy as np
import onnxruntime

from retrieval.encoding.encoded import Floats, Integers
from retrieval.model.prepared import Table


class ExportEngine:
    """Runs the exported network. Only the rows of the words asked for are read."""

    def __init__(
        self,
        export: Path,
        model_folder: Path,
        table: Table,
        pooling: Literal["mean", "first"],
        threads: int,
    ) -> None:
        shape = (table.rows, table.columns)
        path = model_folder / table.file
        self._words = np.memmap(path, np.float32, mode="r", offset=table.offset, shape=shape)
        self._pooling = pooling
        self._session = onnxruntime.InferenceSession(
            str(export), _options(threads), providers=["CPUExecutionProvider"]
        )

    def run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        """See ``Engine.run``."""
        words = np.asarray(self._words[ids])
        (hidden,) = self._session.run(None, {"embeddings": words, "mask": mask})
        if self._pooling == "first":
            return hidden, hidden[:, 0]
        weights = mask.astype(np.float32)[:, :, None]
        return hidden, (hidden * weights).sum(axis=1) / weights.sum(axis=1)


SPIN_MICROSECONDS = "80"


def _options(threads: int) -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Threads that wait a moment before they sleep start the next of many small steps sooner;
    # a longer wait takes the processor from whatever else the machine does.
    options.add_session_config_entry("session.intra_op.allow_spinning", "1")
    options.add_session_config_entry("session.intra_op.spin_duration_us", SPIN_MICROSECONDS)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 3
    return options
