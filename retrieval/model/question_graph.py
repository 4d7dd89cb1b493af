"""The network for questions: the built-in model's graph with the adapter's branches in it.

Made once for each adapter, from the weights alone and without PyTorch, and kept beside the
graph for passages. That it gives what sentence-transformers gives is proved by the tests.
"""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from retrieval.model.adapter import unreadable
from retrieval.model.prepared import (
    EXPORT_FOLDER,
    PreparedModel,
    QuestionAdapter,
    Stamp,
    checksum,
    flush,
    is_intact,
    stamp_of,
)
from retrieval.model.unwritable import cannot_write
from retrieval.model.weights import Weights

FILE = "question_adapter.safetensors"
LAYOUT = 1
"""Raise it when the graph is written differently."""


def shipped(folder: Path | None = None) -> Path | None:
    """The adapter that comes with the program, in its own data unless ``folder`` is another;
    None when there is none."""
    file = (folder or Path(str(files("retrieval") / "data"))) / FILE
    return file if file.is_file() else None


def built_in_weights() -> Weights:
    """The weights the graph is made of. Raises ``MissingModel`` and ``CorruptModel``."""
    from retrieval.model import weights

    return weights.read(weights.locate())


def adapted(
    model: PreparedModel, file: Path, read_weights: Callable[[], Weights] = built_in_weights
) -> PreparedModel:
    """``model`` with the adapter in ``file``.

    A model with an export gets its graph for questions, made if need be. Raises
    ``UnusableAdapter``, ``MissingModel``, ``CorruptModel`` and ``CannotWrite``.
    """
    try:
        sha256 = checksum(file)
    except OSError as error:
        raise unreadable(file) from error
    graph = _graph(model, file, sha256, read_weights) if model.export_file else None
    adapter = QuestionAdapter(file=file, sha256=sha256, graph=graph)
    return model.model_copy(update={"adapter": adapter})


def _graph(
    model: PreparedModel, file: Path, sha256: str, read_weights: Callable[[], Weights]
) -> Path:
    graph = model.folder / EXPORT_FOLDER / f"questions-{LAYOUT}-{sha256[:12]}.onnx"
    if _whole(graph):
        return graph
    try:
        with FileLock(f"{model.folder}.lock"):
            if not _whole(graph):
                _make(graph, file, read_weights())
    except OSError as error:
        raise cannot_write(model.folder, error) from error
    return graph


def _make(graph: Path, file: Path, weights: Weights) -> None:
    """Write the graph and then its stamp, each beside its place first; the lock is held."""
    from retrieval.model import adapter, four_bit_graph, sentence_transformer

    modules = sentence_transformer.modules(weights.shape)
    branches = adapter.read(file, weights.shape).branches
    own = {short: branches[name] for short, (name, *_) in modules.items() if name in branches}
    partial = graph.with_suffix(".partial")
    try:
        four_bit_graph.write(weights, partial, own)
        _move(partial, graph)
        partial.write_text(stamp_of(graph).model_dump_json(), encoding="utf-8")
        _move(partial, _stamp_file(graph))
        flush(graph.parent)
    finally:
        partial.unlink(missing_ok=True)


def _move(partial: Path, place: Path) -> None:
    flush(partial)
    partial.replace(place)


def _whole(graph: Path) -> bool:
    try:
        text = _stamp_file(graph).read_text(encoding="utf-8")
        return is_intact(graph, Stamp.model_validate_json(text))
    except (OSError, ValidationError, UnicodeDecodeError):
        return False


def _stamp_file(graph: Path) -> Path:
    return graph.with_suffix(".json")
