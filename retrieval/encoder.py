"""Questions and passages to vectors."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from corpus.progress import Progress, quiet
from retrieval.encoding.encoded import Encoded
from retrieval.encoding.engine import Engine
from retrieval.encoding.model_encoder import ModelEncoder
from retrieval.encoding.tokenised import TextTokenizer
from retrieval.model.prepare import prepare
from retrieval.model.prepared import PreparedModel
from retrieval.settings import Settings

__all__ = ["Encoded", "Encoder", "load_encoder", "open_encoder"]


class Encoder(Protocol):
    """Text to vectors. Questions and passages carry different prefixes.

    ``dim`` is the length of a vector; ``fingerprint`` changes whenever vectors may change
    and is what an index records; ``name`` is the model's name for people. No method fails on
    any text: what is longer than the model reads is cut.
    """

    name: str
    fingerprint: str
    dim: int

    def encode_question(self, text: str) -> Encoded:
        """One question."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> list[Encoded]:
        """Many questions, in their order."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress = quiet) -> list[Encoded]:
        """Many passages, in their order; ``progress`` gets the stage ``encode``."""
        ...

    def stream_passages(
        self, texts: Sequence[str], progress: Progress = quiet
    ) -> Iterator[tuple[int, Encoded]]:
        """Many passages with their positions, as they are done: nothing is kept."""
        ...


def load_encoder(settings: Settings, progress: Progress = quiet) -> Encoder:
    """The encoder of the model that is set, made ready first if need be.

    Raises ``MissingModel``, ``CorruptModel`` and ``CannotWrite``.
    """
    return open_encoder(prepare(settings, progress), settings)


def open_encoder(model: PreparedModel, settings: Settings) -> Encoder:
    """The encoder of a prepared model: the export when it has one, else sentence-transformers."""
    tokenizer = TextTokenizer(model.tokenizer_file, model.description.max_tokens)
    return ModelEncoder(model, tokenizer, _engine(model, settings))


def _engine(model: PreparedModel, settings: Settings) -> Engine:
    table, pooling = model.description.table, model.description.pooling
    if settings.use_export and table and pooling and model.export_file:
        from retrieval.encoding.export_engine import ExportEngine

        return ExportEngine(model.export_file, model.model_folder, table, pooling, settings.threads)
    from retrieval.encoding.torch_engine import TorchEngine

    return TorchEngine(model.model_folder, settings.threads)
