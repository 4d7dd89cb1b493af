"""Any model's network as an ONNX graph, traced by PyTorch."""

import warnings
from pathlib import Path
from typing import Any, Literal

from retrieval.encoding.torch_engine import open_model
from retrieval.model import safetensors_file
from retrieval.model.four_bit_graph import INPUT, MASK, OPSET, OUTPUT
from retrieval.model.prepared import Table

WEIGHTS_FILE = "model.safetensors"
_POOLINGS: dict[str, Literal["mean", "first"]] = {"mean": "mean", "cls": "first"}


def write(model_folder: Path, path: Path) -> tuple[Table, Literal["mean", "first"]] | None:
    """Write the graph of the model in ``model_folder``; the graph of ``four_bit_graph``.

    None when the model is not a network of looked-up words with mean or first-token
    pooling, or when it cannot be traced: it then runs on sentence-transformers.
    """
    import torch

    model = open_model(str(model_folder), attention="eager")
    pooling = _pooling(model)
    network = model[0].auto_model
    table = _table(model_folder, network)
    if pooling is None or table is None:
        return None
    example = (torch.zeros(2, 7, table.columns), torch.ones(2, 7, dtype=torch.int64))
    axes = {0: "batch", 1: "length"}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's own remarks about its future
        try:
            torch.onnx.export(
                _tokens_of(network),
                example,
                str(path),
                input_names=[INPUT, MASK],
                output_names=[OUTPUT],
                dynamic_axes={INPUT: axes, MASK: axes, OUTPUT: axes},
                opset_version=OPSET,
                dynamo=False,
            )
        except (RuntimeError, TypeError, ValueError, torch.onnx.errors.OnnxExporterError):
            return None
    return table, pooling


def _tokens_of(network: Any) -> Any:
    import torch

    class Tokens(torch.nn.Module):  # type: ignore[misc]
        def forward(self, embeddings: Any, mask: Any) -> Any:
            return network(inputs_embeds=embeddings, attention_mask=mask).last_hidden_state

    tokens = Tokens()
    tokens.network = network
    return tokens.eval()


def _pooling(model: Any) -> Literal["mean", "first"] | None:
    """How the model pools, when nothing but normalising follows."""
    names = [type(module).__name__ for module in model]
    if names[:2] != ["Transformer", "Pooling"] or set(names[2:]) - {"Normalize"}:
        return None
    return _POOLINGS.get(str(model[1].get_config_dict().get("pooling_mode")))


def _table(model_folder: Path, network: Any) -> Table | None:
    """Where the word embeddings lie in the folder's weights."""
    words = network.get_input_embeddings().weight
    names = [name for name, weights in network.named_parameters() if weights is words]
    file = model_folder / WEIGHTS_FILE
    place = safetensors_file.find_matrix(file, names[0]) if names and file.is_file() else None
    if place is None or (place.rows, place.columns) != tuple(words.shape):
        return None
    return Table(file=WEIGHTS_FILE, offset=place.offset, rows=place.rows, columns=place.columns)
