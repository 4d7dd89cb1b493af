"""The values of a filter, as people write them."""

from corpus.header_words import status_named
from corpus.matrix import Column
from corpus.party_lexicon import shipped_lexicon
from retrieval.understanding.overview import phases_of
from retrieval.understanding.patterns import words

_COLUMNS = {
    "båda": Column.BOTH,
    "gemensamt": Column.BOTH,
    "delat": Column.BOTH,
    "ingen": Column.NOBODY,
    "ingen part": Column.NOBODY,
    "nobody": Column.NOBODY,
}


def value_of(key: str, written: str) -> str:
    """The value that a filter of the kind ``key`` has for ``written``; ``written`` itself where
    that is no other word for one: ``kommunen`` is ``municipality``, ``vc`` is ``vårdcentral``."""
    written = written.strip().casefold() if key in ("status", "party", "phase") else written
    if key == "status":
        return status_named(written) or written
    if key == "party":
        return _party(written)
    if key == "phase":
        told = phases_of(words(written))
        return told[0] if len(told) == 1 else written
    return written


def _party(written: str) -> str:
    if written in _COLUMNS:
        return _COLUMNS[written]
    found = shipped_lexicon().find(written, question=True)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(written)):
        return written
    party = found[0].party
    return party.role or party.principal.value
