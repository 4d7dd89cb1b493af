"""Sentences with the leading sentence of their enumeration."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.sentences import Sentence

_GOVERNS_ITEMS = re.compile(
    r"(?:^|\s)(?:om|som|när|där|åt|till|av|hos|enligt|om det|med|utom|än)\s*:?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A sentence, the sentences above it that it goes on from, outermost first, and its items."""

    sentence: Sentence
    leads: tuple[Sentence, ...]
    items: tuple[Sentence, ...]

    @property
    def leads_items(self) -> bool:
        """Whether other sentences go on from it."""
        return bool(self.items)


def with_leads(sentences: Sequence[Sentence]) -> tuple[Lines, ...]:
    """Every sentence with its chain of leading sentences and the items that it leads."""
    by_span = {(s.start, s.end): s for s in sentences}
    items: dict[tuple[int, int], list[Sentence]] = {}
    for sentence in sentences:
        if sentence.lead is not None:
            items.setdefault(sentence.lead, []).append(sentence)
    return tuple(
        Lines(
            sentence=sentence,
            leads=_chain(sentence, by_span),
            items=tuple(items.get((sentence.start, sentence.end), ())),
        )
        for sentence in sentences
    )


def governs(text: str, sentence: Sentence) -> bool:
    """Whether the sentence's last word governs the items that follow, or they are its subject
    (``Följande myndigheter är skyldiga att anmäla:``)."""
    words = text[sentence.body : sentence.end]
    return _GOVERNS_ITEMS.search(words) is not None or words.lower().startswith("följande ")


def _chain(sentence: Sentence, by_span: Mapping[tuple[int, int], Sentence]) -> tuple[Sentence, ...]:
    chain: list[Sentence] = []
    lead = sentence.lead
    while lead is not None and lead in by_span:
        chain.insert(0, by_span[lead])
        lead = by_span[lead].lead
    return tuple(chain)
