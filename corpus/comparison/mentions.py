"""Which of the two principals a sentence names, where no duty can be read from it.

``Det är regionen som ska …`` and ``… ligger hos vårdcentralen`` lay a duty on somebody in
words that the reading of duties may not know.
"""

import re

from corpus.party import Principal
from corpus.party_lexicon import shipped_lexicon

JOINT = frozenset({Principal.REGION, Principal.MUNICIPALITY})
_AGENT = re.compile(r"\s+av\s+$", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:tillsammans|ihop|gemensamt)\s+med\s+(?:\w+\s+)?$", re.IGNORECASE)


def named(sentence: str) -> frozenset[Principal]:
    """Region and municipality, of those that are named with or without a role."""
    found = {mention.party.principal for mention in shipped_lexicon().find(sentence)}
    return JOINT if Principal.BOTH in found else frozenset(found & JOINT)


def beside(sentence: str) -> frozenset[Principal]:
    """Those of the two that a sentence adds to its subject: ``tillsammans med vårdcentralen``."""
    found = {
        mention.party.principal
        for mention in shipped_lexicon().find(sentence)
        if _TOGETHER.search(sentence[: mention.start])
    }
    return frozenset(found & JOINT)


def without_agent(said: str) -> str:
    """``said`` without whom a passive names last: ``dosetterna bekostas av kommunen``."""
    agents = [m for m in shipped_lexicon().find(said) if _AGENT.search(said[: m.start])]
    for mention in reversed(agents):
        by = _AGENT.search(said[: mention.start])
        said = said[: by.start() if by else mention.start] + said[mention.end :]
    return said
