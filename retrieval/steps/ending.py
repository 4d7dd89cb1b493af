"""Ending: an answer whose text soon ends says so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from corpus.timeline import NOTICE
from retrieval.answer import Answer
from retrieval.texts import say


def with_ending(answer: Answer) -> Answer:
    """``answer`` with a note for each cited document that ends within ``NOTICE`` of its day."""
    notes = tuple(dict.fromkeys(_notes(answer)))
    return replace(answer, notes=(*answer.notes, *notes)) if notes else answer


def _notes(answer: Answer) -> Iterator[str]:
    for each in answer.citations:
        if each.valid_to and timedelta(0) <= each.valid_to - answer.on <= NOTICE:
            end = each.valid_to.isoformat()
            yield say("ends_soon", answer.lang, title=each.document_title, end=end)
