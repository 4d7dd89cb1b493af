"""The encoders that a prepared model can have."""

from retrieval.encoding.model_encoder import ModelEncoder
from retrieval.encoding.tokenised import TextTokenizer
from retrieval.model.prepared import EXPORT_FOLDER, PreparedModel


def open_export(model: PreparedModel, threads: int) -> ModelEncoder:
    """The exported network. Raises ValueError when the model has none."""
    from retrieval.encoding.export_engine import ExportEngine

    table, pooling = model.description.table, model.description.pooling
    if model.export_file is None or table is None or pooling is None:
        raise ValueError(f"{model.name} has no export")
    engine = ExportEngine(model.export_file, model.model_folder, table, pooling, threads)
    return ModelEncoder(model, _tokenizer(model), engine)


def open_reference(model: PreparedModel, threads: int) -> ModelEncoder:
    """sentence-transformers on PyTorch, with the tokenizer's own library."""
    from retrieval.encoding.library_tokenizer import LibraryTokenizer
    from retrieval.encoding.torch_engine import TorchEngine

    tokenizer = LibraryTokenizer(model.tokenizer_file, model.description.max_tokens)
    return ModelEncoder(model, tokenizer, TorchEngine(model.model_folder, threads))


def _tokenizer(model: PreparedModel) -> TextTokenizer:
    most, marks = model.description.max_tokens, model.description.marks
    if marks:
        from retrieval.encoding.unigram import UnigramTokenizer

        return UnigramTokenizer(model.folder / EXPORT_FOLDER, marks, most)
    from retrieval.encoding.library_tokenizer import LibraryTokenizer

    return LibraryTokenizer(model.tokenizer_file, most)
