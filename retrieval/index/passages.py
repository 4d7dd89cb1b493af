"""What the search sees of a clause: windows that fit the model, and sentences.

A clause stays one citable unit however long it is. Search sees it as one or more windows
(what is encoded) and as sentences (what can be the quote that answers).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.sentences import Sentence, split_sentences

WINDOW_CHARACTERS = 1200
"""A window's bound: about 300 tokens of Swedish, well inside a model's 512."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A run of whole sentences of one clause, as offsets into the document's text."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]


def windows_of(text: str, clause: Clause) -> tuple[Window, ...]:
    """Cut a clause into windows; a short clause is one window, the whole clause."""
    sentences = split_sentences(text, clause.start, clause.end)
    if not sentences:
        return (Window(start=clause.start, end=clause.end, sentences=()),)
    return tuple(
        Window(start=group[0].start, end=group[-1].end, sentences=tuple(group))
        for group in _grouped(sentences)
    )


def _grouped(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and sentence.end - group[0].start > WINDOW_CHARACTERS:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def context_of(clause: Clause) -> str:
    """The headings above a clause as they are put before its text: what it is about."""
    parts = [*clause.headings[-2:], clause.title or ""]
    return "".join(f"{part.rstrip('.')}. " for part in parts if part)
