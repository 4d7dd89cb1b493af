"""Chat words and English words given the words that laws and agreements use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.duty import Phase
from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Phrases, Word, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """A text with the documents' words in brackets after the chat words, and those words."""

    text: str
    terms: tuple[str, ...]


class Vocabulary:
    """The table of ``retrieval/data/vocabulary.toml``."""

    def __init__(self) -> None:
        table = read_data("vocabulary")
        terms = table["terms"]
        self._swedish = Phrases((t["means"], w) for t in terms for w in t.get("written", ()))
        self._english = Phrases((t["means"], w) for t in terms for w in t.get("english", ()))
        self._phases = Phrases((phase, w) for phase, ws in table["phases"].items() for w in ws)
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


def _single_words(terms: list[dict[str, str | list[str]]]) -> Iterator[str]:
    for term in terms:
        for written in (term["means"], *term.get("written", ()), *term.get("english", ())):
            yield from (word.plain for word in words(str(written)))
