"""A service whose signals are made by hand, so that what is learnt from them is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.document import Document
from corpus.party import Party, Principal
from eval.question_set import Question
from retrieval.redact import redact
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.judge import Facts
from retrieval.steps.rank import SIGNALS, Signals
from retrieval.steps.retrieve import Candidates
from retrieval.steps.search import Ranking
from retrieval.steps.second_look import Looks
from retrieval.understand import understand
from tests.eval.fake_service import DOCUMENT
from tests.eval.made_clauses import CLAUSE, DUTY
from tests.retrieval.asking import AGREEMENT, lexicon

DAY = date(2026, 11, 22)
REGION, MUNICIPALITY = "avtal#1", "avtal#2"
NOTHING = Facts(
    mean=0.0,
    deviation=1.0,
    outside=0.0,
    length=0.0,
    who=0.0,
    wants=0.0,
    size=0.0,
    near=np.zeros(2, np.float32),
    covered=np.zeros(2, np.float32),
)


def _clause(id: str, start: int, end: int, principal: Principal) -> Clause:
    duty = replace(DUTY, parties=(Party(principal=principal),), start=start, end=end)
    own = (DocumentId("avtal"), ClauseId(id))
    return replace(
        CLAUSE, document=own[0], id=own[1], label=id, start=start, end=end, duties=(duty,)
    )


CLAUSES = (_clause("1", 0, 20, Principal.REGION), _clause("2", 21, 41, Principal.MUNICIPALITY))


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeIndex:
    documents: tuple[Document, ...] = (DOCUMENT,)
    clauses: tuple[Clause, ...] = CLAUSES
    fingerprint: str = "f" * 16


def ranking(
    holds: bool = True, told: Sequence[bool] = (True, True), **columns: Sequence[float]
) -> Ranking:
    """Two candidates, the region's clause and the municipality's, with these signals; ``told``
    says which of them has known questions."""
    zeros = np.zeros(2, np.float32)
    given = {name: np.asarray(values, np.float32) for name, values in columns.items()}
    return Ranking(
        candidates=Candidates(
            rows=np.arange(2), dense=zeros, words=zeros, concepts=zeros, asked=zeros, fused=zeros
        ),
        looks=Looks(
            even=zeros,
            rare=zeros,
            cosines=np.zeros((1, 0), np.float32),
            offsets=np.zeros(0, np.int32),
            cuts=np.zeros(3, np.int64),
            weights=np.ones(1, np.float32),
        ),
        signals=Signals(**{name: given.get(name, zeros) for name in SIGNALS}),
        told=np.asarray(told, np.bool_),
        order=np.arange(2),
        scores=zeros,
        facts=NOTHING,
        apart=(),
        holds=holds,
        rival_margin=0.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeService:
    """Sees of each question what ``table`` says, by the question's text."""

    table: Mapping[str, Ranking]
    index: MadeIndex = field(default_factory=MadeIndex)
    clauses: tuple[Clause, ...] = CLAUSES

    def inquire(self, question: str, *, on: date, lang: str) -> Inquiry:
        door = redact(question)
        return Inquiry(
            door=door, understood=understand(door.text, lexicon(), AGREEMENT), on=on, lang=lang
        )

    def rank(self, inquiry: Inquiry) -> Ranking:
        return self.table[inquiry.door.text]


def question(id: str, part: str, *gold: str, text: str | None = None, **more: object) -> Question:
    """A question that the agreement answers by ``gold``, or does not answer."""
    fields = {"id": id, "part": part, "gold": gold, "answerable": bool(gold)}
    return Question(question=text or f"Vem ansvarar för insats {id}?", **fields, **more)
