"""The annotated sentences of ``gold_duties.jsonl``, for the tests of the reading.

A row is a text of our own, or a sentence of the model agreement or of a statute by clause and
number (a statute's words are not in the repository).
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.folder import read_folder
from corpus.party_lexicon import PartyLexicon
from eval.duties.compare import Compared, Texts, agreement
from eval.duties.gold import GoldSentence, read_gold
from tests.corpus.model_agreement import corpus as model_agreement

GOLD = Path(__file__).parent / "gold_duties.jsonl"
STATUTES = Path(__file__).parents[2].parent / "shared" / "lagar"


def compare(part: str, *, statutes: bool) -> list[Compared]:
    """The rows of ``part``, of the statutes or of agreements and our own sentences."""
    texts = statute_texts() if statutes else agreement_texts()
    rows = [row for row in read_gold(GOLD, part) if of_a_statute(row) == statutes]
    return [texts.compare(row) for row in rows]


def of_a_statute(row: GoldSentence) -> bool:
    return row.clause is not None and row.clause.startswith("sfs-")


def f1(rows: Iterable[Compared], kind: str) -> float:
    """F1 over all pairs of row and label of one kind; 1.0 when there are none."""
    return agreement(rows, kind).f1


def clause_of(text: str, title: str | None = None, headings: tuple[str, ...] = ()) -> Clause:
    """A clause that is the whole of ``text``."""
    return Clause(
        document=DocumentId("d"),
        id=ClauseId("1"),
        label="1",
        title=title,
        headings=headings,
        start=0,
        end=len(text),
    )


@cache
def lexicon() -> PartyLexicon:
    return PartyLexicon.load()


@cache
def statute_texts() -> Texts:
    read = read_folder(STATUTES)
    return Texts(read.documents, read.clauses)


@cache
def agreement_texts() -> Texts:
    return Texts(model_agreement().documents, model_agreement().clauses)
