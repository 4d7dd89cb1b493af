"""The answering service: from a question to an answer whose quotes are verified.

The path is the list ``STEPS``; every surface asks here and only draws what comes out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.clause import Clause
from corpus.document import Document
from corpus.errors import WrongModel
from corpus.party_lexicon import PartyLexicon
from corpus.status import Status
from retrieval.answer import Answer, RankedClause
from retrieval.concepts import Concepts
from retrieval.encoder import Encoder, load_encoder
from retrieval.index.folder import read_header, read_parts
from retrieval.index.parts import IndexParts
from retrieval.redact import redact
from retrieval.settings import Settings
from retrieval.steps.answer import compose
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.judge import JudgeWeights, shipped_judge
from retrieval.steps.rank import RankingWeights, shipped_weights
from retrieval.steps.search import Ranking, search
from retrieval.steps.verify import verify
from retrieval.stopwatch import Stopwatch
from retrieval.understand import KnownSource, KnownSources, Speller, understand
from retrieval.validity import holding

STEPS = ("redact", "understand", "encode", "retrieve", "rank", "judge", "compose", "verify")
"""The path of a question, in order; a trace gives the milliseconds of each."""

RANKED = 10
"""How many clauses a trace names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """An answer with what led to it: the best clauses and the time of each step."""

    answer: Answer
    ranked: tuple[RankedClause, ...]
    milliseconds: dict[str, float]


class AnsweringService:
    """Answers questions from one index. It keeps nothing of what it is asked."""

    def __init__(
        self,
        index: IndexParts,
        encoder: Encoder,
        *,
        ranking: RankingWeights | None = None,
        judge: JudgeWeights | None = None,
    ) -> None:
        self.documents: tuple[Document, ...] = index.documents
        self.clauses: tuple[Clause, ...] = index.clauses
        self.answers: frozenset[Status] = index.answers
        self.fingerprint = index.fingerprint
        self.index = index
        self._encoder = encoder
        self._ranking = ranking or shipped_weights()
        self._judge = judge or shipped_judge()
        self._by_id = {document.id: document for document in index.documents}
        self._lexicon = PartyLexicon.load()
        self._concepts = Concepts.load()
        self._speller = Speller(index.word_counts)
        self._known = KnownSources(
            (KnownSource(id=each.id, title=each.title, kind=each.kind) for each in index.documents),
            used=index.word_counts,
        )
        self._holding = lru_cache(maxsize=64)(self._compute_holding)

    def ask(self, question: str, *, on: date, lang: str = "sv") -> Answer:
        """Answer a question as of the day ``on``, in ``lang`` (``sv`` or ``en``)."""
        return self.ask_traced(question, on=on, lang=lang).answer

    def ask_traced(self, question: str, *, on: date, lang: str = "sv") -> Traced:
        """The same, with the ranking and the times."""
        watch = Stopwatch()
        inquiry = self.inquire(question, on=on, lang=lang, watch=watch)
        ranking = self.rank(inquiry, watch)
        with watch.step("judge"):
            probability = ranking.probability(self._judge)
        with watch.step("compose"):
            draft = compose(
                inquiry, ranking, self.index, self._by_id, probability, self._judge.threshold
            )
        with watch.step("verify"):
            answer = verify(draft, self._by_id)
        ranked = tuple(
            RankedClause(reference=reference, score=score)
            for reference, score in ranking.references(self.index, RANKED)
        )
        return Traced(answer=answer, ranked=ranked, milliseconds=watch.read())

    def inquire(
        self, question: str, *, on: date, lang: str, watch: Stopwatch | None = None
    ) -> Inquiry:
        """The first steps: mask personal data, and understand what is asked."""
        watch = watch or Stopwatch()
        with watch.step("redact"):
            door = redact(question)
        with watch.step("understand"):
            understood = understand(door.text, self._lexicon, self._known, speller=self._speller)
        return Inquiry(door=door, understood=understood, on=on, lang=lang)

    def rank(self, inquiry: Inquiry, watch: Stopwatch | None = None) -> Ranking:
        """The middle steps: encode, retrieve and rank, among what answers that day."""
        watch = watch or Stopwatch()
        return search(
            inquiry,
            self.index,
            self._encoder,
            self._concepts,
            self._holding(inquiry.on),
            self._ranking,
            watch,
        )

    def _compute_holding(self, on: date) -> NDArray[np.bool_]:
        return holding(self.documents, self.clauses, on, self.answers)

    def find(self, reference: str, on: date) -> Sequence[tuple[Document, Clause]]:
        """The wordings of a clause, the one that holds on the day ``on`` first."""
        mask = self._holding(on)
        rows = [row for row, each in enumerate(self.clauses) if each.reference == reference]
        rows.sort(key=lambda row: not mask[row])
        return [(self._by_id[self.clauses[row].document], self.clauses[row]) for row in rows]


def open_service(index: Path, settings: Settings) -> AnsweringService:
    """Load an index folder and the model that made it.

    Raises ``MissingIndex``, ``UnusableIndex``, ``WrongModel`` and ``ModelError``.
    """
    header = read_header(index)
    encoder = load_encoder(settings)
    faiss.omp_set_num_threads(settings.threads)
    if header.model_fingerprint != encoder.fingerprint:
        raise WrongModel(folder=str(index), index_model=header.model_name, model=encoder.name)
    return AnsweringService(read_parts(index), encoder)
