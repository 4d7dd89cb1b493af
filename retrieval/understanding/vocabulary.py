"""Chat words and English words given the words that laws and agreements use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.duty import Phase
from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Phrases, Word, words
from retrieval.vocabulary import Term, expanding_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """A text with the documents' words in brackets after the chat words, and those words."""

    text: str
    terms: tuple[str, ...]


class Vocabulary:
    """The terms that a question is given before the search, and the words of the phases."""

    def __init__(self) -> None:
        terms = expanding_terms()
        phases = read_data("question_phases")["phases"]
        self._swedish = Phrases((term.means, way) for term in terms for way in term.written)
        self._english = Phrases((term.means, way) for term in terms for way in term.english)
        self._phases = Phrases((phase, way) for phase, ways in phases.items() for way in ways)
        self._words = frozenset(_single_words(terms))

    def expand(self, text: str, lang: str) -> Expanded:
        """Put ``(sårbehandling)`` after ``såromläggning`` and so on; each term once, and none
        that the text already holds. ``lang`` chooses which of the two tables is used."""
        phrases = self._english if lang == "en" else self._swedish
        held = text.lower()
        parts: list[str] = []
        terms: list[str] = []
        at = 0
        for hit in phrases.find(words(text)):
            if hit.label in terms or hit.label in held:
                continue
            parts += [text[at : hit.end], f" ({hit.label})"]
            terms.append(hit.label)
            at = hit.end
        return Expanded(text="".join((*parts, text[at:])), terms=tuple(terms))

    def phases(self, there: Sequence[Word]) -> tuple[Phase, ...]:
        """The phases that the words tell of, in the order of ``Phase``."""
        labels = self._phases.labels(there)
        return tuple(phase for phase in Phase if phase in labels)

    def knows_english(self, there: Sequence[Word]) -> int:
        """How many English terms of the table are met."""
        return len(self._english.find(there))

    @property
    def words(self) -> frozenset[str]:
        """Every single word of the table in lower case: nothing to mend."""
        return self._words


@cache
def vocabulary() -> Vocabulary:
    """The shipped table, read once."""
    return Vocabulary()


def _single_words(terms: Sequence[Term]) -> Iterator[str]:
    for term in terms:
        for written in (term.means, *term.written, *term.english):
            yield from (word.plain for word in words(written))
