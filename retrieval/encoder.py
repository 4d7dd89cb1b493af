"""Questions and passages to vectors."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from corpus.progress import Progress, quiet
from retrieval.encoding.encoded import Encoded
from retrieval.encoding.open import open_export, open_reference
from retrieval.model.prepare import prepare
from retrieval.model.prepared import PreparedModel
from retrieval.settings import Settings

__all__ = ["Encoded", "Encoder", "load_encoder", "open_encoder"]


class Encoder(Protocol):
    """Text to vectors. Questions and passages carry different prefixes.

    ``dim`` is the length of a vector; ``fingerprint`` changes whenever passages' vectors may
    change and is what an index records; ``question_fingerprint`` changes whenever questions'
    vectors may; ``name`` is the model's name for people. No method fails on any text: what is
    longer than the model reads is cut.
    """

    name: str
    fingerprint: str
    question_fingerprint: str
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


def load_encoder(
    settings: Settings, progress: Progress = quiet, adapter: Path | None = None
) -> Encoder:
    """The encoder of the model that is set, made ready first if need be.

    ``adapter`` is a file to use instead of the shipped one, with the built-in model only.
    Raises ``MissingModel``, ``CorruptModel``, ``UnusableAdapter`` and ``CannotWrite``.
    """
    return open_encoder(prepare(settings, progress, adapter), settings)


def open_encoder(model: PreparedModel, settings: Settings) -> Encoder:
    """The encoder of a prepared model: the export when it has one, else sentence-transformers."""
    if settings.use_export and model.export_file:
        return open_export(model, settings.threads)
    return open_reference(model, settings.threads)
