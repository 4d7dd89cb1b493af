"""The network on sentence-transformers: the reference, and what runs when no export is kept."""

from pathlib import Path
from typing import Any

import numpy as np

from retrieval.encoding.encoded import Floats, Integers


class TorchEngine:
    """Runs the whole sentence-transformers pipeline. Importing it takes seconds."""

    def __init__(self, model_folder: Path, threads: int) -> None:
        import torch

        torch.set_num_threads(threads)
        self._model = open_model(str(model_folder))

    @property
    def network(self) -> Any:
        """The transformer inside the pipeline."""
        return self._model[0].auto_model

    def run(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        """See ``Engine.run``."""
        import torch

        features = {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}
        with torch.inference_mode():
            out = self._model(features)
        return (
            np.asarray(out["token_embeddings"].numpy(), np.float32),
            np.asarray(out["sentence_embedding"].numpy(), np.float32),
        )


def open_model(name: str, *, local: bool = True, attention: str | None = None) -> Any:
    """A ``SentenceTransformer`` on the processor, in float32, without progress bars."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()
    arguments: dict[str, Any] = {"dtype": torch.float32}
    if attention:
        arguments["attn_implementation"] = attention
    model = SentenceTransformer(name, device="cpu", local_files_only=local, model_kwargs=arguments)
    return model.eval()
