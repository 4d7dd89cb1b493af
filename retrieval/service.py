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
from corpus.party_lexicon import shipped_lexicon
from corpus.status import Status
from retrieval.answer import Answer, RankedClause
from retrieval.concepts import Concepts
from retrieval.encoder import Encoder, load_encoder
from retrieval.index.folder import read_header, read_parts
from retrieval.index.parts import IndexParts
from retrieval.redact import redact
from retrieval.settings import Settings
from retrieval.steps.answer import compose
from retrieval.steps.ending import with_ending
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.judge import JudgeWeights, shipped_judge
from retrieval.steps.overview import with_overview
from retrieval.steps.rank import RankingWeights, shipped_weights
from retrieval.steps.search import Ranking, search
from retrieval.steps.verify import verify
from retrieval.stopwatch import Stopwatch
from retrieval.understand import (
    KnownSource,
    KnownSources,
    Scope,
    Speller,
    Understood,
    understand,
)
from retrieval.understanding.follow_up import base_of, leans, together
from retrieval.validity import holding

STEPS = ("redact", "understand", "encode", "retrieve", "rank", "judge", "compose", "verify")
"""The path of a question, in order; a trace gives the milliseconds of each."""

RANKED = 10
"""How many clauses a trace names."""


_FOLLOWING = frozenset({Scope.IN_SCOPE, Scope.EMPTY, Scope.OTHER_LANGUAGE})
"""What a question may look like by itself and still go on from an earlier one: a few words
can look like no question at all, or like another language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """An answer with what led to it: the best clauses and the time of each step.

    ``followed`` is the earlier question, masked, that it was understood together with.
    """

    answer: Answer
    ranked: tuple[RankedClause, ...]
    milliseconds: dict[str, float]
    followed: str | None = None


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
        self._lexicon = shipped_lexicon()
        self._concepts = Concepts.load()
        self._speller = Speller(index.word_counts)
        self._known = KnownSources(
            (KnownSource(id=each.id, title=each.title, kind=each.kind) for each in index.documents),
            used=index.word_counts,
        )
        self._holding = lru_cache(maxsize=64)(self._compute_holding)

    @property
    def encoder(self) -> Encoder:
        """What turns questions into vectors; another index of the same model may share it."""
        return self._encoder

    def ask(
        self, question: str, *, on: date, lang: str = "sv", earlier: Sequence[str] = ()
    ) -> Answer:
        """Answer a question as of the day ``on``, in ``lang`` (``sv`` or ``en``).

        ``earlier`` are the thread's questions before it, oldest first; one that goes on from
        them is understood together with the one that it goes on from.
        """
        return self.ask_traced(question, on=on, lang=lang, earlier=earlier).answer

    def ask_traced(
        self, question: str, *, on: date, lang: str = "sv", earlier: Sequence[str] = ()
    ) -> Traced:
        """The same, with the ranking and the times."""
        watch = Stopwatch()
        inquiry = self.inquire(question, on=on, lang=lang, earlier=earlier, watch=watch)
        ranking = self.rank(inquiry, watch)
        with watch.step("judge"):
            probability = ranking.probability(self._judge)
        with watch.step("compose"):
            draft = compose(inquiry, ranking, self.index, self._by_id, probability, self._judge)
        with watch.step("verify"):
            answer = verify(draft, self._by_id)
            answer = with_ending(with_overview(answer, inquiry, self.index))
        ranked = tuple(
            RankedClause(reference=reference, score=score)
            for reference, score in ranking.references(self.index, RANKED)
        )
        return Traced(
            answer=answer, ranked=ranked, milliseconds=watch.read(), followed=inquiry.followed
        )

    def inquire(
        self,
        question: str,
        *,
        on: date,
        lang: str,
        earlier: Sequence[str] = (),
        watch: Stopwatch | None = None,
    ) -> Inquiry:
        """The first steps: mask personal data, and understand what is asked."""
        watch = watch or Stopwatch()
        with watch.step("redact"):
            door = redact(question)
            masked = [redact(each).text for each in earlier]
        with watch.step("understand"):
            understood = self._understand(door.text)
            followed = self._followed(door.text, understood, masked)
            if followed is not None:
                understood = self._understand(together(followed, door.text))
        return Inquiry(door=door, understood=understood, followed=followed, on=on, lang=lang)

    def _understand(self, question: str) -> Understood:
        return understand(question, self._lexicon, self._known, speller=self._speller)

    def _followed(
        self, question: str, understood: Understood, earlier: Sequence[str]
    ) -> str | None:
        """The earlier question that this one goes on from; None when it stands alone."""
        if not earlier or understood.danger or understood.scope not in _FOLLOWING:
            return None
        if not leans(question):
            return None
        asked = [e for e in earlier if self._understand(e).scope in _FOLLOWING]
        return base_of(asked)

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


def open_service(
    index: Path, settings: Settings, encoder: Encoder | None = None
) -> AnsweringService:
    """Load an index folder and the model that made it; ``encoder`` when that is open already.

    Raises ``MissingIndex``, ``UnusableIndex``, ``WrongModel`` and ``ModelError``.
    """
    header = read_header(index)
    encoder = encoder or load_encoder(settings)
    faiss.omp_set_num_threads(settings.threads)
    if header.model_fingerprint != encoder.fingerprint:
        raise WrongModel(folder=str(index), index_model=header.model_name, model=encoder.name)
    return AnsweringService(read_parts(index), encoder)
