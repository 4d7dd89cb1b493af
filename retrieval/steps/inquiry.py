"""What is known of a question before the search."""

from dataclasses import dataclass
from datetime import date

from corpus.party import Principal
from retrieval.redact import Redacted
from retrieval.steps.rank import Asked
from retrieval.understand import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A masked and understood question, the day it is asked for and the answer's language.

    ``followed`` is the earlier question of its thread, masked, that it was understood with.
    """

    door: Redacted
    understood: Understood
    on: date
    lang: str
    followed: str | None = None

    @property
    def asked(self) -> Asked:
        """What the ranking goes by."""
        understood = self.understood
        principals = {mention.party.principal for mention in understood.mentions}
        if Principal.BOTH in principals:
            principals |= {Principal.MUNICIPALITY, Principal.REGION}
        return Asked(
            principals=frozenset(principals - {Principal.BOTH}),
            phases=frozenset(understood.phases),
            asks_who=understood.asks_who,
            named_documents=frozenset(understood.named_documents),
            named_clauses=frozenset(
                (named.document, named.clause) for named in understood.named_clauses
            ),
        )
