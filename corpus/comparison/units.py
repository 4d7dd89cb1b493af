"""Clauses as sentences, each with the duties that were read from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.clause import Clause, DocumentId
from corpus.comparison.values import Version
from corpus.duty import Duty
from corpus.sentences import split_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence or an item of an enumeration: the smallest part that finds its match.

    ``clause`` counts the clauses of its version; ``text`` is word for word, an item with the
    sentence that leads it in ``lead``. ``start`` is its offset in the document's text.
    """

    clause: int
    start: int
    text: str
    lead: str
    duties: tuple[Duty, ...]


def read_units(version: Version) -> tuple[Unit, ...]:
    """Every sentence of every clause, in order."""
    texts = {document.id: document.text for document in version.documents}
    return tuple(
        unit
        for place, clause in enumerate(version.clauses)
        for unit in _of_clause(place, clause, texts)
    )


def _of_clause(place: int, clause: Clause, texts: Mapping[DocumentId, str]) -> list[Unit]:
    text = texts[clause.document]
    sentences = split_sentences(text, clause.start, clause.end)
    units = []
    for sentence in sentences:
        lead = text[slice(*sentence.lead)] if sentence.lead else ""
        # A duty is read from one sentence, so its start lies within exactly one.
        duties = tuple(d for d in clause.duties if sentence.start <= d.start < sentence.end)
        units.append(
            Unit(
                clause=place,
                start=sentence.start,
                text=text[sentence.start : sentence.end],
                lead=lead,
                duties=duties,
            )
        )
    return units
