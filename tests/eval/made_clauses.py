"""A document, a clause and a duty for the tests."""

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.duty import Duty, Modality, Phase
from corpus.party import Party, Principal

DUTY = Duty(
    parties=(Party(principal=Principal.REGION),),
    modality=Modality.SHALL,
    what="bedöma",
    phase=Phase.ALWAYS,
    condition=None,
    time_limit=None,
    negated=False,
    parties_inherited=False,
    start=0,
    end=10,
)
CLAUSE = Clause(
    document=DocumentId("d"),
    id=ClauseId("1"),
    label="1",
    title=None,
    headings=(),
    start=0,
    end=10,
    duties=(DUTY,),
)
