"""A service that answers from a table, so that the evaluation can be tried by itself."""

from dataclasses import dataclass
from datetime import date

from corpus.clause import DocumentId
from corpus.document import Document
from corpus.status import Kind, Status
from retrieval.answer import Answer, AnswerStatus, Citation, RankedClause

TEXT = "Regionen ska bedöma. Kommunen ska utföra."

DOCUMENT = Document(
    id=DocumentId("avtal"),
    title="Avtal",
    kind=Kind.AGREEMENT,
    status=Status.EXAMPLE,
    valid_from=None,
    valid_to=None,
    source=None,
    replaces=(),
    audience=None,
    file="avtal.md",
    sha256="0" * 64,
    text=TEXT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    answer: Answer
    ranked: tuple[RankedClause, ...]
    milliseconds: dict[str, float]


def citation(first: int, last: int, **changed: object) -> Citation:
    """A citation of ``TEXT[first:last]`` with the fields that are ``changed``."""
    fields = {
        "document": "avtal",
        "document_title": "Avtal",
        "kind": Kind.AGREEMENT,
        "clause": "1",
        "label": "1",
        "title": None,
        "headings": (),
        "status": Status.EXAMPLE,
        "valid_from": None,
        "valid_to": None,
        "quote": TEXT[first:last],
        "start": first,
        "end": last,
        "decisive": (0, last - first),
        "page": None,
        "url": None,
    }
    return Citation(**{**fields, **changed})


class FakeService:
    """Answers every question with ``citation``; remembers the days it was asked for."""

    documents = (DOCUMENT,)

    def __init__(self, given: Citation) -> None:
        self.given = given
        self.days: list[date] = []

    def ask_traced(self, question: str, *, on: date, lang: str = "sv") -> Traced:
        self.days.append(on)
        answer = Answer(
            status=AnswerStatus.ANSWERED,
            question=question,
            headline="Regionen ansvarar.",
            principals=(),
            parties=(),
            citations=(self.given,),
            related=(),
            notes=(),
            on=on,
            lang=lang,
            probability=0.8,
            redactions=0,
            index_fingerprint="f",
        )
        ranked = (RankedClause(reference="avtal#1", score=0.7),)
        return Traced(answer=answer, ranked=ranked, milliseconds={"search": 2.0, "total": 3.0})
