"""The encoders that a prepared model can have."""

from pathlib import Path

from retrieval.encoding.engine import Engine
from retrieval.encoding.model_encoder import ModelEncoder
from retrieval.encoding.on_demand import OnDemand
from retrieval.encoding.tokenised import TextTokenizer
from retrieval.model.prepared import EXPORT_FOLDER, PreparedModel


def open_export(model: PreparedModel, threads: int) -> ModelEncoder:
    """The exported network, with the one for questions where there is an adapter; each is
    opened when it is first needed. Raises ValueError when the model has no export."""
    from retrieval.encoding.export_engine import ExportEngine

    export, table, pooling = model.export_file, model.description.table, model.description.pooling
    if export is None or table is None or pooling is None:
        raise ValueError(f"{model.name} has no export")

    def engine(graph: Path) -> Engine:
        return OnDemand(lambda: ExportEngine(graph, model.model_folder, table, pooling, threads))

    passages = engine(export)
    own = model.adapter and model.adapter.graph
    questions = engine(own) if own else passages
    return ModelEncoder(model, _tokenizer(model), questions=questions, passages=passages)


def open_reference(model: PreparedModel, threads: int) -> ModelEncoder:
    """sentence-transformers on PyTorch, with the tokenizer's own library.

    Raises ``UnusableAdapter``.
    """
    from retrieval.encoding.library_tokenizer import LibraryTokenizer
    from retrieval.encoding.torch_engine import TorchEngine

    tokenizer = LibraryTokenizer(model.tokenizer_file, model.description.max_tokens)
    passages = TorchEngine(model.model_folder, threads)
    questions: Engine = passages
    if model.adapter:
        from retrieval.encoding.adapted_torch_engine import AdaptedTorchEngine
        from retrieval.model import adapter, sentence_transformer

        shape = sentence_transformer.read_shape(model.model_folder)
        questions = AdaptedTorchEngine(passages, adapter.read(model.adapter.file, shape))
    return ModelEncoder(model, tokenizer, questions=questions, passages=passages)


def _tokenizer(model: PreparedModel) -> TextTokenizer:
    most, marks = model.description.max_tokens, model.description.marks
    if marks:
        from retrieval.encoding.unigram import UnigramTokenizer

        return UnigramTokenizer(model.folder / EXPORT_FOLDER, marks, most)
    from retrieval.encoding.library_tokenizer import LibraryTokenizer

    return LibraryTokenizer(model.tokenizer_file, most)
