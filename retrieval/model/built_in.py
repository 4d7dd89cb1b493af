"""The model whose weights come with an installed package."""

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.progress import Progress
from retrieval.encoding import unigram
from retrieval.model import export, four_bit_graph, safetensors_file, sentence_transformer, weights
from retrieval.model.prepared import EXPORT_FILE, MODEL_FOLDER, Description, Marks, Table
from retrieval.model.source import STAGE
from retrieval.settings import BUILT_IN_MODEL

LAYOUT = 2
"""Raise it when the tokenizer, the folder or the graph below is written differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltIn:
    """Needs no network and no account."""

    name: str = BUILT_IN_MODEL

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{LAYOUT} {weights.SHA256}".encode()).hexdigest()[:12]

    def make(self, folder: Path, progress: Progress) -> Description:
        """Write the model into ``folder``. Raises ``MissingModel``, ``CorruptModel``, OSError."""
        progress(STAGE, 0, 4)
        description = self._write(folder, progress)
        checked = export.keep_if_equal(folder, description)
        progress(STAGE, 4, 4)
        return checked

    def _write(self, folder: Path, progress: Progress) -> Description:
        read = weights.read(weights.locate())
        progress(STAGE, 1, 4)
        model_folder, graph = folder / MODEL_FOLDER, folder / EXPORT_FILE
        model_folder.mkdir()
        sentence_transformer.write(read, model_folder)
        progress(STAGE, 2, 4)
        graph.parent.mkdir()
        four_bit_graph.write(read, graph)
        pieces = read.pieces
        unigram.write(pieces.pieces, pieces.scores, graph.parent)
        progress(STAGE, 3, 4)
        return Description(
            name=self.name,
            fingerprint=f"{self.name}-{self.key}",
            dim=read.shape.hidden,
            max_tokens=read.shape.positions,
            question_prefix=sentence_transformer.PROMPTS["query"],
            passage_prefix=sentence_transformer.PROMPTS["passage"],
            pooling="mean",
            marks=Marks(first=pieces.bos, last=pieces.eos, unknown=pieces.unknown),
            table=_table(model_folder),
        )


def _table(model_folder: Path) -> Table | None:
    file = sentence_transformer.WEIGHTS_FILE
    words = sentence_transformer.WORD_EMBEDDINGS
    place = safetensors_file.find_matrix(model_folder / file, words)
    return Table(file=file, **asdict(place)) if place else None
