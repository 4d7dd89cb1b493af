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
    """A sentence and the sentences above it that it goes on from, outermost first."""

    sentence: Sentence
    leads: tuple[Sentence, ...]
    leads_items: bool


def with_leads(sentences: Sequence[Sentence]) -> tuple[Lines, ...]:
    """Every sentence with its chain of leading sentences.

    ``leads_items`` tells that other sentences go on from it.
    """
    by_span = {(s.start, s.end): s for s in sentences}
    leading = {s.lead for s in sentences if s.lead is not None}
    return tuple(
        Lines(
            sentence=sentence,
            leads=_chain(sentence, by_span),
            leads_items=(sentence.start, sentence.end) in leading,
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
