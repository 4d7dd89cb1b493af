"""The small model made ready like the built-in one: the whole encoder, a hundred times faster."""

from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.progress import Progress
from retrieval.encoder import Encoder, open_encoder
from retrieval.encoding import unigram
from retrieval.model import four_bit_graph, safetensors_file, sentence_transformer
from retrieval.model.prepare import ready
from retrieval.model.prepared import EXPORT_FILE, MODEL_FOLDER, Description, Marks, Table
from retrieval.settings import Settings
from tests.retrieval.small_model import SHAPE, small_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallSource:
    """Its vectors say little about words, but the same text always has the same vector."""

    seed: int = 0
    name: str = "small"

    @property
    def key(self) -> str:
        return str(self.seed)

    def make(self, folder: Path, progress: Progress) -> Description:
        weights = small_weights(self.seed)
        model_folder, graph = folder / MODEL_FOLDER, folder / EXPORT_FILE
        model_folder.mkdir()
        sentence_transformer.write(weights, model_folder)
        graph.parent.mkdir()
        four_bit_graph.write(weights, graph)
        pieces = weights.pieces
        unigram.write(pieces.pieces, pieces.scores, graph.parent)
        file = sentence_transformer.WEIGHTS_FILE
        place = safetensors_file.find_matrix(
            model_folder / file, sentence_transformer.WORD_EMBEDDINGS
        )
        return Description(
            name=self.name,
            fingerprint=f"{self.name}-{self.key}",
            dim=SHAPE.hidden,
            max_tokens=SHAPE.positions,
            question_prefix="",
            passage_prefix="",
            pooling="mean",
            marks=Marks(first=pieces.bos, last=pieces.eos, unknown=pieces.unknown),
            table=Table(file=file, **asdict(place)),
        )


def small_encoder(cache: Path, seed: int = 0) -> Encoder:
    """The encoder of the small model, made ready in ``cache``."""
    return open_encoder(ready(SmallSource(seed=seed), cache), Settings(cache=cache, threads=1))
